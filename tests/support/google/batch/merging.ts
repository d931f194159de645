import { boxOf, covers, overlap, toGridRange } from '../box.ts';
import { putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';

const HALF = 'You must select all cells in a merged range to merge or unmerge them.';

export const merging = {
  mergeCells(book, { range, mergeType }) {
    const box = boxOf(book, range);
    const area = toGridRange(box);
    guard(book, area);
    const { sheet, top, left, bottom, right } = box;
    if (sheet.merges.some((merge) => overlap(merge, area) && !covers(area, merge))) throw new Refusal(HALF);
    if (sheet.tables.some((table) => table.range && overlap(table.range, area))) {
      throw new Refusal("You can't merge cells in a table.");
    }
    checkFrozen(sheet.gridLooks.frozenRowCount ?? 0, top, bottom, 'rows');
    checkFrozen(sheet.gridLooks.frozenColumnCount ?? 0, left, right, 'columns');
    sheet.merges = sheet.merges.filter((merge) => !overlap(merge, area));
    const rows = Array.from({ length: bottom - top }, (_, at) => ({ ...box, top: top + at, bottom: top + at + 1 }));
    const columns = Array.from({ length: right - left }, (_, at) => ({
      ...box,
      left: left + at,
      right: left + at + 1,
    }));
    const parts = mergeType === 'MERGE_ROWS' ? rows : mergeType === 'MERGE_COLUMNS' ? columns : [box];
    for (const part of parts) {
      sheet.merges.push(toGridRange(part));
      for (let row = part.top; row < part.bottom; row++) {
        for (let column = part.left; column < part.right; column++) {
          // Only the first cell keeps what it holds.
          if (row > part.top || column > part.left) putCell(sheet, row, column, {});
        }
      }
    }
    return undefined;
  },

  unmergeCells(book, { range }) {
    const box = boxOf(book, range);
    const area = toGridRange(box);
    guard(book, area);
    if (box.sheet.merges.some((merge) => overlap(merge, area) && !covers(area, merge))) throw new Refusal(HALF);
    box.sheet.merges = box.sheet.merges.filter((merge) => !overlap(merge, area));
    return undefined;
  },
} satisfies Handlers;

function checkFrozen(frozen: number, start: number, end: number, what: string): void {
  if (start < frozen && end > frozen) throw new Refusal(`You can't merge frozen and non-frozen ${what}`);
}
