import { columnLetters } from '#src/workbook/column-letters.ts';

/** `A1` for row 0, column 0; `AB14` for row 13, column 27. */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Compares two A1 addresses from top to bottom, then from left to right. */
export function byPlaceInSheet(a: string, b: string): number {
  const [rowA, columnA] = parts(a);
  const [rowB, columnB] = parts(b);
  return rowA - rowB || columnA.length - columnB.length || (columnA < columnB ? -1 : Number(columnA > columnB));
}

function parts(address: string): readonly [number, string] {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  return [Number(match?.[2] ?? 0), match?.[1] ?? ''];
}
