import { invalidArgument } from './google-problem.ts';
import { formatted, type GoogleCell, type GoogleTab, gridSize } from './google-spreadsheet.ts';

/** A rectangle of one tab, 0-based and half-open; open ends are the end of the grid. */
interface Range {
  readonly tab: GoogleTab;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The `ValueRange` of one range of `values.batchGet`. */
export function toValueRange(tabs: readonly GoogleTab[], a1: string, query: URLSearchParams): object {
  if (query.get('majorDimension') === 'COLUMNS') throw invalidArgument('The stand-in reads by rows only.');

  const range = parseRange(tabs, a1);
  const render = renderer(query);
  const cells = range.tab.rows
    .slice(range.top, range.bottom)
    .map((row) => withoutTrailing(row.slice(range.left, range.right).map(render), (value) => value === ''));
  const values = withoutTrailing(cells, (row) => row.length === 0);
  // «Empty trailing rows and columns will not be included», but the range is the whole one that was asked for.
  return { range: writeRange(range), majorDimension: 'ROWS', ...(values.length ? { values } : {}) };
}

function renderer(query: URLSearchParams): (cell: GoogleCell) => string | number | boolean {
  if (query.get('valueRenderOption') !== 'UNFORMATTED_VALUE') return formatted;

  const datesAsText = query.get('dateTimeRenderOption') === 'FORMATTED_STRING';
  return (cell) => {
    if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
    if (typeof cell === 'object' && cell !== null && 'serial' in cell && !datesAsText) return cell.serial;
    return formatted(cell);
  };
}

/** `Ark`, `'Mitt ark'!A1:C5`, `Ark!A:F` or `A1:B2` (the first tab). */
function parseRange(tabs: readonly GoogleTab[], a1: string): Range {
  const { quoted, plain, cells } = a1.match(SHEET_AND_CELLS)?.groups ?? {};
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const named = name === undefined ? undefined : tabs.find((tab) => tab.name === name);
  if (named && cells === undefined) return toRange(named, {});

  const tab = cells === undefined ? tabs[0] : named;
  const corners = (cells ?? a1).match(CELLS)?.groups;
  if (!(tab && corners)) throw invalidArgument(`Unable to parse range: ${a1}`);

  return toRange(tab, corners);
}

function toRange(tab: GoogleTab, corners: Readonly<Record<string, string | undefined>>): Range {
  const { rowCount, columnCount } = gridSize(tab);
  const single = !(corners.toColumn || corners.toRow);
  return {
    tab,
    top: row(corners.row) ?? 0,
    left: column(corners.column) ?? 0,
    bottom: (row(single ? corners.row : corners.toRow) ?? rowCount - 1) + 1,
    right: (column(single ? corners.column : corners.toColumn) ?? columnCount - 1) + 1,
  };
}

const SHEET_AND_CELLS = /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))(?:!(?<cells>.+))?$/;
const CELLS =
  /^(?=[A-Z\d])(?<column>[A-Z]+)?(?<row>[1-9]\d*)?(?::(?=[A-Z\d])(?<toColumn>[A-Z]+)?(?<toRow>[1-9]\d*)?)?$/;

function writeRange({ tab, top, left, bottom, right }: Range): string {
  const name = /^[A-Za-z_]\w*$/.test(tab.name) ? tab.name : `'${tab.name.replaceAll("'", "''")}'`;
  const from = `${letters(left)}${top + 1}`;
  const to = `${letters(right - 1)}${bottom}`;
  return `${name}!${from === to ? from : `${from}:${to}`}`;
}

const row = (text: string | undefined): number | undefined => (text ? Number(text) - 1 : undefined);

function column(text: string | undefined): number | undefined {
  if (!text) return undefined;
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function withoutTrailing<T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}
