import type { sheets_v4 } from '@googleapis/sheets';
import type { Cell, Merge, Tab } from './workbook.ts';

/**
 * The fields asked of `spreadsheets.get`. Grid data is larger than `values.batchGet` (measured with 11 columns,
 * packed as sent: 30 rows 3 kB against 2 kB, 10 000 rows 860 kB against 470 kB, and 12 MB against 3 MB unpacked),
 * but plain values cannot tell a date from a number or an error from a text, and would need a second request for
 * the formats and merges, between which people go on editing. Here one request is one moment.
 * `formattedValue`, a third of it, is there for people chips only: their value is a placeholder.
 */
export const SPREADSHEET_FIELDS =
  'properties(title),sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),merges,data(rowData(values(effectiveValue,formattedValue,effectiveFormat(numberFormat(type))))))';

/** Every tab with a grid; charts and data sources on tabs of their own hold no cells that people write. */
export function toTabs(spreadsheet: sheets_v4.Schema$Spreadsheet, spreadsheetId: string): readonly Tab[] {
  return (spreadsheet.sheets ?? [])
    .filter(({ properties }) => (properties?.sheetType ?? 'GRID') === 'GRID')
    .map((sheet) => toTab(sheet, spreadsheetId));
}

function toTab({ properties, merges, data }: sheets_v4.Schema$Sheet, spreadsheetId: string): Tab {
  const rows = (data?.[0]?.rowData ?? []).map(({ values }) => withoutTrailing((values ?? []).map(toCell), isBlank));
  return {
    name: properties?.title ?? '',
    rows: withoutTrailing(rows, (row) => row.length === 0),
    merges: (merges ?? []).map((range) => toMerge(range, properties?.gridProperties ?? {})),
    url: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${properties?.sheetId ?? 0}`,
  };
}

/** Google's ranges are half-open, and a missing index means «as far as the grid goes». */
function toMerge(range: sheets_v4.Schema$GridRange, grid: sheets_v4.Schema$GridProperties): Merge {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: (range.endRowIndex ?? grid.rowCount ?? 1) - 1,
    right: (range.endColumnIndex ?? grid.columnCount ?? 1) - 1,
  };
}

function toCell({ effectiveValue, formattedValue, effectiveFormat }: sheets_v4.Schema$CellData): Cell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue ?? {};
  if (errorValue) return { error: ERROR_SPELLINGS[errorValue.type ?? ''] ?? '#ERROR!' };
  if (typeof boolValue === 'boolean') return boolValue;
  if (typeof numberValue === 'number') {
    return CALENDAR_FORMATS.has(effectiveFormat?.numberFormat?.type ?? '') ? { serial: numberValue } : numberValue;
  }
  if (typeof stringValue !== 'string') return null;

  const text = stringValue.includes(CHIP_PLACEHOLDER) ? (formattedValue ?? stringValue) : stringValue;
  return text.trim() === '' ? null : text;
}

/** In a cell with chips each chip stands as this one character; an e-mail address reads the same either way. */
const CHIP_PLACEHOLDER = '@';

const CALENDAR_FORMATS: ReadonlySet<string> = new Set(['DATE', 'DATE_TIME', 'TIME']);

/** Google's names for errors → what the sheet shows in the cell. */
const ERROR_SPELLINGS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

const isBlank = (cell: Cell): boolean => cell === null;

function withoutTrailing<T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}
