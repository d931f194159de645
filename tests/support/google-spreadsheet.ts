import type { Cell, Merge } from '#src/workbook/workbook.ts';

/** A cell with one people chip: the value is a placeholder, what the sheet shows is the display text. */
interface ChipCell {
  readonly person: string;
  readonly shown: string;
}

export type GoogleCell = Cell | ChipCell;

/** One tab as somebody made it. */
export interface GoogleTab {
  readonly name: string;
  readonly rows: readonly (readonly GoogleCell[])[];
  readonly merges?: readonly Merge[];
  /** An `OBJECT` tab is a chart on a tab of its own. */
  readonly type?: 'GRID' | 'OBJECT';
}

/** A spreadsheet as somebody made and shared it. */
export interface SpreadsheetSeed {
  readonly title: string;
  readonly tabs: readonly GoogleTab[];
  /** Who may read it: the service account (default), anyone with the link, or nobody here. */
  readonly shared?: 'bot' | 'link' | 'no';
  /** `xlsx`: an Excel file that lies in Drive as it is. */
  readonly kind?: 'sheets' | 'xlsx';
}

/** A spreadsheet as it stands now. */
export interface StoredSpreadsheet extends Required<SpreadsheetSeed> {
  readonly version: number;
}

export function stored(seed: SpreadsheetSeed, version: number): StoredSpreadsheet {
  return { shared: 'bot', kind: 'sheets', ...seed, version };
}

/** `spreadsheets.get` with everything; the fields mask is applied afterwards. */
export function toSpreadsheetJson(id: string, { title, tabs }: StoredSpreadsheet): object {
  return {
    spreadsheetId: id,
    properties: { title, locale: 'no_NO', timeZone: 'Europe/Oslo' },
    sheets: tabs.map(toSheetJson),
  };
}

/** Every field `toSpreadsheetJson` can have, for refusing masks that name others. */
export const KNOWN_SPREADSHEET_FIELDS = {
  spreadsheetId: true,
  properties: { title: true, locale: true, timeZone: true },
  sheets: {
    properties: {
      sheetId: true,
      title: true,
      index: true,
      sheetType: true,
      gridProperties: { rowCount: true, columnCount: true },
    },
    merges: { sheetId: true, startRowIndex: true, endRowIndex: true, startColumnIndex: true, endColumnIndex: true },
    data: {
      startRow: true,
      startColumn: true,
      rowData: {
        values: {
          effectiveValue: true,
          formattedValue: true,
          effectiveFormat: { numberFormat: { type: true, pattern: true } },
          chipRuns: true,
        },
      },
    },
  },
} as const;

/** A new tab is 1000 × 26, and grows with what is put in it. */
export function gridSize({ rows }: GoogleTab): { readonly rowCount: number; readonly columnCount: number } {
  return {
    rowCount: Math.max(1000, rows.length),
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.length), 26),
  };
}

/** Tabs get the numbers 0, 1000, 2000 …, so that a number is never mistaken for a position. */
function toSheetJson(tab: GoogleTab, index: number): object {
  const sheetId = index * 1000;
  const properties = { sheetId, title: tab.name, index, sheetType: tab.type ?? 'GRID' };
  if (tab.type === 'OBJECT') return { properties };

  return {
    properties: { ...properties, gridProperties: gridSize(tab) },
    ...(tab.merges?.length ? { merges: tab.merges.map((merge) => toGridRange(sheetId, merge)) } : {}),
    // Rows that were only formatted come along too, without values.
    data: [{ rowData: [...tab.rows.map(toRowJson), {}, {}] }],
  };
}

function toGridRange(sheetId: number, { top, left, bottom, right }: Merge): object {
  return {
    sheetId,
    startRowIndex: top,
    endRowIndex: bottom + 1,
    startColumnIndex: left,
    endColumnIndex: right + 1,
  };
}

function toRowJson(cells: readonly GoogleCell[]): object {
  return cells.length === 0 ? {} : { values: cells.map(toCellJson) };
}

function toCellJson(cell: GoogleCell): object {
  if (cell === null || cell === '') return {};
  const formattedValue = formatted(cell);
  if (typeof cell === 'string') return { effectiveValue: { stringValue: cell }, formattedValue };
  if (typeof cell === 'number') return { effectiveValue: { numberValue: cell }, formattedValue };
  if (typeof cell === 'boolean') return { effectiveValue: { boolValue: cell }, formattedValue };
  if ('error' in cell) return { effectiveValue: { errorValue: { type: ERROR_TYPES[cell.error] } }, formattedValue };
  if ('serial' in cell) {
    const type = Number.isInteger(cell.serial) ? 'DATE' : cell.serial < 1 ? 'TIME' : 'DATE_TIME';
    return {
      effectiveValue: { numberValue: cell.serial },
      formattedValue,
      effectiveFormat: { numberFormat: { type, pattern: 'dd.mm.yyyy' } },
    };
  }
  const chip = { personProperties: { email: cell.person, displayFormat: 'DEFAULT' } };
  return { effectiveValue: { stringValue: '@' }, formattedValue, chipRuns: [{ chip }] };
}

/** As a Norwegian sheet shows it. */
export function formatted(cell: GoogleCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell;
  if ('error' in cell) return cell.error;
  if ('shown' in cell) return cell.shown;

  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(cell.serial) * 86_400_000).toISOString();
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#ERROR!': 'ERROR',
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  'Loading...': 'LOADING',
};
