import { boxOf, overlap, sheetOf, toGridRange } from '../box.ts';
import { Refusal } from '../refusal.ts';
import { findTable } from '../table.ts';
import type { Handlers } from './kinds.ts';

export const filters = {
  setBasicFilter(book, { filter }) {
    const box = filter?.tableId ? boxOf(book, findTable(book, filter.tableId).table.range) : boxOf(book, filter?.range);
    const area = toGridRange(box);
    if (!filter?.tableId && box.sheet.tables.some(({ range }) => range && overlap(range, area))) {
      throw new Refusal('A basic filter cannot overlap a table.');
    }
    box.sheet.basicFilter = filter ?? null;
    return undefined;
  },

  clearBasicFilter(book, { sheetId }) {
    sheetOf(book, sheetId).basicFilter = null;
    return undefined;
  },
} satisfies Handlers;
