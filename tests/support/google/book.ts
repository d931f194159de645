import type { sheets_v4 } from '@googleapis/sheets';

export type CellData = sheets_v4.Schema$CellData;
export type GridRange = sheets_v4.Schema$GridRange;

/**
 * One sheet as it stands. Lists and rows are changed in place in a draft; what is in them (a cell, a range, a rule) is
 * never changed but replaced, so that a draft is cheap to make and can be thrown away.
 */
export interface Sheet {
  readonly id: number;
  readonly type: 'GRID' | 'OBJECT';
  title: string;
  /** The sheet's properties that do nothing here: hidden, colour and the like. */
  looks: sheets_v4.Schema$SheetProperties;
  /** The grid's properties that do nothing here, such as frozen rows. */
  gridLooks: sheets_v4.Schema$GridProperties;
  rowCount: number;
  columnCount: number;
  /** Rows and their cells; what is left out at the end is blank. */
  rows: CellData[][];
  /** Height, width and hiding, where somebody has set it. */
  rowLooks: (sheets_v4.Schema$DimensionProperties | undefined)[];
  columnLooks: (sheets_v4.Schema$DimensionProperties | undefined)[];
  merges: GridRange[];
  conditionalFormats: sheets_v4.Schema$ConditionalFormatRule[];
  protectedRanges: sheets_v4.Schema$ProtectedRange[];
  bandedRanges: sheets_v4.Schema$BandedRange[];
  tables: sheets_v4.Schema$Table[];
  basicFilter: sheets_v4.Schema$BasicFilter | null;
}

export interface Book {
  readonly id: string;
  /** Whose hands a draft is in: protection is for the bot only. */
  readonly by: 'bot' | 'person';
  properties: sheets_v4.Schema$SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges: sheets_v4.Schema$NamedRange[];
  /** All of it; that of a row or a column has a range of one. */
  metadata: sheets_v4.Schema$DeveloperMetadata[];
  /** Whether what hangs on a row goes along when rows are sorted. */
  readonly metadataFollowsSort: boolean;
  /** The last number handed out, for all kinds of ids. */
  lastId: number;
}

/** A copy to work on: what is done to it does not show in the original. */
export function draftOf(book: Book, by: Book['by']): Book {
  return {
    ...book,
    by,
    sheets: book.sheets.map(copyOfSheet),
    namedRanges: [...book.namedRanges],
    metadata: [...book.metadata],
  };
}

function copyOfSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => row.slice()),
    rowLooks: [...sheet.rowLooks],
    columnLooks: [...sheet.columnLooks],
    merges: [...sheet.merges],
    conditionalFormats: [...sheet.conditionalFormats],
    protectedRanges: [...sheet.protectedRanges],
    bandedRanges: [...sheet.bandedRanges],
    tables: [...sheet.tables],
  };
}

/** A new tab is 1000 × 26. */
const NEW_GRID = { rowCount: 1000, columnCount: 26 } as const;

export function newSheet(id: number, title: string, type: Sheet['type'] = 'GRID'): Sheet {
  return {
    id,
    type,
    title,
    looks: {},
    gridLooks: {},
    ...NEW_GRID,
    rows: [],
    rowLooks: [],
    columnLooks: [],
    merges: [],
    conditionalFormats: [],
    protectedRanges: [],
    bandedRanges: [],
    tables: [],
    basicFilter: null,
  };
}

/** Ids look as random as Google's, and are the same in every run. */
export function newId(book: Book): number {
  book.lastId += 1;
  return 1_000_000 + ((book.lastId * 7_919_113) % 2_000_000_000);
}
