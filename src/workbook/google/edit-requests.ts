import type { sheets_v4 } from '@googleapis/sheets';
import { LOGG, type NewCell, type Target } from '#src/workbook/edit.ts';
import { type LogLine, logLines } from '#src/workbook/log-lines.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { type RawValue, wholeTab } from './values.ts';

/** The heading over what is copied of the row that was written in: its key, as it was at that moment. */
const MET = 'Traff';

/** The tab Logg as it is before the attempt; one that is not there yet is made along with it. */
export interface LoggPlace {
  readonly title: string;
  readonly sheetId: number;
  readonly isThere: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** One attempt at an edit. */
export interface Attempt {
  readonly target: Target;
  /** Google's number for the target's tab. */
  readonly sheetId: number;
  readonly logg: LoggPlace;
  readonly by: string;
  readonly at: string;
  /** Names the attempt in the log. */
  readonly ref: string;
  /** Cells of the target that do not show a date as they are formatted now. */
  readonly needsDateFormat: (column: number) => boolean;
}

/**
 * The requests of one attempt, which Google carries out all together or not at all. Sheets knows no «only if it still says»:
 * so each cell is copied to the log before it is written in, along with the key of the row that it stands in. The log
 * tells afterwards what was met, whatever people did between the reading and the writing.
 */
export function attemptRequests(attempt: Attempt): sheets_v4.Schema$Request[] {
  const { target, sheetId, logg } = attempt;
  const { changes, key, row } = target;
  const loggId = logg.sheetId;
  return [
    ...loggRequests(logg),
    { insertDimension: { range: { sheetId: loggId, dimension: 'ROWS', startIndex: 1, endIndex: 1 + changes.length } } },
    ...logLines(target, attempt, attempt.ref).map((line, index) =>
      write(loggId, 1 + index, 0, logCells(line, changes[index]?.from ?? null), true),
    ),
    ...changes.map(({ column }, index) => copy(sheetId, row, column, loggId, 1 + index, FROM)),
    ...key.map(({ column }, index) => copy(sheetId, row, column, loggId, 1, KEY + index)),
    ...changes.map(({ column, to }) => {
      const formats = isDate(to) && attempt.needsDateFormat(column);
      return write(sheetId, row, column, [cellData(to, formats)], formats);
    }),
  ];
}

/** Columns of Logg, 0-based. */
const FROM = LOGG.headings.indexOf('Fra');
const REF = LOGG.headings.indexOf('Ref');
const KEY = LOGG.headings.length;
/** Room for the key of any row. */
const WIDTH = KEY + 5;

/** A tab Logg to be made. */
export function newLogg(sheetId: number): LoggPlace {
  return { title: LOGG.name, sheetId, isThere: false, rowCount: NEWEST, columnCount: WIDTH };
}

/** What an attempt met, as the log has it. */
export interface Met {
  /** The changed cells, as they were. */
  readonly before: readonly RawValue[];
  /** The key of the row. */
  readonly key: readonly RawValue[];
}

/** What to ask of Logg to see what an attempt met: it is among the newest lines, however busy people are. */
export function newestLines({ logg, target }: Attempt): string {
  return `${wholeTab({ name: logg.title })}!2:${Math.min(NEWEST, logg.rowCount + target.changes.length)}`;
}

const NEWEST = 300;

/** Reads {@link newestLines}; null when the attempt is not among the lines. */
export function whatWasMet(lines: readonly (readonly RawValue[])[], { target, ref }: Attempt): Met | null {
  const mine = lines.filter((line) => line[REF] === ref);
  if (mine.length === 0) return null;
  return {
    before: target.changes.map((_, index) => mine[index]?.[FROM]),
    key: target.key.map((_, index) => mine[0]?.[KEY + index]),
  };
}

function loggRequests({ sheetId, isThere, rowCount, columnCount }: LoggPlace): sheets_v4.Schema$Request[] {
  if (isThere) {
    const lacking = WIDTH - columnCount;
    return lacking > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: lacking } }] : [];
  }
  const gridProperties = { rowCount, columnCount, frozenRowCount: 1 };
  const headings = [...LOGG.headings, MET].map((heading) => cellData(heading));
  return [
    { addSheet: { properties: { sheetId, title: LOGG.name, gridProperties } } },
    write(sheetId, 0, 0, headings, false),
  ];
}

/** «Fra» is left to be copied from the sheet, whatever stands there by then; a date is to be shown as one. */
function logCells(line: LogLine, from: Cell): sheets_v4.Schema$CellData[] {
  const copied = isDate(from) ? { userEnteredFormat: DATE_FORMAT } : {};
  return line.map((text, column) => (column === FROM ? copied : cellData(text === '' ? null : text)));
}

function copy(sheetId: number, row: number, column: number, toSheet: number, toRow: number, toColumn: number) {
  return {
    copyPaste: {
      source: oneCell(sheetId, row, column),
      destination: oneCell(toSheet, toRow, toColumn),
      pasteType: 'PASTE_VALUES',
    },
  };
}

function write(
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  values: sheets_v4.Schema$CellData[],
  formats: boolean,
): sheets_v4.Schema$Request {
  const fields = formats ? 'userEnteredValue,userEnteredFormat.numberFormat' : 'userEnteredValue';
  return { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: [{ values }], fields } };
}

/** What is typed as text stays text: a value that says its own kind is never taken for a formula. */
function cellData(cell: NewCell, formats = false): sheets_v4.Schema$CellData {
  if (cell === null) return {};
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  const value = { userEnteredValue: { numberValue: cell.serial } };
  return formats ? { ...value, userEnteredFormat: DATE_FORMAT } : value;
}

const DATE_FORMAT = { numberFormat: { type: 'DATE_TIME', pattern: 'dd.mm.yyyy hh:mm' } };

const isDate = (cell: Cell): boolean => typeof cell === 'object' && cell !== null && 'serial' in cell;

function oneCell(sheetId: number, row: number, column: number): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
}
