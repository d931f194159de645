import type { sheets_v4 } from '@googleapis/sheets';
import type { ColumnLayout, TableLayout } from '#src/workbook/layout.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { cellLook, FORMAT_FIELDS, HEADING, pixelsWide } from './looks.ts';
import { below, type Range, size } from './ranges.ts';

type Request = sheets_v4.Schema$Request;

/** Beside the text of a heading: Google's button for sorting and filtering. */
const BUTTON_PIXELS = 20;

export function headings({ columns }: TableLayout, sheetId: number): Request {
  const values = columns.map(({ title, note }) => ({
    userEnteredValue: { stringValue: title },
    userEnteredFormat: HEADING,
    note,
  }));
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values }],
      fields: `userEnteredValue,note,${FORMAT_FIELDS}`,
    },
  };
}

/** How wide a column is, how its cells look, and what they offer. */
export function preparedColumn(column: ColumnLayout, index: number, sheetId: number): readonly Request[] {
  const range = below(sheetId, index);
  return [
    size(sheetId, 'COLUMNS', index, pixelsWide(column.width, BUTTON_PIXELS)),
    { repeatCell: { range, cell: { userEnteredFormat: cellLook(column) }, fields: FORMAT_FIELDS } },
    ...(column.values.length > 0 ? [dropDown(column.values, range)] : []),
  ];
}

/**
 * Only warns: the reader understands more words than the list has. A table has drop-downs of its own, of which Google does
 * not let us say that; so these columns have no type in the table.
 */
function dropDown(values: readonly string[], range: Range): Request {
  const condition = { type: 'ONE_OF_LIST', values: values.map((value) => ({ userEnteredValue: value })) };
  return { setDataValidation: { range, rule: { condition, showCustomUi: true, strict: false } } };
}

export function firstRows({ rows }: TableLayout, sheetId: number): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: 1, columnIndex: 0 },
      rows: rows.map((cells) => ({ values: cells.map(toCellData) })),
      fields: 'userEnteredValue',
    },
  };
}

/** As values, never as if typed: «1.10» stays a text, and a day is a day in any language. */
function toCellData(cell: Cell): sheets_v4.Schema$CellData {
  if (cell === null) return {};
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  if ('error' in cell) throw new Error(`A layout holds no errors: ${cell.error}`);
  return { userEnteredValue: { numberValue: cell.serial } };
}
