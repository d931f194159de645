import type { sheets_v4 } from '@googleapis/sheets';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { sceneWith } from '../support/google/scene.ts';
import { DATED, planOf, rowsAt, text } from '../support/google/scene-parts.ts';

let scene: Awaited<ReturnType<typeof sceneWith>>;
beforeEach(async () => {
  scene = await sceneWith(planOf(DATED));
});

const update: typeof scene.update = (requests, more) => scene.update(requests, more);
const numbers = () => scene.ola.read('Plan').map(([nr]) => nr);

/** As a project that tried it on Google wrote down (2026-09-29). */
describe('a range', () => {
  const ask = (range: sheets_v4.Schema$GridRange) => update([{ repeatCell: { range, cell: {}, fields: 'note' } }]);

  it.each<[string, sheets_v4.Schema$GridRange]>([
    ['begins in the last row', { startRowIndex: 999 }],
    ['ends beyond the grid', { startRowIndex: 999, endRowIndex: 1003 }],
    ['ends beyond the last column', { startColumnIndex: 25, endColumnIndex: 28 }],
    ['holds no cell', { startRowIndex: 3, endRowIndex: 3 }],
  ])('is taken when it %s, and the grid stays', async (_what, range) => {
    await ask(range);

    expect(scene.ola.book.sheets[0]).toMatchObject({ rowCount: 1000, columnCount: 26 });
  });

  it.each<[sheets_v4.Schema$GridRange, string]>([
    [{ startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 }, 'Plan!A1001:B'],
    [{ startRowIndex: 1000, endRowIndex: 1001, startColumnIndex: 0, endColumnIndex: 2 }, 'Plan!A1001:B1001'],
    [{ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 26 }, 'Plan!AA1:2'],
  ])('is refused when it begins beyond the grid: %o', async (range, name) => {
    expect((await refusalOf(ask(range))).message).toBe(
      `Invalid requests[0].repeatCell: Range (${name}) exceeds grid limits. Max rows: 1000, max columns: 26`,
    );
  });
});

describe('rows', () => {
  it.each([
    ['down', 1, 2, 4, ['Nr', '1.3', '1.1', '1.2']],
    ['up', 3, 1, 1, ['Nr', '1.3', '1.1', '1.2']],
  ])('move %s', async (_way, from, count, to, expected) => {
    await update([{ moveDimension: { source: rowsAt(from, from + count), destinationIndex: to } }]);

    expect(numbers()).toEqual(expected);
  });

  it('are put in with the look of a neighbour and nothing else', async () => {
    await update([{ insertDimension: { range: rowsAt(3), inheritFromBefore: true } }]);

    const { userEnteredFormat, ...rest } = scene.ola.at('Plan!C4');
    expect(userEnteredFormat?.numberFormat?.type).toBe('DATE');
    expect(Object.keys(rest)).toEqual(['effectiveFormat']);
  });

  it('are sorted by what they hold, blank ones last', async () => {
    const range = { sheetId: 0, startRowIndex: 1 };
    await update([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] } }]);

    expect(numbers()).toEqual(['Nr', '1.2', '1.1', '1.3']);
  });

  it('are appended below the last one, also when the grid is full', async () => {
    await update([
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { rowCount: 4 } },
          fields: 'gridProperties.rowCount',
        },
      },
      { appendCells: { sheetId: 0, rows: [{ values: [text('1.4')] }], fields: 'userEnteredValue' } },
    ]);

    expect(numbers()).toEqual(['Nr', '1.1', '1.2', '1.3', '1.4']);
  });
});

describe('cells', () => {
  it('keep what the mask does not name', async () => {
    await update([
      {
        repeatCell: {
          range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
          cell: { userEnteredFormat: { textFormat: { bold: true } }, note: 'Ring Kari' },
          fields: 'note,userEnteredFormat(textFormat(bold))',
        },
      },
    ]);

    expect(scene.ola.at('Plan!C2')).toMatchObject({
      effectiveValue: { numberValue: 45_413 },
      formattedValue: '01.05.2024',
      userEnteredFormat: { numberFormat: { type: 'DATE' }, textFormat: { bold: true } },
      note: 'Ring Kari',
    });
  });

  it('of a range are cleared where the rows do not reach', async () => {
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    await update([{ updateCells: { range, rows: [{ values: [text('2.1')] }], fields: 'userEnteredValue' } }]);

    expect(numbers()).toEqual(['Nr', '2.1', null, '1.3']);
  });

  it('are copied with their look, again and again to fill a larger place', async () => {
    await update([
      {
        copyPaste: {
          source: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
          destination: { sheetId: 0, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 3 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ]);

    expect(
      scene.ola
        .read('Plan')
        .slice(3)
        .map((row) => row[2]),
    ).toEqual([{ serial: 45_413 }, { serial: 45_413 }]);
  });

  it('are copied with what their formulas look at', async () => {
    scene.ola.set('Plan!D2', { formula: '=B2&$C$2&"A1"', value: 'x' });
    const at = (row: number) => ({
      sheetId: 0,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: 3,
      endColumnIndex: 4,
    });
    await update([{ copyPaste: { source: at(1), destination: at(3) } }]);

    expect(scene.ola.at('Plan!D4').userEnteredValue).toEqual({ formulaValue: '=B4&$C$2&"A1"' });
  });

  it('hold chips where the text has a place for them', async () => {
    const chipRuns = [{ startIndex: 0, chip: { personProperties: { email: 'kari@kommune.example' } } }];
    const written = (stringValue: string) =>
      update([
        {
          updateCells: {
            start: { rowIndex: 1, columnIndex: 3 },
            rows: [{ values: [{ userEnteredValue: { stringValue }, chipRuns }] }],
            fields: 'userEnteredValue,chipRuns',
          },
        },
      ]);

    await written('@ og teamet');
    expect(scene.ola.at('Plan!D2').formattedValue).toBe('kari@kommune.example og teamet');
    expect(await refusalOf(written('Kari'))).toMatchObject({ status: 400 });
    await update([
      { repeatCell: { range: { startRowIndex: 1, endRowIndex: 2 }, cell: text('Kari'), fields: 'userEnteredValue' } },
    ]);
    expect(scene.ola.at('Plan!D2').chipRuns).toBeUndefined();
  });

  it('are found and replaced, and counted', async () => {
    const { replies } = await update([
      { findReplace: { find: '1.', replacement: '2.', range: { sheetId: 0, endColumnIndex: 1 } } },
      { findReplace: { find: 'finnes ikke', replacement: '', allSheets: true } },
    ]);

    const counts = { valuesChanged: 3, rowsChanged: 3, sheetsChanged: 1, occurrencesChanged: 3 };
    expect(replies).toEqual([{ findReplace: counts }, { findReplace: {} }]);
  });
});
