import type { CellData, Sheet } from './book.ts';

const BLANK: CellData = Object.freeze({});

export const cellAt = (sheet: Sheet, row: number, column: number): CellData => sheet.rows[row]?.[column] ?? BLANK;

export function putCell(sheet: Sheet, row: number, column: number, cell: CellData): void {
  for (let at = sheet.rows.length; at <= row; at++) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  for (let at = cells.length; at < column; at++) cells.push(BLANK);
  cells[column] = cell;
}

export const isFilled = (cell: CellData | undefined): boolean => cell?.effectiveValue !== undefined;

/** The number of rows down to the last one that holds a value. */
export const filledRows = (sheet: Sheet): number => sheet.rows.findLastIndex((row) => row.some(isFilled)) + 1;

export function withoutTrailing<T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}
