import type { sheets_v4 } from '@googleapis/sheets';
import type { Merge } from '#src/workbook/workbook.ts';

/**
 * What `spreadsheets.get` is asked of a spreadsheet's structure: the tabs, what is merged, which cells show a date, and
 * whom people chips stand for (the texts are needed too, since a chip is a placeholder in one and a name in the other). The values themselves are
 * read by `values.batchGet`, which is smaller and tells none of this.
 */
export const STRUCTURE_FIELDS =
  'properties(title),sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),merges,data(rowData(values(effectiveValue(stringValue),formattedValue,effectiveFormat(numberFormat(type)),chipRuns(startIndex,chip(personProperties(email)))))))';

/** A spreadsheet without what stands in it. */
export interface Structure {
  readonly title: string | null;
  /** Those with a grid; charts and data sources on tabs of their own hold no cells that people write. */
  readonly tabs: readonly TabStructure[];
}

export interface TabStructure {
  readonly name: string;
  readonly sheetId: number;
  /** The grid's size, blank rows and columns counted. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly Merge[];
  /** Whether a number in this cell (0-based) is a date or a time to whoever looks at it. */
  showsDate(row: number, column: number): boolean;
  /**
   * The text of a cell with people chips, with their e-mail addresses; null for every other cell, and where something
   * else is shown by now than when the structure was read.
   */
  chipText(row: number, column: number, shown: string): string | null;
  /** Columns (0-based) in which somebody has put a people chip. */
  readonly chipColumns: ReadonlySet<number>;
}

/** Reads the answer to {@link STRUCTURE_FIELDS}. */
export function toStructure({ properties, sheets = [] }: sheets_v4.Schema$Spreadsheet): Structure {
  return {
    title: properties?.title ?? null,
    tabs: sheets.filter((sheet) => (sheet.properties?.sheetType ?? 'GRID') === 'GRID').map(toTabStructure),
  };
}

function toTabStructure({ properties, merges, data }: sheets_v4.Schema$Sheet): TabStructure {
  const dates = new Set<number>();
  const chips = new Map<number, { readonly shown: string; readonly text: string }>();
  const chipColumns = new Set<number>();
  for (const [row, { values = [] }] of (data?.[0]?.rowData ?? []).entries()) {
    for (const [column, cell] of values.entries()) {
      if (CALENDAR_FORMATS.has(cell.effectiveFormat?.numberFormat?.type ?? '')) dates.add(place(row, column));
      const text = withEmails(cell);
      if (text === null) continue;
      chips.set(place(row, column), { shown: cell.formattedValue ?? '', text });
      chipColumns.add(column);
    }
  }
  return {
    name: properties?.title ?? '',
    sheetId: properties?.sheetId ?? 0,
    rowCount: properties?.gridProperties?.rowCount ?? 1,
    columnCount: properties?.gridProperties?.columnCount ?? 1,
    merges: (merges ?? []).map((range) => toMerge(range, properties?.gridProperties ?? {})),
    showsDate: (row, column) => dates.has(place(row, column)),
    chipText(row, column, shown) {
      const chip = chips.get(place(row, column));
      return chip?.shown === shown ? chip.text : null;
    },
    chipColumns,
  };
}

/** One number for each cell: Google's widest tab has 18 278 columns. */
function place(row: number, column: number): number {
  return row * 20_000 + column;
}

const CALENDAR_FORMATS: ReadonlySet<string> = new Set(['DATE', 'DATE_TIME', 'TIME']);

/** Each chip stands as one character in the text; a run without a chip begins where plain text goes on. */
function withEmails({ effectiveValue, chipRuns }: sheets_v4.Schema$CellData): string | null {
  const emails = (chipRuns ?? []).flatMap(({ startIndex, chip }) => {
    const email = chip?.personProperties?.email;
    return email ? [{ at: startIndex ?? 0, email }] : [];
  });
  if (emails.length === 0) return null;
  const text = effectiveValue?.stringValue ?? '@';
  return emails.reduceRight((all, { at, email }) => `${all.slice(0, at)}${email}${all.slice(at + 1)}`, text);
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
