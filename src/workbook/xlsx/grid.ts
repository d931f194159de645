import { withoutTrailingBlanks } from '#src/workbook/grid.ts';
import type { Cell, Merge, Tab } from '#src/workbook/workbook.ts';
import type { Position } from './reference.ts';

/** Excel's own size of a sheet; an address outside it is damage. */
const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;

/** How many cells a tab may span, blank ones between included: what Google allows a whole spreadsheet. */
const MAX_CELLS = 10_000_000;

/** The filled cells lie so far apart that the grid between them would exhaust the memory. */
export class GridTooLarge extends Error {
  override readonly name = 'GridTooLarge';
}

export interface XlsxGrid {
  /** Throws {@link GridTooLarge}, or an Error when no sheet has such a cell. A blank cell takes no room. */
  put(position: Position, cell: Cell): void;
  toRows(merges: readonly Merge[]): Tab['rows'];
}

/** A grid that grows as filled cells are put into it. */
export function growingGrid(): XlsxGrid {
  const rows: Cell[][] = [];
  let spanned = 0;

  return {
    put({ row, column }, cell) {
      if (!(row >= 0 && row < EXCEL_ROWS && column >= 0 && column < EXCEL_COLUMNS)) {
        throw new Error(`No cell at row ${row}, column ${column}`);
      }
      if (cell === null) return;

      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      spanned += Math.max(0, column + 1 - cells.length);
      if (spanned > MAX_CELLS) throw new GridTooLarge();
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    },
    toRows(merges) {
      for (const merge of merges) blankAllButFirst(rows, merge);
      return withoutTrailingBlanks(rows);
    },
  };
}

/** A program may leave values under a merge, where nobody can see them; only the first cell's shows. */
function blankAllButFirst(rows: readonly Cell[][], { top, left, bottom, right }: Merge): void {
  for (const [offset, cells] of rows.slice(top, bottom + 1).entries()) {
    const start = offset === 0 ? left + 1 : left;
    const end = Math.min(right + 1, cells.length);
    if (start < end) cells.fill(null, start, end);
  }
}
