import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, Sheet } from './book.ts';
import { Refusal } from './refusal.ts';

export type Table = sheets_v4.Schema$Table;

/** Throws a {@link Refusal} when the spreadsheet has no such table. */
export function findTable(book: Book, tableId: string | null | undefined): { sheet: Sheet; table: Table } {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((it) => it.tableId === tableId);
    if (table) return { sheet, table };
  }
  throw new Refusal(`No table with id: ${tableId ?? ''}`);
}

/** Puts another in the place of a table. */
export function withTable(sheet: Sheet, tableId: string | null | undefined, table: Table): void {
  sheet.tables = sheet.tables.map((it) => (it.tableId === tableId ? table : it));
}
