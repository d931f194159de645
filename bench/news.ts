import { currentModel } from '#src/current-model.ts';
import { momentAt } from '#src/domain/day.ts';
import { answerFrom } from '#src/features/ask.ts';
import { loadCommand } from '#src/features/index.ts';
import { lastGood } from '#src/sheets/last-good.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { createLimiter } from '#src/workbook/google/limiter.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { watchWorkbook } from '#src/workbook/watched-workbook.ts';
import type { Workbook } from '#src/workbook/workbook.ts';
import { type StandInGoogle, startGoogle } from '../tests/support/google/google.ts';
import { type HandedTime, handedTime } from './handed-time.ts';
import { inventedKommuner, kontakterWorkbook } from './invented-kommuner.ts';
import { placesSpreadsheet } from './invented-spreadsheet.ts';
import { compare, type Measure } from './measure.ts';
import { SPREADSHEET_ID } from './spreadsheet-id.ts';

const EDITS = 300;
/** As the bot has it unless somebody says otherwise. */
const POLL_S = 20;
const START = Date.parse('2024-06-03T08:00+02:00');

/**
 * How long it takes from an edit until an answer shows it, by a clock that moves only while the bot sleeps; what the look
 * and the answer took in real time is added to that. Most edits come at random moments, and every fifth at the worst one:
 * when Google has just told that there is no news.
 */
export async function measureNews(): Promise<readonly Measure[]> {
  const time = handedTime(START);
  const kommuner = inventedKommuner(400);
  const google = await startGoogle({
    spreadsheets: { [SPREADSHEET_ID]: placesSpreadsheet(kommuner) },
    now: time.now,
  });
  const bot = await startBot(google, time, kontakterWorkbook(kommuner));
  const seconds: number[] = [];
  try {
    await bot.answer();
    for (let edit = 1; edit <= EDITS; edit++) {
      const words = `Huset nr. ${edit}.`;
      const at = edit % 5 === 0 ? await editAtWorst(words) : await editAtRandom(words);
      seconds.push(await secondsUntilShown(words, at));
    }
  } finally {
    bot.stop();
    await google.close();
  }
  const same = { unit: 's', baseline: [POLL_S + 1] } as const;
  const name = 'from an edit until an answer shows it';
  return [
    compare({ ...same, name: `${name}, longest`, target: 1, bot: [Math.max(...seconds)] }),
    compare({ ...same, name, target: null, bot: seconds }),
  ];

  async function editAtRandom(words: string): Promise<number> {
    const next = await time.nextAwakening();
    time.moveTo(time.now() + Math.random() * (next - time.now()));
    type(words);
    return time.now();
  }

  async function editAtWorst(words: string): Promise<number> {
    google.after('drive.files.get', () => type(words));
    time.moveTo(await time.nextAwakening());
    await time.nextAwakening();
    return time.now();
  }

  function type(words: string): void {
    google.person(SPREADSHEET_ID).type('Kapasitet!B3', words);
  }

  async function secondsUntilShown(words: string, at: number): Promise<number> {
    for (;;) {
      time.moveTo(await time.nextAwakening());
      const woken = performance.now();
      await time.nextAwakening();
      const answer = await bot.answer();
      const realMs = performance.now() - woken;
      if (answer.includes(words)) return (time.now() - at + realMs) / 1000;
    }
  }
}

/** A bot that looks at Google by itself and is asked about all places. */
async function startBot({ root, keyFile }: StandInGoogle, time: HandedTime, plan: Workbook) {
  const command = await loadCommand('kapasitet');
  if (!command) throw new Error('no command');
  const connection = connectGoogle({
    credentialsFile: keyFile,
    apiRoot: root,
    access: 'read',
    limiter: createLimiter(time),
  });
  const compareWithLast = lastGood('kapasitet');
  const places = watchWorkbook(openGoogleWorkbook({ spreadsheetId: SPREADSHEET_ID, connection, now: time.now }), {
    pollMs: POLL_S * 1000,
    inspect: async (...compared) => compareWithLast(...compared),
    inBackground: true,
    time,
  });
  const contacts = watchWorkbook(plan, { pollMs: POLL_S * 1000, time });
  const current = currentModel({ handlingsplan: contacts.reading, kapasitet: places.reading });
  return {
    async answer(): Promise<string> {
      const now = momentAt(time.now());
      const model = await current(command, () => now);
      const channels = { summary: null, admin: null };
      return JSON.stringify(answerFrom(command, { words: '', model, now, unit: null, channels }).json);
    },
    stop: places.stop,
  };
}
