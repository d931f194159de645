import type { sheets_v4 } from '@googleapis/sheets';
import type { CellData, Sheet } from './book.ts';
import { cellAt } from './grid.ts';
import type { Dimension } from './shift.ts';

/** A whole row or column: its cells and its height or width. */
interface Line {
  readonly cells: CellData[];
  readonly looks: sheets_v4.Schema$DimensionProperties | undefined;
}

/** Takes rows or columns out of the sheet; those after them close up. */
export function cut(sheet: Sheet, dimension: Dimension, at: number, count: number): Line[] {
  const looks = dimension === 'ROWS' ? sheet.rowLooks : sheet.columnLooks;
  const taken = Array.from({ length: count }, (_, index) => looks[at + index]);
  looks.splice(at, count);
  if (dimension === 'ROWS') {
    const rows = sheet.rows.splice(at, count);
    return taken.map((look, index) => ({ cells: rows[index] ?? [], looks: look }));
  }
  const lines = taken.map((look, index) => ({
    cells: sheet.rows.map((_, row) => cellAt(sheet, row, at + index)),
    looks: look,
  }));
  for (const row of sheet.rows) row.splice(at, count);
  return lines;
}

/** Puts rows or columns in; those after them make room. */
export function splice(sheet: Sheet, dimension: Dimension, at: number, lines: readonly Line[]): void {
  const looks = dimension === 'ROWS' ? sheet.rowLooks : sheet.columnLooks;
  for (let index = looks.length; index < at; index++) looks.push(undefined);
  looks.splice(at, 0, ...lines.map((line) => line.looks));
  if (dimension === 'ROWS') {
    for (let index = sheet.rows.length; index < at; index++) sheet.rows.push([]);
    sheet.rows.splice(at, 0, ...lines.map(({ cells }) => cells.slice()));
    return;
  }
  for (const [row, cells] of sheet.rows.entries()) {
    for (let index = cells.length; index < at; index++) cells.push({});
    cells.splice(at, 0, ...lines.map((line) => line.cells[row] ?? {}));
  }
}
