import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, GridRange, Sheet } from './book.ts';
import { sheetOf } from './box.ts';
import { Refusal } from './refusal.ts';
import type { Dimension } from './shift.ts';

interface LineSpan {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

export function spanOf(book: Book, range: sheets_v4.Schema$DimensionRange | null | undefined): LineSpan {
  const sheet = sheetOf(book, range?.sheetId);
  if (!range?.dimension) throw new Refusal('No dimension specified.');
  const dimension = asDimension(range.dimension);
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? countOf(sheet, dimension);
  if (start < 0 || start >= end)
    throw new Refusal(`range.endIndex[${end}] must be greater than range.startIndex[${start}].`);
  return { sheet, dimension, start, end };
}

export function existing(
  book: Book,
  range: sheets_v4.Schema$DimensionRange | null | undefined,
  verb: string,
): LineSpan {
  const span = spanOf(book, range);
  const { sheet, dimension, start, end } = span;
  const count = countOf(sheet, dimension);
  if (end > count) {
    const what = word(dimension);
    const index = Math.max(start, count);
    throw new Refusal(
      `Cannot ${verb} a ${what} that doesn't exist. Tried to ${verb} ${what} index ${index} but there are only ${count} ${what}s.`,
    );
  }
  return span;
}

export const asDimension = (text: string): Dimension => (text === 'COLUMNS' ? 'COLUMNS' : 'ROWS');
export const word = (dimension: Dimension): string => (dimension === 'ROWS' ? 'row' : 'column');
export const countOf = (sheet: Sheet, dimension: Dimension): number =>
  dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;

export const lineRange = (sheet: Sheet, dimension: Dimension, start: number, end: number): GridRange =>
  dimension === 'ROWS'
    ? { sheetId: sheet.id, startRowIndex: start, endRowIndex: end }
    : { sheetId: sheet.id, startColumnIndex: start, endColumnIndex: end };
