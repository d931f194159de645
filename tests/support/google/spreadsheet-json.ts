import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, CellData, Sheet } from './book.ts';
import type { Box } from './box.ts';
import { asksFor, type Mask } from './fields.ts';
import { cellAt, withoutTrailing } from './grid.ts';
import { mayEdit } from './protection.ts';

/** What of a spreadsheet is wanted. */
interface Wanted {
  readonly mask: Mask;
  /** Whether to make the cells at all. */
  readonly grid: boolean;
  /** Only these, and the sheets they are on; all when there are none. */
  readonly boxes: readonly Box[];
  /** Whether the reader may also write: only those see who may edit what is protected. */
  readonly editor: boolean;
}

export function toSpreadsheetJson(book: Book, wanted: Wanted): sheets_v4.Schema$Spreadsheet {
  const { boxes } = wanted;
  const metadata = book.metadata.filter(({ location }) => location?.locationType === 'SPREADSHEET');
  const sheets = book.sheets.filter((sheet) => boxes.length === 0 || boxes.some((box) => box.sheet === sheet));
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    sheets: sheets.map((sheet) => toSheetJson(book, sheet, wanted)),
    ...filled('namedRanges', book.namedRanges),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    ...filled('developerMetadata', metadata),
  };
}

export function toPropertiesJson(book: Book, sheet: Sheet): sheets_v4.Schema$SheetProperties {
  const { id, title, type, looks, gridLooks, rowCount, columnCount } = sheet;
  const properties = { sheetId: id, title, index: book.sheets.indexOf(sheet), sheetType: type, ...looks };
  return type === 'OBJECT' ? properties : { ...properties, gridProperties: { rowCount, columnCount, ...gridLooks } };
}

function toSheetJson(book: Book, sheet: Sheet, { mask, grid, boxes, editor }: Wanted): object {
  const ofSheet = book.metadata.filter(
    ({ location }) => location?.locationType === 'SHEET' && location.sheetId === sheet.id,
  );
  const areas = boxes.filter((box) => box.sheet === sheet);
  const whole = { sheet, top: 0, left: 0, bottom: sheet.rowCount, right: sheet.columnCount };
  return {
    properties: toPropertiesJson(book, sheet),
    ...(grid && sheet.type === 'GRID'
      ? { data: (areas.length > 0 ? areas : [whole]).map((area) => toGridJson(book, area, mask)) }
      : {}),
    ...filled('merges', sheet.merges),
    ...filled('conditionalFormats', sheet.conditionalFormats),
    ...filled(
      'protectedRanges',
      sheet.protectedRanges.map((range) => toProtectedJson(range, editor)),
    ),
    ...(sheet.basicFilter ? { basicFilter: sheet.basicFilter } : {}),
    ...filled('bandedRanges', sheet.bandedRanges),
    ...filled(
      'tables',
      sheet.tables.map((table) => withHeadings(sheet, table)),
    ),
    ...filled('developerMetadata', ofSheet),
  };
}

const filled = (name: string, items: readonly unknown[]): object => (items.length > 0 ? { [name]: items } : {});

/** A heading that somebody has written over is the column's new name. */
function withHeadings(sheet: Sheet, table: Sheet['tables'][number]): Sheet['tables'][number] {
  const { startRowIndex, startColumnIndex } = table.range ?? {};
  const columnProperties = (table.columnProperties ?? []).map((column) => {
    const at = (startColumnIndex ?? 0) + (column.columnIndex ?? 0);
    const heading = cellAt(sheet, startRowIndex ?? 0, at).formattedValue;
    return heading ? { ...column, columnName: heading } : column;
  });
  return { ...table, columnProperties };
}

/** Who may edit is told only to those who may. */
export function toProtectedJson(range: sheets_v4.Schema$ProtectedRange, editor: boolean): object {
  const { editors, ...rest } = range;
  const may = editor && mayEdit(range);
  return { ...rest, ...(may ? { requestingUserCanEdit: true } : {}), ...(may && editors ? { editors } : {}) };
}

function toGridJson(book: Book, area: Box, mask: Mask): sheets_v4.Schema$GridData {
  const { sheet, top, left, bottom, right } = area;
  const dimension = (kind: 'ROWS' | 'COLUMNS', start: number, end: number) => {
    const metadata = Map.groupBy(metadataOn(book, sheet, kind), ({ location }) => location?.dimensionRange?.startIndex);
    const looks = kind === 'ROWS' ? sheet.rowLooks : sheet.columnLooks;
    return Array.from({ length: end - start }, (_, at) => ({
      pixelSize: kind === 'ROWS' ? 21 : 100,
      ...looks[start + at],
      ...filled('developerMetadata', metadata.get(start + at) ?? []),
    }));
  };
  return {
    ...(top > 0 ? { startRow: top } : {}),
    ...(left > 0 ? { startColumn: left } : {}),
    rowData: toRowData(area),
    ...(asksFor(mask, 'sheets', 'data', 'rowMetadata') ? { rowMetadata: dimension('ROWS', top, bottom) } : {}),
    ...(asksFor(mask, 'sheets', 'data', 'columnMetadata') ? { columnMetadata: dimension('COLUMNS', left, right) } : {}),
  };
}

function toRowData({ sheet, top, left, bottom, right }: Box): { values?: CellData[] }[] {
  const rows = sheet.rows.slice(top, bottom).map((row) => {
    const values = withoutTrailing(row.slice(left, right), isUntouched);
    return values.length === 0 ? {} : { values: [...values] };
  });
  const held = withoutTrailing(rows, ({ values }) => values === undefined);
  // Rows that were only formatted come along too, without values.
  return [...held, ...Array.from({ length: Math.min(2, bottom - top - held.length) }, () => ({}))];
}

function isUntouched(cell: CellData): boolean {
  for (const _field in cell) return false;
  return true;
}

function metadataOn(book: Book, sheet: Sheet, dimension: string): sheets_v4.Schema$DeveloperMetadata[] {
  return book.metadata.filter(({ location }) => {
    const range = location?.dimensionRange;
    return range?.sheetId === sheet.id && range.dimension === dimension;
  });
}
