import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aimAtStatus } from '#src/sheets/status-edit.ts';
import { type Edit, LOGG } from '#src/workbook/edit.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleEditor } from '#src/workbook/google-editor.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { hurriedPatience } from '../support/google/patience.ts';
import { BOT_EMAIL } from '../support/google/token.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const HEADINGS = ['Nr', 'Tiltak', 'Ansvarlig', 'Status'] as const;
const plan = {
  name: 'Handlingsplan',
  rows: [
    HEADINGS,
    ['1.1', 'Mandat', 'Teamet', 'Ingen avvik'],
    ['1.2', 'Skisse', 'Teamet', null],
    ['1.3', 'Mal', 'Teamet', 'Ingen avvik'],
  ],
};

let google: StandInGoogle;

beforeEach(async () => {
  google = await startGoogle({ spreadsheets: { [ID]: { title: 'Handlingsplan 2024', tabs: [plan] } } });
});
afterEach(() => google.close());

function anEditor() {
  const options = { credentialsFile: google.keyFile, apiRoot: google.root, patience: hurriedPatience() };
  return openGoogleEditor({ spreadsheetId: ID, connection: connectGoogle({ ...options, access: 'write' }) });
}

const setStatus = (nr: string, from: string, to: string): Edit => ({
  aim: (tabs) => aimAtStatus(tabs, { nr, from, to }),
  by: 'U0KARI',
  at: '2024-06-03 08:12',
});

/** nr → status, as the sheet holds it now. */
const statuses = () =>
  Object.fromEntries(
    google
      .person(ID)
      .read('Handlingsplan')
      .slice(1)
      .map(([nr, , , status]) => [nr, status ?? null]),
  );
const log = () => google.person(ID).read(LOGG.name);
const calls = () => google.requests.flatMap(({ call }) => call ?? []);

describe('a status that somebody has chosen', () => {
  test('is written in its row, as text', async () => {
    const outcome = await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));

    expect(outcome).toEqual({ kind: 'written', cells: ['Handlingsplan!D2'] });
    expect(statuses()).toEqual({ '1.1': 'Ferdig', '1.2': null, '1.3': 'Ingen avvik' });
  });

  test('is never a formula', async () => {
    await anEditor().edit(setStatus('1.2', '', '=1+1'));

    expect(google.person(ID).at('Handlingsplan!D3').userEnteredValue).toEqual({ stringValue: '=1+1' });
  });

  test('leaves a line in the log, which is made the first time; the newest stands first', async () => {
    const editor = anEditor();
    await editor.edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));
    await editor.edit(setStatus('1.2', '', 'På vent'));

    expect(log().map((line) => line.slice(0, 6))).toEqual([
      LOGG.headings.slice(0, 6),
      ['2024-06-03 08:12', 'Handlingsplan!D3', '1.2', null, 'På vent', 'U0KARI'],
      ['2024-06-03 08:12', 'Handlingsplan!D2', '1.1', 'Ingen avvik', 'Ferdig', 'U0KARI'],
    ]);
  });

  test('is written where spaces alone stood, which nobody can see', async () => {
    google.person(ID).set('Handlingsplan!D3', ' ');

    expect(await anEditor().edit(setStatus('1.2', '', 'Ferdig'))).toMatchObject({ kind: 'written' });
    expect(log()).toHaveLength(2);
  });

  test('is one change: log and cell together', async () => {
    await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));

    expect(calls().filter((call) => call === 'sheets.batchUpdate')).toHaveLength(1);
  });

  test('is asked for with leave to write, and to see changes', async () => {
    await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));

    expect(google.lastScopes()).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/drive.metadata.readonly',
    ]);
  });
});

