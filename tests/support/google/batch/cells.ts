import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, CellData, Sheet } from '../book.ts';
import { boxOf, sheetOf, toGridRange } from '../box.ts';
import type { Mask } from '../fields.ts';
import { cellAt, filledRows, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import { grow, insertBlank } from '../room.ts';
import { findTable, withTable } from '../table.ts';
import type { Handlers } from './kinds.ts';
import { cellMask, written } from './write-cell.ts';

export const cells = {
  updateCells(book, { start, range, rows, fields }) {
    const mask = cellMask(fields);
    if (Boolean(start) === Boolean(range)) throw new Refusal('Exactly one of start and range must be set.');
    if (start) {
      const sheet = sheetOf(book, start.sheetId);
      writeRows(book, sheet, start.rowIndex ?? 0, start.columnIndex ?? 0, rows ?? [], mask);
      return undefined;
    }
    const box = boxOf(book, range);
    guard(book, toGridRange(box));
    for (const [at, { values }] of (rows ?? []).entries()) {
      if (at >= box.bottom - box.top) throw beyond('row', box.top + at, box.bottom - 1);
      const width = box.right - box.left;
      if ((values ?? []).length > width) throw beyond('column', box.left + width, box.right - 1);
    }
    // What the rows do not cover of the range is cleared.
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) {
        const given = rows?.[row - box.top]?.values?.[column - box.left];
        const before = cellAt(box.sheet, row, column);
        if (given || Object.keys(before).length > 0) putCell(box.sheet, row, column, written(before, given, mask));
      }
    }
    return undefined;
  },

  repeatCell(book, { range, cell, fields }) {
    const mask = cellMask(fields);
    const box = boxOf(book, range);
    guard(book, toGridRange(box));
    // Most of a whole column is one and the same blank cell.
    const same = new Map<CellData, CellData>();
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) {
        const before = cellAt(box.sheet, row, column);
        const after = same.get(before) ?? written(before, cell ?? undefined, mask);
        same.set(before, after);
        putCell(box.sheet, row, column, after);
      }
    }
    return undefined;
  },

  appendCells(book, { sheetId, tableId, rows, fields }) {
    const mask = cellMask(fields);
    const added = rows ?? [];
    if (!tableId) {
      const sheet = sheetOf(book, sheetId);
      const row = filledRows(sheet);
      grow(book, sheet, { rows: row + added.length });
      writeRows(book, sheet, row, 0, added, mask);
      return undefined;
    }
    const { sheet, table } = findTable(book, tableId);
    const row = table.range?.endRowIndex ?? sheet.rowCount;
    insertBlank(book, sheet, { dimension: 'ROWS', at: row, count: added.length, like: row - 1 });
    withTable(sheet, tableId, { ...table, range: { ...table.range, endRowIndex: row + added.length } });
    writeRows(book, sheet, row, table.range?.startColumnIndex ?? 0, added, mask);
    return undefined;
  },

  updateBorders(book, { range }) {
    guard(book, toGridRange(boxOf(book, range)));
    return undefined;
  },
} satisfies Handlers;

function writeRows(
  book: Book,
  sheet: Sheet,
  top: number,
  left: number,
  rows: readonly sheets_v4.Schema$RowData[],
  mask: Mask,
): void {
  if (top >= sheet.rowCount) throw startOutside('row', top, sheet.rowCount);
  if (left >= sheet.columnCount) throw startOutside('column', left, sheet.columnCount);
  const width = Math.max(1, ...rows.map(({ values }) => values?.length ?? 0));
  if (top + rows.length > sheet.rowCount) throw beyond('row', Math.max(top, sheet.rowCount), sheet.rowCount - 1);
  if (left + width > sheet.columnCount)
    throw beyond('column', Math.max(left, sheet.columnCount), sheet.columnCount - 1);
  guard(book, toGridRange({ sheet, top, left, bottom: top + Math.max(1, rows.length), right: left + width }));
  for (const [at, { values }] of rows.entries()) {
    for (const [across, given] of (values ?? []).entries()) {
      putCell(sheet, top + at, left + across, written(cellAt(sheet, top + at, left + across), given, mask));
    }
  }
}

const beyond = (what: string, at: number, last: number): Refusal =>
  new Refusal(`Attempting to write ${what}: ${at}, beyond the last requested ${what} of: ${last}`);

const startOutside = (what: string, at: number, count: number): Refusal =>
  new Refusal(`GridCoordinate.${what}Index[${at}] is after last ${what} in grid[${count - 1}]`);
