import { columnLetters } from '#src/workbook/column-letters.ts';
import { type CellContent, cellInside, cellType, newCell } from './cell-xml.ts';
import { dimensionWith } from './dimension.ts';
import { isOn, type PlacedCell, type PlacedRow, rowAt, type SheetMap } from './sheet-map.ts';
import { type Splice, splice } from './text-splice.ts';
import { retagged } from './xml-write.ts';

/** A cell as it is to be. */
export interface XlsxChange {
  readonly column: number;
  readonly content: CellContent;
  readonly style: number;
}

/** The number of the style that a cell has, or that Excel would give it when somebody wrote there. */
export function styleAt(map: SheetMap, row: number, column: number): number {
  const found = rowAt(map, row);
  const cell = found?.cells.find((each) => each.column === column);
  if (cell) return Number(cell.tag.attributes.s ?? 0);
  if (found && isOn(found.tag.attributes.customFormat)) return Number(found.tag.attributes.s ?? 0);
  return map.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

/** The sheet with these cells of one row changed, and every other character as it was. */
export function setSheetCells(xml: string, map: SheetMap, row: number, changes: readonly XlsxChange[]): string {
  const found = rowAt(map, row);
  const inRow = found === null ? [addedRow(xml, map, row, changes)] : changedRow(xml, found, changes);
  const columns = changes.filter(({ content }) => content !== null).map(({ column }) => column);
  const filled = { top: row, bottom: row, left: Math.min(...columns), right: Math.max(...columns) };
  return splice(xml, [...inRow, ...(columns.length === 0 ? [] : dimensionWith(xml, map, filled))]);
}

function changedRow(xml: string, row: PlacedRow, changes: readonly XlsxChange[]): readonly Splice[] {
  const { tag, cells, contentEnd, end } = row;
  const missing: XlsxChange[] = [];
  const splices: Splice[] = [];
  for (const change of changes) {
    const [cell, another] = cells.filter(({ column }) => column === change.column);
    if (another) throw new Error(`Two cells are ${columnLetters(change.column)}${row.index + 1}`);
    if (cell) splices.push(changedCell(xml, cell, change));
    else missing.push(change);
  }
  if (missing.length === 0) return splices;
  const rowTag = retagged(xml, tag, { spans: grownSpans(tag.attributes.spans, missing) });
  const inserted = sorted(missing).map((change): Splice => {
    const place = cells.find(({ column }) => column > change.column)?.tag.start ?? contentEnd;
    return { start: place, end: place, text: cellXml(change, row.index, tag.prefix) };
  });
  if (!tag.closesItself) return [{ start: tag.start, end: tag.end, text: rowTag }, ...splices, ...inserted];
  const added = inserted.map(({ text }) => text).join('');
  return [{ start: tag.start, end, text: `${rowTag.replace(/\/>$/, '>')}${added}</${tag.prefix}row>` }];
}

/** The cell keeps its style and whatever else is said of it; what is said of its value goes with the value. */
function changedCell(xml: string, { tag, end }: PlacedCell, { content, style }: XlsxChange): Splice {
  const s = style === Number(tag.attributes.s ?? 0) ? {} : { s: String(style) };
  const opened = retagged(xml, tag, { ...s, t: cellType(content), cm: null, vm: null }).replace(/\s*\/?>$/, '');
  const inside = cellInside(content, tag.prefix);
  const text = inside === '' ? `${opened}/>` : `${opened}>${inside}</${tag.prefix}c>`;
  return { start: tag.start, end, text };
}

function addedRow(xml: string, { data, rows }: SheetMap, row: number, changes: readonly XlsxChange[]): Splice {
  const { tag, contentEnd, end } = data;
  const cells = sorted(changes).map((change) => cellXml(change, row, tag.prefix));
  const text = `<${tag.prefix}row r="${row + 1}">${cells.join('')}</${tag.prefix}row>`;
  if (tag.closesItself) {
    const opened = retagged(xml, tag, {}).replace(/\/>$/, '>');
    return { start: tag.start, end, text: `${opened}${text}</${tag.prefix}sheetData>` };
  }
  const place = rows.find(({ index }) => index > row)?.tag.start ?? contentEnd;
  return { start: place, end: place, text };
}

const cellXml = ({ column, content, style }: XlsxChange, row: number, prefix: string): string =>
  newCell(`${columnLetters(column)}${row + 1}`, content, style, prefix);

const sorted = (changes: readonly XlsxChange[]): readonly XlsxChange[] =>
  changes.toSorted((a, b) => a.column - b.column);

/** Which columns of the row hold something, for programs that read faster by it. Null when it is not said. */
function grownSpans(spans: string | undefined, added: readonly XlsxChange[]): string | null {
  if (spans === undefined) return null;
  const ends = spans.split(/[\s:]+/).filter((end) => end !== '');
  const columns = [...ends.map(Number), ...added.map(({ column }) => column + 1)];
  return `${Math.min(...columns)}:${Math.max(...columns)}`;
}
