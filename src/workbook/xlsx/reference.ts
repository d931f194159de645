import type { Merge } from '#src/workbook/workbook.ts';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** `C5` as 0-based row and column. Throws when it is no cell address. */
export function parseReference(reference: string): Position {
  const found = /^\$?(?<letters>[A-Z]{1,3})\$?(?<digits>\d{1,7})$/.exec(reference)?.groups;
  if (!found?.letters) throw new Error(`Not a cell reference: ${reference}`);
  const column = [...found.letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found.digits) - 1, column };
}

/** `A2:A5` as a range. */
export function parseRange(reference: string): Merge {
  const [from = '', to = from] = reference.split(':');
  const first = parseReference(from);
  const last = parseReference(to);
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}
