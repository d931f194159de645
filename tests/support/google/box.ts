import type { Book, GridRange, Sheet } from './book.ts';
import { Refusal } from './refusal.ts';
import { rangeOutsideGrid } from './write-a1.ts';

/** A rectangle of one sheet, 0-based and half-open. */
export interface Box {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Throws a {@link Refusal} when there is no such sheet. */
export function sheetOf(book: Book, id: number | null | undefined, what = 'grid'): Sheet {
  const sheet = book.sheets.find((it) => it.id === (id ?? 0));
  if (!sheet) throw new Refusal(`No ${what} with id: ${id ?? 0}`);
  return sheet;
}

/**
 * The rectangle a range means; a missing index goes as far as the grid. What lies beyond the grid is cut off, and a range
 * of no cells is taken; one that begins beyond the grid, or ends before it begins, is refused with a {@link Refusal}.
 */
export function boxOf(book: Book, range: GridRange | null | undefined, name = 'range'): Box {
  if (!range) throw new Refusal(`${name} is required.`);
  const sheet = sheetOf(book, range.sheetId);
  const [top, left] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  const [bottom, right] = [range.endRowIndex ?? sheet.rowCount, range.endColumnIndex ?? sheet.columnCount];
  if (top < 0 || left < 0) throw new Refusal(`${name}: a start index must not be negative.`);
  if (top >= sheet.rowCount || left >= sheet.columnCount) throw new Refusal(rangeOutsideGrid(sheet, range));
  if (top > bottom || left > right) throw new Refusal(`${name}: a start index must not be after the end index.`);
  return { sheet, top, left, bottom: Math.min(bottom, sheet.rowCount), right: Math.min(right, sheet.columnCount) };
}

export function toGridRange({ sheet, top, left, bottom, right }: Box): GridRange {
  return { sheetId: sheet.id, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
}

/** Whether two ranges share a cell; a missing index is without end. */
export function overlap(one: GridRange, other: GridRange): boolean {
  return (
    (one.sheetId ?? 0) === (other.sheetId ?? 0) &&
    meet(one.startRowIndex, one.endRowIndex, other.startRowIndex, other.endRowIndex) &&
    meet(one.startColumnIndex, one.endColumnIndex, other.startColumnIndex, other.endColumnIndex)
  );
}

/** Whether the inner range lies wholly within the outer one. */
export function covers(outer: GridRange, inner: GridRange): boolean {
  return (
    (outer.sheetId ?? 0) === (inner.sheetId ?? 0) &&
    (outer.startRowIndex ?? 0) <= (inner.startRowIndex ?? 0) &&
    (outer.startColumnIndex ?? 0) <= (inner.startColumnIndex ?? 0) &&
    (outer.endRowIndex ?? Infinity) >= (inner.endRowIndex ?? Infinity) &&
    (outer.endColumnIndex ?? Infinity) >= (inner.endColumnIndex ?? Infinity)
  );
}

type Index = number | null | undefined;

const meet = (start: Index, end: Index, otherStart: Index, otherEnd: Index): boolean =>
  (start ?? 0) < (otherEnd ?? Infinity) && (otherStart ?? 0) < (end ?? Infinity);
