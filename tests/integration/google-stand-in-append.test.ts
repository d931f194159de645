import { expect, it } from 'vitest';
import { ID, sceneWith } from '../support/google/scene.ts';

/** Google's own example: two tables on one sheet, A1:C2 and B4:D6. */
const rows = [
  ['x', 'y', 'z'],
  ['x', 'y', 'z'],
  [],
  [null, 'x', 'y', 'z'],
  [null, 'y', 'z', 'q'],
  [null, 'z', 'q', 'r'],
];

async function appended(range: string, insertDataOption = 'OVERWRITE', values: unknown[][] = [['ny']]) {
  const scene = await sceneWith([{ name: 'Ark', rows }]);
  const params = { spreadsheetId: ID, range, valueInputOption: 'RAW', insertDataOption, requestBody: { values } };
  const { data } = await scene.sheets.spreadsheets.values.append(params);
  return { ...scene, data };
}

it.each([
  ['Ark', 'Ark!B4:D6', 'Ark!B7'],
  ['B4', 'Ark!B4:D6', 'Ark!B7'],
  ['C5:D5', 'Ark!B4:D6', 'Ark!B7'],
  ['B2:D4', 'Ark!B4:D6', 'Ark!B7'],
  ['A3:G10', 'Ark!B4:D6', 'Ark!B7'],
  ['A1', 'Ark!A1:C2', 'Ark!A3'],
  ['E4', undefined, 'Ark!E4'],
])('%s finds its table', async (range, tableRange, updatedRange) => {
  const { data } = await appended(range);

  expect(data.tableRange).toBe(tableRange);
  expect(data.updates).toMatchObject({ spreadsheetId: ID, updatedRange, updatedCells: 1 });
});

it('writes over what is below, or makes room for it', async () => {
  const values = [['1'], ['2']];
  const over = await appended('A1', 'OVERWRITE', values);
  const between = await appended('A1', 'INSERT_ROWS', values);

  expect(over.ola.read('Ark').slice(2, 4)).toEqual([['1'], ['2', 'x', 'y', 'z']]);
  expect(between.ola.read('Ark').slice(2, 6)).toEqual([['1'], ['2'], [], [null, 'x', 'y', 'z']]);
});

it('makes the grid larger', async () => {
  const scene = await sceneWith([{ name: 'Ark', rows: Array.from({ length: 1000 }, (_, row) => [row]) }]);
  const params = { spreadsheetId: ID, range: 'Ark', valueInputOption: 'RAW', requestBody: { values: [[1000]] } };
  await scene.sheets.spreadsheets.values.append(params);

  expect(scene.ola.book.sheets[0]?.rowCount).toBe(1001);
});
