import { withoutTrailingBlanks } from '#src/workbook/grid.ts';
import type { Cell } from '#src/workbook/workbook.ts';

type Rows = readonly (readonly Cell[])[];

/** A moment is a fraction of a day, and the last digit may change on its way through another day count. */
const ROUNDING = 1e-9;

/** Whether a tab reads as it did before, but for these cells of one row, which read as they should. */
export function readsAsAsked(before: Rows, after: Rows, row: number, expected: ReadonlyMap<number, Cell>): boolean {
  const columns = [...expected.keys()];
  const isThere = [...expected].every(([column, cell]) => same(after[row]?.[column] ?? null, cell));
  return isThere && JSON.stringify(without(before, row, columns)) === JSON.stringify(without(after, row, columns));
}

function same(found: Cell, expected: Cell): boolean {
  const [a, b] = [serialOf(found), serialOf(expected)];
  return a !== null && b !== null ? Math.abs(a - b) < ROUNDING : JSON.stringify(found) === JSON.stringify(expected);
}

const serialOf = (cell: Cell): number | null =>
  typeof cell === 'object' && cell !== null && 'serial' in cell ? cell.serial : null;

/** The rows with these cells blank, as far out as the columns reach: blank cells at the end of a row are left out. */
function without(rows: Rows, row: number, columns: readonly number[]): Rows {
  const padded = Array.from({ length: Math.max(rows.length, row + 1) }, (_, index) => rows[index] ?? []);
  const width = Math.max(padded[row]?.length ?? 0, ...columns.map((column) => column + 1));
  const cells = Array.from({ length: width }, (_, column) =>
    columns.includes(column) ? null : (padded[row]?.[column] ?? null),
  );
  return withoutTrailingBlanks(padded.with(row, cells));
}
