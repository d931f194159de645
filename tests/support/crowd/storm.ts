import { onTestFinished } from 'vitest';
import { STATUS_VALUES } from '#src/sheets/handlingsplan.ts';
import { aimAtStatus } from '#src/sheets/status-edit.ts';
import { type EditOutcome, LOGG } from '#src/workbook/edit.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleEditor } from '#src/workbook/google-editor.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { startGoogle } from '../google/google.ts';
import { hurriedPatience } from '../google/patience.ts';
import { crowdAt, HEADINGS, TAB } from './crowd.ts';
import { diceOf } from './dice.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
/** How many statuses the bot is asked to set. */
export const CHANGES = 200;

/** A plan of forty tiltak, most of them with a status that others have, too: a wrong row would not show by its status. */
function aPlan() {
  const rows = Array.from({ length: 40 }, (_, index) => [
    `${1 + Math.floor(index / 6)}.${1 + (index % 6)}`,
    `Tiltak ${index + 1}`,
    'Teamet',
    index % 3 === 0 ? null : 'Ingen avvik',
  ]);
  return { name: TAB, rows: [HEADINGS, ...rows] };
}

/**
 * @param restless how likely it is that somebody does something before, and after, each of the bot's requests
 * @param faulty how likely it is that a request of the bot fails
 */
export async function aStorm(seed: number, restless: number, faulty: number) {
  const google = await startGoogle({ spreadsheets: { [ID]: { title: 'Plan', tabs: [aPlan()] } } });
  onTestFinished(() => google.close());
  const dice = diceOf(seed);
  const person = google.person(ID);
  const crowd = crowdAt(person, dice);
  let committed = 0;
  let busyWith = '';
  const somebodyActs = () => {
    if (dice.next() < restless) crowd.act(busyWith);
  };
  google.before('sheets', somebodyActs, Number.POSITIVE_INFINITY);
  google.after(
    'sheets.batchUpdate',
    () => {
      committed = crowd.nextTick();
      somebodyActs();
    },
    Number.POSITIVE_INFINITY,
  );
  google.before(
    'sheets',
    () => {
      const kind = dice.pick([
        'quota',
        'unavailable',
        'unavailable-after-commit',
        'reset',
        'reset-after-commit',
        'truncated',
      ] as const);
      if (dice.next() < faulty) google.fail({ kind }, { on: 'sheets' });
    },
    Number.POSITIVE_INFINITY,
  );

  const options = { credentialsFile: google.keyFile, apiRoot: google.root, patience: hurriedPatience() };
  const connection = connectGoogle({ ...options, access: 'write' });
  const editor = openGoogleEditor({ spreadsheetId: ID, connection });
  const told: (EditOutcome['kind'] | 'refused')[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const { nr, status } = dice.pick(crowd.rows());
    busyWith = nr;
    const to = dice.pick(STATUS_VALUES.filter((value) => value !== status));
    // What the person saw; sometimes somebody has been there since.
    somebodyActs();
    const outcome = await editor
      .edit({ aim: (tabs) => aimAtStatus(tabs, { nr, from: status, to }), by: 'U0BOT', at: '2024-06-03 08:12' })
      .catch((error: unknown) => {
        if (error instanceof WorkbookError) return null;
        throw error;
      });
    told.push(outcome?.kind ?? 'refused');
    if (outcome?.kind === 'written') crowd.botSet(nr, to, committed);
  }
  const count = (kind: (typeof told)[number]) => told.filter((one) => one === kind).length;
  return { crowd, log: person.read(LOGG.name), count };
}
