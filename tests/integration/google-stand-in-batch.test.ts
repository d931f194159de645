import type { sheets_v4 } from '@googleapis/sheets';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { ID, sceneWith } from '../support/google/scene.ts';
import { DATED, planOf, rowsAt, text } from '../support/google/scene-parts.ts';

let scene: Awaited<ReturnType<typeof sceneWith>>;
beforeEach(async () => {
  scene = await sceneWith(planOf(DATED));
});

const update: typeof scene.update = (requests, more) => scene.update(requests, more);
const numbers = () => scene.ola.read('Plan').map(([nr]) => nr);

describe('a batch', () => {
  it('is carried out in order, and the replies mirror the requests', async () => {
    const { replies } = await update([
      { insertDimension: { range: rowsAt(1) } },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 1 },
          rows: [{ values: [text('1.0')] }],
          fields: 'userEnteredValue',
        },
      },
      { addSheet: { properties: { title: 'Ny' } } },
    ]);

    expect(numbers()).toEqual(['Nr', '1.0', '1.1', '1.2', '1.3']);
    expect(replies).toEqual([
      {},
      {},
      { addSheet: { properties: expect.objectContaining({ title: 'Ny', index: 2, sheetId: expect.any(Number) }) } },
    ]);
  });

  it('is done wholly or not at all', async () => {
    const before = scene.ola.book;

    const { status, message } = await refusalOf(
      update([{ deleteDimension: { range: rowsAt(1) } }, { deleteDimension: { range: rowsAt(0, 5000) } }]),
    );

    expect({ status, message }).toEqual({
      status: 400,
      message: expect.stringContaining('Invalid requests[1].deleteDimension: Cannot delete a row'),
    });
    expect(scene.ola.book).toBe(before);
  });

  it('gives back what it was asked to show, as it is afterwards', async () => {
    const { updatedSpreadsheet } = await update([{ deleteDimension: { range: rowsAt(1) } }], {
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: ['Plan!A2:B2'],
    });

    expect(updatedSpreadsheet?.sheets).toHaveLength(1);
    const [data] = updatedSpreadsheet?.sheets?.[0]?.data ?? [];
    expect(data?.startRow).toBe(1);
    expect(data?.rowData?.[0]?.values?.map(({ formattedValue }) => formattedValue)).toEqual(['1.2', 'Mal']);
  });

  it('gives back no more than the mask has room for, and the cells whenever it has', async () => {
    const { data } = await scene.sheets.spreadsheets.batchUpdate({
      spreadsheetId: ID,
      fields: 'updatedSpreadsheet(sheets(properties(title),data(rowData(values(formattedValue)))))',
      requestBody: {
        requests: [{ deleteDimension: { range: rowsAt(1) } }],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Plan!A2'],
      },
    });

    const rowData = [{ values: [{ formattedValue: '1.2' }] }];
    expect(data).toEqual({ updatedSpreadsheet: { sheets: [{ properties: { title: 'Plan' }, data: [{ rowData }] }] } });
  });

  it.each<[string, sheets_v4.Schema$Request[], string]>([
    ['nothing', [], 'Must specify at least one request.'],
    ['a request without a kind', [{}], 'Invalid requests[0]: No request set.'],
    [
      'a kind Google has not',
      [{ foo: {} } as sheets_v4.Schema$Request],
      `Invalid JSON payload received. Unknown name "foo" at 'requests[0]': Cannot find field.`,
    ],
    [
      'a field Google has not',
      [{ deleteDimension: { range: { ...rowsAt(1), rows: 2 } as sheets_v4.Schema$DimensionRange } }],
      `Invalid JSON payload received. Unknown name "rows" at 'requests[0].delete_dimension.range': Cannot find field.`,
    ],
    [
      'a word Google has not',
      [{ deleteDimension: { range: { ...rowsAt(1), dimension: 'RADER' } } }],
      `Invalid value at 'requests[0].delete_dimension.range.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "RADER"`,
    ],
    [
      'a sheet that is not there',
      [{ clearBasicFilter: { sheetId: 7 } }],
      'Invalid requests[0].clearBasicFilter: No grid with id: 7',
    ],
    [
      'a cell outside the grid',
      [{ updateCells: { start: { sheetId: 0, columnIndex: 26 }, rows: [{ values: [text('x')] }], fields: '*' } }],
      'Invalid requests[0].updateCells: GridCoordinate.columnIndex[26] is after last column in grid[25]',
    ],
    [
      'an update of nothing',
      [{ repeatCell: { range: { sheetId: 0 }, cell: {} } }],
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      'an update of what cannot be written',
      [{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'formattedValue' } }],
      'Invalid requests[0].repeatCell: Invalid field: formattedValue',
    ],
    [
      'all rows but the frozen ones deleted',
      [
        {
          updateSheetProperties: {
            properties: { gridProperties: { frozenRowCount: 1 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
        { deleteDimension: { range: rowsAt(1, 1000) } },
      ],
      'Invalid requests[1].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.',
    ],
    [
      'a tab whose name is taken',
      [{ addSheet: { properties: { title: 'logg' } } }],
      'Invalid requests[0].addSheet: A sheet with the name "logg" already exists. Please enter another name.',
    ],
  ])('refuses %s', async (_what, requests, message) => {
    expect(await refusalOf(update(requests))).toEqual({ status: 400, message });
  });
});