describe('nothing is written', () => {
  test.each([
    [
      'when the cell has changed',
      setStatus('1.1', 'Ikke startet', 'Ferdig'),
      'changed',
      'Handlingsplan!D2',
      'Ingen avvik',
    ],
    ['when it stands there already', setStatus('1.1', '', 'Ingen avvik'), 'same', 'Handlingsplan!D2', 'Ingen avvik'],
    ['when the row is gone', setStatus('9.9', '', 'Ferdig'), 'no-row', null, null],
  ])('%s', async (_when, edit, why, cell, now) => {
    expect(await anEditor().edit(edit)).toEqual({ kind: 'missed', miss: { why, cell, now } });
    expect(calls()).not.toContain('sheets.batchUpdate');
  });

  test('when the number stands twice', async () => {
    google.person(ID).set('Handlingsplan!A4', '1.1');

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toMatchObject({
      miss: { why: 'several-rows' },
    });
  });

  test('when the bot may only read: and the person is told whom to share with', async () => {
    google.share(ID, 'reader');

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      trouble: 'no-access',
      message: `Boten får ikke endre arket. Del arket med ${BOT_EMAIL} (redigerer).`,
    });
  });

  test('when a formula stands in the cell: it is somebody’s work', async () => {
    google.person(ID).set('Handlingsplan!D2', { formula: '=IF(A2="1.1";"Ingen avvik")', value: 'Ingen avvik' });

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      trouble: 'read-only',
      message:
        'Cellen Handlingsplan!D2 inneholder en formel, og den overskriver jeg ikke. Gjør endringen i regnearket selv.',
    });
    expect(calls()).not.toContain('sheets.batchUpdate');
  });

  test('when a formula beside it fills the cell', async () => {
    const spilled = ['1.1', 'Mandat', 'Teamet', { spilled: 'Ingen avvik' }];
    google.edit(ID, [{ ...plan, rows: [HEADINGS, spilled, ...plan.rows.slice(2)] }]);

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      message: expect.stringContaining('inneholder en formel'),
    });
  });

  test.each(['Logg', 'logg'])('when people have a tab «%s» of their own', async (name) => {
    google.person(ID).addTab(name, [
      ['Dato', 'Hva'],
      ['1.6.24', 'Møte'],
    ]);

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      message: expect.stringContaining(`«${name}» har ikke overskriftene til botens logg`),
    });
    expect(google.person(ID).read(name)).toEqual([
      ['Dato', 'Hva'],
      ['1.6.24', 'Møte'],
    ]);
  });

  test('when the cell is protected', async () => {
    google.person(ID).protect('Handlingsplan!D2:D4');

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      message: expect.stringContaining('beskyttet'),
    });
    expect(statuses()).toMatchObject({ '1.1': 'Ingen avvik' });
  });
});

describe('while people edit between the reading and the writing', () => {
  const meanwhile = (action: () => unknown) => google.before('sheets.batchUpdate', () => void action());

  test.each<[string, () => unknown]>([
    ['a row is put in above', () => google.person(ID).insertRows('Handlingsplan', 1)],
    ['a row above is taken out', () => google.person(ID).deleteRows('Handlingsplan', 2)],
    ['the rows are sorted', () => google.person(ID).sort('Handlingsplan', 0, 1, 'DESCENDING')],
    ['the row is moved', () => google.person(ID).moveRows('Handlingsplan', 3, 1, 1)],
  ])('the right row is written, and no other is left changed: %s', async (_what, action) => {
    meanwhile(action);

    expect(await anEditor().edit(setStatus('1.3', 'Ingen avvik', 'Ferdig'))).toMatchObject({ kind: 'written' });
    const { '1.3': written, ...others } = statuses();
    expect(written).toBe('Ferdig');
    expect(others).toMatchObject({ '1.1': 'Ingen avvik' });
    expect(Object.values(others).filter((status) => status === 'Ferdig')).toEqual([]);
  });

  test('what somebody else has written in the cell stands, and the person is told what it is', async () => {
    meanwhile(() => google.person(ID).set('Handlingsplan!D2', 'Kritiske avvik'));

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toEqual({
      kind: 'missed',
      miss: { why: 'changed', cell: 'Handlingsplan!D2', now: 'Kritiske avvik' },
    });
    expect(statuses()).toMatchObject({ '1.1': 'Kritiske avvik' });
  });

  test('what somebody has written in an empty cell stands, too', async () => {
    meanwhile(() => google.person(ID).type('Handlingsplan!D3', '1.5.24'));
    const typed = google.person(ID).at('Handlingsplan!D3');

    expect(await anEditor().edit(setStatus('1.2', '', 'Ferdig'))).toMatchObject({ miss: { why: 'changed' } });
    expect(google.person(ID).at('Handlingsplan!D3').userEnteredValue).toEqual({ numberValue: 45_413 });
    expect(typed).not.toEqual(google.person(ID).at('Handlingsplan!D3'));
  });

  test('the row is gone: nothing is written, and the row that came in its place is as it was', async () => {
    meanwhile(() => google.person(ID).deleteRows('Handlingsplan', 1));

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toMatchObject({ miss: { why: 'no-row' } });
    expect(statuses()).toEqual({ '1.2': null, '1.3': 'Ingen avvik' });
  });

  test('a tab that has got the name of another one is not taken for it', async () => {
    const editor = anEditor();
    await editor.edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));
    await editor.edit(setStatus('1.2', '', 'Ferdig'));
    const rows = google.person(ID).read('Handlingsplan');
    google.person(ID).renameTab('Handlingsplan', 'Handlingsplan 2023');
    google.person(ID).addTab('Handlingsplan', rows);
    google.person(ID).set('Handlingsplan!B2', 'Nytt mandat');

    expect(await editor.edit(setStatus('1.3', 'Ingen avvik', 'Utgår'))).toMatchObject({ kind: 'written' });
    expect(statuses()).toMatchObject({ '1.3': 'Utgår' });
    expect(google.person(ID).read('Handlingsplan 2023')[3]?.[3]).toBe('Ingen avvik');
  });

  test('a log that was given another name is left in peace, and a new one is made', async () => {
    const editor = anEditor();
    await editor.edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));
    google.person(ID).renameTab('Logg', 'Gammel logg');

    expect(await editor.edit(setStatus('1.2', '', 'Ferdig'))).toMatchObject({ kind: 'written' });
    expect(google.person(ID).read('Gammel logg')).toHaveLength(2);
    expect(log()).toHaveLength(2);
  });

  test('the tab is gone', async () => {
    google.person(ID).addTab('Annet');
    meanwhile(() => google.person(ID).deleteTab('Handlingsplan'));

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toMatchObject({ miss: { why: 'no-tab' } });
  });

  test('the log tells of a row that was met by mistake and put back', async () => {
    meanwhile(() => google.person(ID).insertRows('Handlingsplan', 1));
    await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));

    expect(
      log()
        .slice(1)
        .map((line) => line.slice(1, 5)),
    ).toEqual([
      ['Handlingsplan!D3', '1.1', 'Ingen avvik', 'Ferdig'],
      ['Handlingsplan!D2', 'tom rad (satt tilbake)', 'Ferdig', null],
      ['Handlingsplan!D2', '1.1', null, 'Ferdig'],
    ]);
  });
});

