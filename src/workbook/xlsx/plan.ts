import type { NewCell, Target } from '#src/workbook/edit.ts';
import { isLog } from '#src/workbook/files/log-file.ts';
import type { ReadFile } from '#src/workbook/files/reading.ts';
import { readsAsAsked } from '#src/workbook/files/reads-as-asked.ts';
import { textCell } from '#src/workbook/grid.ts';
import { cellName, type LogLine } from '#src/workbook/log-lines.ts';
import { type Cell, type Tab, WorkbookError } from '#src/workbook/workbook.ts';
import { noDateStyle, tooLongText, unsure } from '#src/workbook/write-trouble.ts';
import { openBook, type XlsxBook } from './book.ts';
import { setSheetCells, styleAt, type XlsxChange } from './cell-edit.ts';
import type { CellContent } from './cell-xml.ts';
import { toFileSerial } from './cells.ts';
import { addLogLines } from './log.ts';
import { readXlsx } from './reader.ts';
import { askForRecalculation } from './recalculate.ts';
import { assertBookMayChange, assertCellsMayChange } from './refusals.ts';
import { mapSheet } from './sheet-map.ts';
import { openStyles, type Shown, type StyleBook } from './style-edit.ts';

/** How many UTF-16 units a cell in Excel holds. */
const LONGEST_TEXT = 32_767;

type Workbook = Pick<ReadFile, 'name' | 'bytes' | 'tabs'>;

/**
 * Works out an edit of an .xlsx, its log included. Only the parts that must differ are written anew, and in them only the
 * cells and lines in question.
 *
 * @throws WorkbookError when the cell is not to be changed, or the file cannot be changed safely
 */
export function planXlsx(file: Workbook, target: Target, lines: readonly LogLine[]): Uint8Array {
  try {
    const book = openBook(file.bytes);
    assertBookMayChange(book, file.name);
    const changed = changeCells(book, file, target);
    addLogLines(book, file.tabs, lines, file.name);
    askForRecalculation(book);
    const bytes = book.toBytes();
    assertReadsAsAsked(file, readXlsx(bytes, file.name), target, lines, changed);
    return bytes;
  } catch (error) {
    throw error instanceof WorkbookError ? error : unsure(file.name, error);
  }
}

/** The cells as they are to be read. */
function changeCells(book: XlsxBook, file: Workbook, target: Target): ReadonlyMap<number, Cell> {
  const part = book.sheets.find(({ name }) => name === target.tab)?.part ?? null;
  const tab = file.tabs.find(({ name }) => name === target.tab);
  if (part === null || tab === undefined) throw new Error(`No sheet ${target.tab}`);
  const xml = book.need(part);
  const map = mapSheet(xml, (row) => row === target.row);
  const stylesPath = book.partOfKind('styles');
  const styles = openStyles(stylesPath === null ? null : book.part(stylesPath));
  assertCellsMayChange(book, { tab, part, map }, styles, target);

  const changes = target.changes.map(({ column, to }) => {
    if (typeof to === 'string' && to.length > LONGEST_TEXT) throw tooLongText(cellName(target, column), LONGEST_TEXT);
    const style = styleFor(to, styles, styleAt(map, target.row, column));
    if (style === null) throw noDateStyle(file.name);
    return { column, content: contentOf(to, book.date1904), style } satisfies XlsxChange;
  });
  book.write(part, setSheetCells(xml, map, target.row, changes));
  const newStyles = styles.changed();
  if (stylesPath !== null && newStyles !== null) book.write(stylesPath, newStyles);
  return new Map(target.changes.map(({ column, to }) => [column, asRead(to)]));
}

function styleFor(to: NewCell, styles: StyleBook, style: number): number | null {
  const shown = shownAs(to);
  return shown === null ? style : styles.styleFor(style, shown);
}

/** Null when it is shown the same whatever the format of the cell. */
function shownAs(to: NewCell): Shown | null {
  if (typeof to === 'number') return 'number';
  if (typeof to !== 'object' || to === null) return null;
  return Number.isInteger(to.serial) ? 'day' : 'moment';
}

function contentOf(to: NewCell, date1904: boolean): CellContent {
  if (to === null || to === '') return null;
  if (typeof to === 'string') return to.replace(/\r\n?/g, '\n');
  if (typeof to === 'boolean') return to;
  const number = typeof to === 'number' ? to : toFileSerial(to.serial, date1904);
  if (!Number.isFinite(number)) throw new Error(`Not a number: ${number}`);
  return number;
}

const asRead = (to: NewCell): Cell => (typeof to === 'string' ? textCell(to) : to);

/** Read again as everybody will read it: what the surgery has missed is found here, before anything is written. */
function assertReadsAsAsked(
  { name, tabs }: Workbook,
  after: readonly Tab[],
  target: Target,
  lines: readonly LogLine[],
  changed: ReadonlyMap<number, Cell>,
): void {
  const others = (all: readonly Tab[]) => all.filter((tab) => !isLog(tab.name));
  const before = others(tabs);
  const isSame = others(after).map((tab, index) => {
    const old = before[index];
    if (old?.name !== tab.name || JSON.stringify(old.merges) !== JSON.stringify(tab.merges)) return false;
    const isChanged = old === before.find(({ name: each }) => each === target.tab);
    return readsAsAsked(old.rows, tab.rows, target.row, isChanged ? changed : new Map());
  });
  const oldLog = tabs.find((tab) => isLog(tab.name))?.rows ?? [];
  const log = after.find((tab) => isLog(tab.name))?.rows ?? [];
  const isLogged =
    lines.every((line, index) => line.every((text, column) => (log[index + 1]?.[column] ?? '') === text)) &&
    JSON.stringify(log.slice(1 + lines.length)) === JSON.stringify(oldLog.slice(1));
  if (isSame.length !== before.length || isSame.includes(false) || !isLogged) throw unsure(name);
}
