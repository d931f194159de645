import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, GridRange } from './book.ts';
import { sheetOf } from './box.ts';
import { Refusal } from './refusal.ts';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** The location as Google keeps it: exactly one row, one column, one sheet or the spreadsheet. */
export function checkLocation(book: Book, location: Location | null | undefined): Location {
  const { spreadsheet, sheetId, dimensionRange } = location ?? {};
  const given = [spreadsheet || null, sheetId ?? null, dimensionRange ?? null].filter((it) => it !== null);
  if (given.length !== 1) throw new Refusal('Developer metadata must have exactly one location.');
  if (spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet };
  if (!dimensionRange) return { locationType: 'SHEET', sheetId: sheetOf(book, sheetId).id };

  const { dimension, startIndex, endIndex } = dimensionRange;
  const sheet = sheetOf(book, dimensionRange.sheetId);
  if (!dimension) throw new Refusal('No dimension specified.');
  if (typeof startIndex !== 'number' || typeof endIndex !== 'number') {
    throw new Refusal('DimensionRange must specify both a startIndex and an endIndex');
  }
  const start = startIndex;
  if (endIndex !== start + 1) throw new Refusal('DimensionRange must represent a single row or column');
  const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  if (start >= count) throw new Refusal(`dimensionRange.endIndex[${endIndex}] is after the last one in grid[${count}]`);
  return {
    locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: { sheetId: sheet.id, dimension, startIndex: start, endIndex: start + 1 },
  };
}

/** The cells a location stands for, or null for the spreadsheet as a whole. */
export function locationRange(location: Location | null | undefined): GridRange | null {
  const { spreadsheet, sheetId, dimensionRange } = location ?? {};
  if (spreadsheet || !location) return null;
  if (!dimensionRange) return { sheetId: sheetId ?? 0 };
  const { dimension, startIndex, endIndex } = dimensionRange;
  const on = { sheetId: dimensionRange.sheetId ?? 0 };
  return dimension === 'ROWS'
    ? { ...on, startRowIndex: startIndex ?? 0, ...(endIndex ? { endRowIndex: endIndex } : {}) }
    : { ...on, startColumnIndex: startIndex ?? 0, ...(endIndex ? { endColumnIndex: endIndex } : {}) };
}
