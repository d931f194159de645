import { describe, expect, onTestFinished, test } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { PATIENCE } from '#src/workbook/google/patience.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { watchWorkbook } from '#src/workbook/watched-workbook.ts';
import { diceOf } from '../support/crowd/dice.ts';
import { startGoogle } from '../support/google/google.ts';
import type { GoogleTab } from '../support/google/seed.ts';
import { loopbackTime } from '../support/outage/loopback-time.ts';

const POLL_MS = 20_000;
const MINUTE = 60_000;
const plan: GoogleTab = {
  name: 'Handlingsplan',
  rows: [
    ['Nr', 'Tiltak', 'Tidsrom', 'Ansvarlig'],
    ['1.1', 'Mandat', { serial: 45_413 }, 'Teamet'],
    ['1.2', 'Skisse', 'Innen 1.6.24', 'Teamet'],
  ],
};

const idOf = (index: number) => `1ark${String(index).padStart(4, '0')}0123456789_-abcdefghij`;

/** So many spreadsheets, all followed by one account, in time that passes in moments. */
async function following(count: number, tabs: readonly GoogleTab[] = [plan]) {
  const time = loopbackTime(Date.UTC(2024, 5, 3, 6));
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const spreadsheets = Object.fromEntries(ids.map((id) => [id, { title: id, tabs }]));
  const google = await startGoogle({ spreadsheets, quotas: true, now: time.now, mayPack: false });
  onTestFinished(() => google.close());
  const connection = connectGoogle({
    credentialsFile: google.keyFile,
    apiRoot: google.root,
    access: 'read',
    patience: { ...PATIENCE, tries: 2, now: time.now, sleep: time.sleep },
  });
  const clock = () => momentAt(time.now());
  const watched = ids.map((spreadsheetId) => {
    const workbook = openGoogleWorkbook({ spreadsheetId, connection, now: time.now });
    const watch = watchWorkbook(workbook, { pollMs: POLL_MS, inBackground: true, time });
    onTestFinished(() => watch.stop());
    return watch;
  });
  await Promise.all(watched.map((watch) => watch.reading(clock)));
  let from = google.requests.length;

  return {
    google,
    watched,
    passes: (ms: number) => time.sleep(ms),
    person: (index: number) => google.person(idOf(index)),
    textOf: async (index: number) => (await watched[index]?.reading(clock))?.snapshot.tabs[0]?.rows[1]?.[1],
    /** What has been asked of Google since this was last called, by method. */
    asked() {
      const calls = google.requests.slice(from).map(({ call }) => call ?? '');
      from = google.requests.length;
      return Object.fromEntries([...Map.groupBy(calls, (call) => call)].map(([call, those]) => [call, those.length]));
    },
  };
}

describe('one spreadsheet', () => {
  test('that nobody changes costs one small question to Drive for each look', async () => {
    const { passes, asked } = await following(1);
    await passes(5 * MINUTE + 1);

    expect(asked()).toEqual({ 'drive.files.get': 15 });
  });

  test('that is changed costs one reading of its values more', async () => {
    const { passes, asked, person, textOf } = await following(1);
    for (const text of ['Nytt mandat', 'Nyere mandat', 'Nyeste mandat']) {
      person(0).set('Handlingsplan!B2', text);
      await passes(POLL_MS);
      expect(await textOf(0)).toBe(text);
    }

    expect(asked()).toEqual({ 'drive.files.get': 3, 'sheets.values.batchGet': 3 });
  });

  test.each<[string, (person: Awaited<ReturnType<typeof following>>['person']) => void]>([
    ['a date is typed where a text was', (person) => person(0).type('Handlingsplan!C3', '1.7.24')],
    ['a cell is formatted, or cells are merged', (person) => mergeSome(person(0))],
    ['a tab is added', (person) => person(0).addTab('Kontakter', [['Navn'], ['Teamet']])],
    ['a tab is given another name', (person) => person(0).renameTab('Handlingsplan', 'Plan 2024')],
  ])('costs one look at the structure, too, when %s', async (_what, action) => {
    const { passes, asked, person } = await following(1);
    action(person);
    await passes(POLL_MS);

    const { 'sheets.get': structure, 'drive.files.get': looks } = asked();
    expect({ structure, looks }).toEqual({ structure: 1, looks: 1 });
  });

  test('is read every ten minutes all the same', async () => {
    const { passes, asked } = await following(1);
    await passes(60 * MINUTE);

    const { 'sheets.values.batchGet': values, 'sheets.get': structure } = asked();
    expect({ values, structure }).toEqual({ values: 5, structure: 5 });
  });
});

test('twenty helsefellesskap on one account stay below the quota, however busy they are, and see each change soon', async () => {
  const { google, passes, asked, person, textOf } = await following(40);
  const dice = diceOf(7);
  const late: number[] = [];
  for (let minute = 0; minute < 15; minute++) {
    // About one in three is changed every minute, and one of them all the time.
    const changed = new Set([0, ...Array.from({ length: 13 }, () => dice.below(40))]);
    for (const index of changed) person(index).set('Handlingsplan!B2', `Mandat ${minute}`);
    await passes(MINUTE / 2);
    person(0).set('Handlingsplan!B3', `Skisse ${minute}`);
    await passes(MINUTE / 2);
    for (const index of changed) if ((await textOf(index)) !== `Mandat ${minute}`) late.push(index);
    expect(google.used('reads')).toBeLessThan(60);
  }

  expect(late).toEqual([]);
  const { 'drive.files.get': looks = 0 } = asked();
  // Three looks a minute each, as if they were alone.
  expect(looks).toBeGreaterThan(40 * 3 * 14);
});

test('one that is changed all the time does not hold up the others, when there is more to read than the quota allows', async () => {
  const { google, passes, person, textOf } = await following(40);
  await passes(2 * MINUTE);
  // Everybody changes everything at every look: 120 readings a minute are wanted, of the 50 there are.
  for (let look = 0; look < 12; look++) {
    for (let index = 0; index < 40; index++) person(index).set('Handlingsplan!B2', `Mandat ${look}`);
    await passes(POLL_MS);
    expect(google.used('reads')).toBeLessThan(60);
  }
  const seen = await Promise.all(Array.from({ length: 40 }, (_, index) => textOf(index)));
  const looks = seen.map((text) => Number(String(text).replace('Mandat ', '')));

  // All have been read within the last minute or so: nobody was left behind.
  expect(Math.min(...looks)).toBeGreaterThanOrEqual(11 - 5);
});

function mergeSome(person: ReturnType<Awaited<ReturnType<typeof following>>['person']>): void {
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 4, endColumnIndex: 5 };
  person.does({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
}
