import { columnLetters } from '#src/workbook/column-letters.ts';
import { LOGG } from '#src/workbook/edit.ts';
import { isLog } from '#src/workbook/files/log-file.ts';
import { hasLogHeadings, type LogLine } from '#src/workbook/log-lines.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { otherLog, stiffLog } from '#src/workbook/write-trouble.ts';
import { addSheet } from './add-sheet.ts';
import type { XlsxBook } from './book.ts';
import { newCell } from './cell-xml.ts';
import { dimensionWith, rangeName } from './dimension.ts';
import { mapSheet, type SheetMap } from './sheet-map.ts';
import { type Splice, splice } from './text-splice.ts';
import { retagged } from './xml-write.ts';

/** Characters wide, in the order of the headings. */
const WIDTHS = [18, 26, 26, 32, 32, 16, 12];

/** What would have to move with the rows below, or refers to them. */
const ANCHORED = ['mergeCell', 'tablePart', 'legacyDrawing', 'hyperlink'];

/**
 * Puts these lines first in the tab Logg, which is made when it is missing. The tab may be protected: that is against
 * people.
 *
 * @throws WorkbookError when the tab is something else, or has become more than a list of lines
 */
export function addLogLines(book: XlsxBook, tabs: readonly Tab[], lines: readonly LogLine[], fileName: string): void {
  const sheet = book.sheets.find(({ name }) => isLog(name));
  if (sheet === undefined) {
    addSheet(book, LOGG.name, (prefix, namespace) => newLog(lines, prefix, namespace), fileName);
    return;
  }
  const rows = tabs.find(({ name }) => name === sheet.name)?.rows ?? [];
  if (sheet.part === null || (rows.length > 0 && !hasLogHeadings(rows))) throw otherLog(sheet.name);

  const xml = book.need(sheet.part);
  const map = mapSheet(xml, () => true);
  const hasFormula = map.rows.some(({ cells }) => cells.some((cell) => cell.hasFormula));
  if (hasFormula || ANCHORED.some((name) => map.others.has(name))) throw stiffLog();
  const changes = rows.length === 0 ? wholeTable(xml, map, lines) : linesBelowHeadings(xml, map, lines);
  const bottom = Math.max(lines.length, ...map.rows.map(({ index }) => index + lines.length));
  const filled = { top: 0, left: 0, bottom, right: LOGG.headings.length - 1 };
  book.write(sheet.part, splice(xml, [...changes, ...dimensionWith(xml, map, filled)]));
}

function wholeTable(xml: string, { data }: SheetMap, lines: readonly LogLine[]): readonly Splice[] {
  const { tag, end } = data;
  const opened = retagged(xml, tag, {}).replace(/\/?>$/, '>');
  const text = `${opened}${tableRows(lines, tag.prefix)}</${tag.prefix}sheetData>`;
  return [{ start: tag.start, end, text }];
}

function linesBelowHeadings(xml: string, { rows }: SheetMap, lines: readonly LogLine[]): readonly Splice[] {
  const [headings, ...below] = rows;
  if (headings?.index !== 0) throw new Error('The headings are not in the first row of the file');
  const { prefix } = headings.tag;
  const added = lines.map((line, index) => rowXml(line, index + 1, prefix)).join('');
  return [
    { start: headings.end, end: headings.end, text: added },
    ...below.flatMap(({ tag, index, cells }) => [
      moved(xml, tag, String(index + 1 + lines.length)),
      ...cells.map((cell) => moved(xml, cell.tag, `${columnLetters(cell.column)}${index + 1 + lines.length}`)),
    ]),
  ];
}

/** A tag without an address keeps to be the next one. */
const moved = (xml: string, tag: SheetMap['data']['tag'], r: string): Splice => ({
  start: tag.start,
  end: tag.end,
  text: tag.attributes.r === undefined ? xml.slice(tag.start, tag.end) : retagged(xml, tag, { r }),
});

function newLog(lines: readonly LogLine[], prefix: string, namespace: string): string {
  const p = prefix;
  const columns = WIDTHS.map(
    (width, index) => `<${p}col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = `<${p}pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`;
  const range = rangeName({ top: 0, left: 0, bottom: lines.length, right: LOGG.headings.length - 1 });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<${p}worksheet xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${namespace}">`,
    `<${p}dimension ref="${range}"/>`,
    `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`,
    `<${p}cols>${columns.join('')}</${p}cols>`,
    `<${p}sheetData>${tableRows(lines, p)}</${p}sheetData></${p}worksheet>`,
  ].join('');
}

const tableRows = (lines: readonly LogLine[], prefix: string): string =>
  [LOGG.headings, ...lines].map((line, row) => rowXml(line, row, prefix)).join('');

function rowXml(line: LogLine, row: number, prefix: string): string {
  const cells = line.map((text, column) =>
    text === '' ? '' : newCell(`${columnLetters(column)}${row + 1}`, text, 0, prefix),
  );
  return `<${prefix}row r="${row + 1}">${cells.join('')}</${prefix}row>`;
}
