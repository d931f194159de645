import type { Book, Sheet } from '../book.ts';
import type { Box } from '../box.ts';
import { cellAt, isFilled } from '../grid.ts';
import { grow, insertBlank } from '../room.ts';
import { writeA1 } from '../write-a1.ts';
import { type Lines, type Updated, type WriteOptions, writeValues } from './write-values.ts';

interface AppendOptions extends WriteOptions {
  readonly insertDataOption?: string | null;
}

/** Writes below the last table that the range touches, or in the range's first cell when it touches none. */
export function appendValues(
  book: Book,
  range: Box,
  lines: Lines,
  options: AppendOptions,
): { readonly tableRange?: string; readonly updates: Updated } {
  const { sheet } = range;
  const table = lastTable(range);
  const tableRange = table && writeA1(table);
  const top = table ? table.bottom : range.top;
  const left = table ? table.left : range.left;
  const width = Math.max(1, ...lines.map((line) => line.length));
  if (options.insertDataOption === 'INSERT_ROWS' && lines.length > 0) {
    grow(book, sheet, { rows: top });
    insertBlank(book, sheet, { dimension: 'ROWS', at: top, count: lines.length, like: top - 1 });
  }
  grow(book, sheet, { rows: top + lines.length, columns: left + width });
  const target = { sheet, top, left, bottom: top + Math.max(1, lines.length), right: left + width };
  return { ...(tableRange ? { tableRange } : {}), updates: writeValues(book, target, 'ROWS', lines, options) };
}

/** The lowest filled cell in the range, and all that hangs together with it. */
function lastTable({ sheet, top, left, bottom, right }: Box): Box | null {
  for (let row = Math.min(bottom, sheet.rows.length) - 1; row >= top; row--) {
    for (let column = Math.min(right, sheet.columnCount) - 1; column >= left; column--) {
      if (isFilled(cellAt(sheet, row, column))) return around(sheet, row, column);
    }
  }
  return null;
}

/** Grows a rectangle until all around it is blank. */
function around(sheet: Sheet, row: number, column: number): Box {
  let box = { sheet, top: row, left: column, bottom: row + 1, right: column + 1 };
  for (;;) {
    const { top, left, bottom, right } = box;
    const wider = {
      sheet,
      top: top > 0 && anyFilled(sheet, top - 1, top, left - 1, right + 1) ? top - 1 : top,
      bottom: anyFilled(sheet, bottom, bottom + 1, left - 1, right + 1) ? bottom + 1 : bottom,
      left: left > 0 && anyFilled(sheet, top - 1, bottom + 1, left - 1, left) ? left - 1 : left,
      right: anyFilled(sheet, top - 1, bottom + 1, right, right + 1) ? right + 1 : right,
    };
    const same = wider.top === top && wider.left === left && wider.bottom === bottom && wider.right === right;
    if (same) return box;
    box = wider;
  }
}

function anyFilled(sheet: Sheet, top: number, bottom: number, left: number, right: number): boolean {
  for (let row = Math.max(0, top); row < bottom; row++) {
    for (let column = Math.max(0, left); column < right; column++) {
      if (isFilled(cellAt(sheet, row, column))) return true;
    }
  }
  return false;
}