describe('when Google fails', () => {
  test.each([
    ['a quota that is spent', { kind: 'quota' }],
    ['a service that is down', { kind: 'unavailable' }],
    ['a service that fails when all is done', { kind: 'unavailable-after-commit' }],
    ['a connection that breaks', { kind: 'reset' }],
    ['a connection that breaks when all is done', { kind: 'reset-after-commit' }],
    ['an answer that is cut short', { kind: 'truncated' }],
  ] as const)('%s: the change is made once', async (_what, fault) => {
    google.fail(fault, { on: 'sheets.batchUpdate' });

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toMatchObject({ kind: 'written' });
    expect(statuses()).toMatchObject({ '1.1': 'Ferdig' });
    expect(log()).toHaveLength(2);
  });

  test('a row that was met by mistake is known also when the answer was lost', async () => {
    google.fail({ kind: 'reset-after-commit' }, { on: 'sheets.batchUpdate' });
    google.before('sheets.batchUpdate', () => google.person(ID).sort('Handlingsplan', 0, 1, 'DESCENDING'));

    expect(await anEditor().edit(setStatus('1.3', 'Ingen avvik', 'Ferdig'))).toMatchObject({ kind: 'written' });
    expect(statuses()).toEqual({ '1.1': 'Ingen avvik', '1.2': null, '1.3': 'Ferdig' });
  });

  test('for long: nothing was written, and the person is told', async () => {
    google.fail({ kind: 'unavailable' }, { on: 'sheets.values', times: 100 });

    await expect(anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).rejects.toMatchObject({
      trouble: 'unavailable',
    });
    expect(statuses()).toMatchObject({ '1.1': 'Ingen avvik' });
  });

  test.each([
    ['a quota that is spent', { kind: 'quota' }],
    ['a service that is down', { kind: 'unavailable' }],
  ] as const)(
    '%s, right after the change was made: the person is not told that nothing was written',
    async (_what, fault) => {
      google.after('sheets.batchUpdate', () => google.fail(fault, { on: 'sheets.values', times: 100 }));

      expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toMatchObject({ kind: 'unsettled' });
      expect(statuses()).toMatchObject({ '1.1': 'Ferdig' });
    },
  );

  test('for long after the request was sent: the person is told that nobody knows', async () => {
    google.fail({ kind: 'reset' }, { on: 'sheets.batchUpdate', times: 100 });

    expect(await anEditor().edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'))).toEqual({
      kind: 'unsettled',
      cells: ['Handlingsplan!D2'],
    });
  });
});

test('the numbers by which a repeated request is known are taken away in time', async () => {
  let now = Date.now();
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'write' });
  const open = () => openGoogleEditor({ spreadsheetId: ID, connection, now: () => now });
  const left = () => google.person(ID).book.metadata.length;
  const editor = open();
  await editor.edit(setStatus('1.1', 'Ingen avvik', 'Ferdig'));
  await editor.edit(setStatus('1.1', 'Ferdig', 'På vent'));
  expect(left()).toBe(2);

  now += 2 * 3_600_000;
  await editor.edit(setStatus('1.1', 'På vent', 'Utgår'));
  expect(left()).toBe(1);

  // Another process has them to take away, too.
  now += 2 * 3_600_000;
  await open().edit(setStatus('1.1', 'Utgår', 'Ferdig'));
  expect(left()).toBe(1);
});
