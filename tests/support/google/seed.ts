import type { Cell, Merge } from '#src/workbook/workbook.ts';
import { type Book, type CellData, newSheet, type Sheet } from './book.ts';
import { settled } from './cell.ts';
import { ERROR_SPELLINGS } from './format.ts';

/** A cell with one people chip: the value is a placeholder, what the sheet shows is the display text. */
interface ChipCell {
  readonly person: string;
  readonly shown: string;
}

/** A formula and what it comes to, for the stand-in does not calculate. */
interface FormulaCell {
  readonly formula: string;
  readonly value: Cell;
}

/** What a formula elsewhere has filled the cell with (an array that spills over): nobody has entered anything in it. */
interface SpilledCell {
  readonly spilled: Cell;
}

/** Any cell at all, in the API's own terms. */
interface GivenCell {
  readonly cell: CellData;
}

export type GoogleCell = Cell | ChipCell | FormulaCell | SpilledCell | GivenCell;

/** One tab as somebody made it. */
export interface GoogleTab {
  readonly name: string;
  readonly rows: readonly (readonly GoogleCell[])[];
  readonly merges?: readonly Merge[];
  /** An `OBJECT` tab is a chart on a tab of its own. */
  readonly type?: 'GRID' | 'OBJECT';
  readonly hidden?: boolean;
}

/** Tabs get the numbers 0, 1000, 2000 …, so that a number is never mistaken for a position. */
export function toBook(id: string, title: string, tabs: readonly GoogleTab[]): Book {
  return {
    id,
    by: 'person',
    properties: { title, locale: 'no_NO', autoRecalc: 'ON_CHANGE', timeZone: 'Europe/Oslo' },
    sheets: tabs.map((tab, index) => toSheet(tab, index * 1000)),
    namedRanges: [],
    metadata: [],
    metadataFollowsSort: false,
    lastId: 0,
  };
}

/** The grid is as large as a new one, and larger when there is more in it. */
export function toSheet({ name, rows, merges = [], type = 'GRID', hidden }: GoogleTab, id: number): Sheet {
  const sheet = newSheet(id, name, type);
  return {
    ...sheet,
    looks: hidden ? { hidden } : {},
    rowCount: Math.max(sheet.rowCount, rows.length),
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.length), sheet.columnCount),
    rows: rows.map((row) => row.map(toCellData)),
    merges: merges.map(({ top, left, bottom, right }) => ({
      sheetId: id,
      startRowIndex: top,
      endRowIndex: bottom + 1,
      startColumnIndex: left,
      endColumnIndex: right + 1,
    })),
  };
}

export function toCellData(cell: GoogleCell): CellData {
  if (cell === null || cell === '') return {};
  if (typeof cell === 'string') return settled({ userEnteredValue: { stringValue: cell } });
  if (typeof cell === 'number') return settled({ userEnteredValue: { numberValue: cell } });
  if (typeof cell === 'boolean') return settled({ userEnteredValue: { boolValue: cell } });
  if ('cell' in cell) return settled(cell.cell);
  if ('spilled' in cell) {
    const { userEnteredValue: _nothing, ...filled } = toCellData(cell.spilled);
    return filled;
  }
  if ('formula' in cell) return { ...toCellData(cell.value), userEnteredValue: { formulaValue: cell.formula } };
  if ('error' in cell) return toErrorCell(cell.error);
  if ('serial' in cell) {
    const type = Number.isInteger(cell.serial) ? 'DATE' : cell.serial < 1 ? 'TIME' : 'DATE_TIME';
    return settled({ userEnteredValue: { numberValue: cell.serial }, userEnteredFormat: { numberFormat: { type } } });
  }
  const chip = { personProperties: { email: cell.person, displayFormat: 'DEFAULT' } };
  const placeholder = { userEnteredValue: { stringValue: '@' }, chipRuns: [{ chip }] };
  return { ...settled(placeholder), formattedValue: cell.shown };
}

/** Only a formula comes to an error. */
function toErrorCell(error: string): CellData {
  const [type = 'ERROR'] = Object.entries(ERROR_SPELLINGS).find(([, shown]) => shown === error) ?? [];
  const errorCell = settled({ userEnteredValue: { errorValue: { type } } });
  return { ...errorCell, userEnteredValue: { formulaValue: `=${error}` } };
}

const CALENDAR: ReadonlySet<string> = new Set(['DATE', 'DATE_TIME', 'TIME']);

/** A cell as the port of the bot's workbook has it. */
export function toCell({ effectiveValue, effectiveFormat, formattedValue, chipRuns }: CellData): Cell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue ?? {};
  if (errorValue) return { error: formattedValue ?? '#ERROR!' };
  if (typeof boolValue === 'boolean') return boolValue;
  if (typeof numberValue === 'number') {
    return CALENDAR.has(effectiveFormat?.numberFormat?.type ?? '') ? { serial: numberValue } : numberValue;
  }
  return (chipRuns ? formattedValue : stringValue) ?? null;
}
