import type { Cell } from './workbook.ts';

/** A text as a cell: blank when nothing can be seen in it, else as written, with one kind of line break. */
export function textCell(text: string): Cell {
  if (text.trim() === '') return null;
  return text.replace(/\r\n?/g, '\n');
}

/** The rows without the blank cells at their end and without the blank rows at the end of the tab. */
export function withoutTrailingBlanks(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const trimmed = rows.map(upToLastFilled);
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
}

const upToLastFilled = (row: readonly Cell[]): readonly Cell[] =>
  row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
