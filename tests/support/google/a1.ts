import type { Book, Sheet } from './book.ts';
import { type Box, boxOf } from './box.ts';
import { indexOf } from './letters.ts';
import { invalidArgument } from './problem.ts';
import { outsideGrid } from './write-a1.ts';

/**
 * Reads `Ark`, `'Mitt ark'!A1:C5`, `Ark!A:F`, `2:5`, `A1:B2` (the first visible tab) or a named range. What lies beyond
 * the grid is cut off; a range that begins there is refused. A bare name is a cell, a named range and a tab, in that
 * order; in quotes or before a `!` it is a tab.
 */
export function parseA1(book: Book, a1: string): Box {
  const { quoted, plain, cells } = SHEET_AND_CELLS.exec(a1)?.groups ?? {};
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const tab = book.sheets.find((sheet) => sheet.title === name && sheet.type === 'GRID');
  if (cells !== undefined || quoted !== undefined) {
    const corners = cells === undefined ? {} : CELLS.exec(cells)?.groups;
    if (!(tab && corners)) throw unreadable(a1);
    return withinGrid(tab, corners, a1);
  }
  const corners = CELLS.exec(a1)?.groups;
  const first = book.sheets.find(({ looks, type }) => !looks.hidden && type === 'GRID');
  if (corners && isReference(corners) && first) return withinGrid(first, corners, a1);

  const named = namedRange(book, a1) ?? (tab && withinGrid(tab, {}, a1));
  if (!named) throw unreadable(a1);
  return named;
}

const unreadable = (a1: string) => invalidArgument(`Unable to parse range: ${a1}`);

/** `A` and `5` are no cells, `A1`, `A:A` and `5:5` are. */
const isReference = ({ column: letter, row: number, toColumn, toRow }: Corners): boolean =>
  Boolean((letter && number) || toColumn || toRow);

const SHEET_AND_CELLS = /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))(?:!(?<cells>.+))?$/;
const CELLS =
  /^(?=\$?[A-Z\d])\$?(?<column>[A-Z]{1,3})?\$?(?<row>[1-9]\d*)?(?::(?=\$?[A-Z\d])\$?(?<toColumn>[A-Z]{1,3})?\$?(?<toRow>[1-9]\d*)?)?$/i;

function namedRange(book: Book, name: string): Box | null {
  const found = book.namedRanges.find((it) => it.name?.toLowerCase() === name.toLowerCase());
  return found?.range ? boxOf(book, found.range) : null;
}

type Corners = Readonly<Record<string, string | undefined>>;

function withinGrid(sheet: Sheet, corners: Corners, a1: string): Box {
  const one = { row: row(corners.row), column: column(corners.column) };
  const single = !(corners.toColumn || corners.toRow);
  if (Object.keys(corners).length > 0 && !isReference(corners)) throw unreadable(a1);
  const other = single ? one : { row: row(corners.toRow), column: column(corners.toColumn) };
  const [top, bottom] = span(one.row, other.row, sheet.rowCount);
  const [left, right] = span(one.column, other.column, sheet.columnCount);
  if (top >= sheet.rowCount || left >= sheet.columnCount)
    throw invalidArgument(outsideGrid({ sheet, top, left, bottom, right }));

  return { sheet, top, left, bottom: Math.min(bottom, sheet.rowCount), right: Math.min(right, sheet.columnCount) };
}

/** Half-open; the corners may come in any order, and a missing one is the end of the grid. */
function span(from: number | null, to: number | null, count: number): readonly [start: number, end: number] {
  if (from === null && to === null) return [0, count];
  if (from === null || to === null) return [from ?? to ?? 0, Math.max(count, (from ?? to ?? 0) + 1)];
  return [Math.min(from, to), Math.max(from, to) + 1];
}

const row = (text: string | undefined): number | null => (text ? Number(text) - 1 : null);

const column = (text: string | undefined): number | null => (text ? indexOf(text) : null);
