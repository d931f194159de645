import type { sheets_v4 } from '@googleapis/sheets';
import { PREPARED_ROWS } from '#src/workbook/looks.ts';

/*
 * Parts of a tab that is made for a table, in Google's terms: 0-based, and the end is not included.
 */

export type Range = sheets_v4.Schema$GridRange;

/** The headings. */
export function headingRow(sheetId: number): Range {
  return { sheetId, startRowIndex: 0, endRowIndex: 1 };
}

/** The prepared cells below the headings: of one column, unless it is said how far they go. */
export function below(sheetId: number, from: number, to = from + 1): Range {
  return { sheetId, startRowIndex: 1, endRowIndex: PREPARED_ROWS, startColumnIndex: from, endColumnIndex: to };
}

/** The width of a column or the height of a row. */
export function size(
  sheetId: number,
  dimension: 'COLUMNS' | 'ROWS',
  index: number,
  pixelSize: number,
): sheets_v4.Schema$Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: index, endIndex: index + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  };
}
