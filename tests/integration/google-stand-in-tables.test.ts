import type { sheets_v4 } from '@googleapis/sheets';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { ID, sceneWith } from '../support/google/scene.ts';
import { area, list, planOf, rowsAt, STATUSES } from '../support/google/scene-parts.ts';

let scene: Awaited<ReturnType<typeof sceneWith>>;
beforeEach(async () => {
  scene = await sceneWith(planOf(STATUSES));
});

const update: typeof scene.update = (requests, more) => scene.update(requests, more);
const onSheet = async (fields: string) =>
  (await scene.sheets.spreadsheets.get({ spreadsheetId: ID, fields: `sheets(${fields}),namedRanges` })).data;

describe('tables', () => {
  const columns = [
    {
      columnIndex: 1,
      columnName: 'Status',
      columnType: 'DROPDOWN',
      dataValidationRule: { condition: list('Pågår', 'Ferdig') },
    },
  ];
  const table = { name: 'Tiltak', range: area(0, 3), columnProperties: columns };

  it('take their columns from the headings, and follow their rows', async () => {
    const { replies } = await update([{ addTable: { table } }, { insertDimension: { range: rowsAt(2) } }]);

    const { tableId, columnProperties } = replies?.[0]?.addTable?.table ?? {};
    expect(columnProperties?.map(({ columnName }) => columnName)).toEqual(['Nr', 'Status']);
    expect((await onSheet('tables')).sheets?.[0]?.tables).toMatchObject([{ tableId, range: area(0, 4) }]);
  });

  it('are appended to by making room below them', async () => {
    const { replies } = await update([{ addTable: { table } }]);
    const tableId = replies?.[0]?.addTable?.table?.tableId ?? '';

    const values = [{ userEnteredValue: { stringValue: '1.3' } }];
    await update([{ appendCells: { tableId, rows: [{ values }], fields: 'userEnteredValue' } }]);

    expect(scene.ola.read('Plan').map(([nr]) => nr)).toEqual(['Nr', '1.1', '1.2', '1.3', undefined, 'Summert']);
    expect((await onSheet('tables')).sheets?.[0]?.tables?.[0]?.range).toEqual(area(0, 4));
  });

  it('write over the heading of a column that is given without a name', async () => {
    await update([{ addTable: { table: { ...table, columnProperties: [{ columnIndex: 0, columnType: 'TEXT' }] } } }]);

    expect(scene.ola.read('Plan')[0]).toEqual(['Column 1', 'Status']);
  });

  it('are told of under the name somebody has given a column', async () => {
    await update([{ addTable: { table } }]);
    scene.ola.type('Plan!A1', 'Nummer');

    const [told] = (await onSheet('tables')).sheets?.[0]?.tables ?? [];
    expect(told?.columnProperties?.map(({ columnName }) => columnName)).toEqual(['Nummer', 'Status']);
  });

  it('have no other validation in a column with a type', async () => {
    const validate = (column: number) =>
      update([{ setDataValidation: { range: area(1, 3, column, column + 1), rule: { condition: list('a') } } }]);
    await update([{ addTable: { table } }]);

    await expect(validate(0)).resolves.toBeDefined();
    expect((await refusalOf(validate(1))).message).toBe(
      'Invalid requests[0].setDataValidation: This operation is not allowed on cells in typed columns.',
    );
  });

  it('write a new column name in the heading', async () => {
    const { replies } = await update([{ addTable: { table } }]);
    const tableId = replies?.[0]?.addTable?.table?.tableId ?? '';

    const renamed = { tableId, columnProperties: [{ columnIndex: 0, columnName: 'Nummer' }, ...columns] };
    await update([{ updateTable: { table: renamed, fields: 'columnProperties' } }]);

    expect(scene.ola.read('Plan')[0]).toEqual(['Nummer', 'Status']);
  });

  it('take the formats over them along when they go, and nobody says so', async () => {
    const rule = {
      ranges: [area(1, 3)],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    };
    await update([{ addConditionalFormatRule: { rule } }, { addTable: { table: { ...table, tableId: 't1' } } }]);
    await update([{ deleteTable: { tableId: 't1' } }]);

    expect((await onSheet('conditionalFormats')).sheets?.[0]).toEqual({});
  });

  it('go with what stands in them', async () => {
    await update([{ addTable: { table: { ...table, tableId: 't1' } } }, { deleteTable: { tableId: 't1' } }]);

    expect(scene.ola.read('Plan')).toEqual([[], [], [], [], ['Summert', 2]]);
  });

  it.each<[string, sheets_v4.Schema$Table, string]>([
    ['a name that is taken', { ...table, name: 'TILTAK', range: area(6, 8) }, 'unique in the spreadsheet'],
    ['a range that overlaps', { ...table, name: 'Andre' }, 'overlaps with another table'],
    [
      'a list without its type',
      {
        name: 'Andre',
        range: area(6, 8),
        columnProperties: [{ columnIndex: 0, columnType: 'TEXT', dataValidationRule: { condition: list('a') } }],
      },
      'Cannot set condition for non-dropdown column type.',
    ],
    [
      'a type without its list',
      { name: 'Andre', range: area(6, 8), columnProperties: [{ columnIndex: 0, columnType: 'DROPDOWN' }] },
      'Condition must be set for dropdown column type.',
    ],
  ])('are refused with %s', async (_what, other, message) => {
    const refused = await refusalOf(update([{ addTable: { table } }, { addTable: { table: other } }]));

    expect(refused).toEqual({ status: 400, message: expect.stringContaining(message) });
  });
});
