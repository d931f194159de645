import type { sheets_v4 } from '@googleapis/sheets';
import type { Cell } from '#src/workbook/workbook.ts';
import { parseA1 } from './a1.ts';
import { carryOut } from './batch/batch.ts';
import { type Book, type CellData, newId, type Sheet } from './book.ts';
import { type Box, toGridRange } from './box.ts';
import { settled } from './cell.ts';
import type { Files } from './files.ts';
import { cellAt, putCell, withoutTrailing } from './grid.ts';
import { type GoogleCell, type GoogleTab, toCell, toCellData, toSheet } from './seed.ts';
import { afterTyping } from './typed.ts';
import { clearValues } from './values/clear-values.ts';

/** Somebody who has the spreadsheet open. Everything done is one change, with a new version. Rows are 0-based. */
export interface Person {
  /** Types in a cell, `Handlingsplan!C5`: a Norwegian sheet makes of it what it does of anybody's typing. */
  type(a1: string, text: string): void;
  /** Puts exactly this in a cell. */
  set(a1: string, cell: GoogleCell): void;
  clear(a1: string): void;
  /** Puts a note on a cell, or takes it off. */
  note(a1: string, note: string | null): void;
  insertRows(tab: string, at: number, count?: number): void;
  deleteRows(tab: string, at: number, count?: number): void;
  /** @param to where they are to stand, in rows as they are before the move */
  moveRows(tab: string, at: number, count: number, to: number): void;
  insertColumns(tab: string, at: number, count?: number): void;
  deleteColumns(tab: string, at: number, count?: number): void;
  /** Sorts the rows from `fromRow` on, ascending, by a 0-based column. */
  sort(tab: string, column: number, fromRow?: number, order?: 'ASCENDING' | 'DESCENDING'): void;
  addTab(name: string, rows?: GoogleTab['rows']): void;
  renameTab(name: string, to: string): void;
  deleteTab(name: string): void;
  /** Protects a range or a whole tab against the bot; its id, for taking it away again. */
  protect(a1: string): number;
  unprotect(id: number): void;
  /** Anything else, as the requests of a `batchUpdate`; the replies. */
  does(...requests: readonly sheets_v4.Schema$Request[]): readonly object[];
  /** What a tab holds now. Blank cells and rows at the end are left out. */
  read(tab: string): readonly (readonly Cell[])[];
  /** One cell with all there is about it. */
  at(a1: string): CellData;
  /** The spreadsheet behind it all, to look at. */
  readonly book: Book;
}

export function personAt(files: Files, id: string): Person {
  const change = <T>(action: (draft: Book) => T): T => files.change(id, 'person', action);
  const does = (...requests: readonly sheets_v4.Schema$Request[]) => change((draft) => carryOut(draft, requests));
  const now = (): Book => {
    const file = files.find(id);
    if (!file) throw new Error(`The stand-in has no spreadsheet ${id}`);
    return file.book;
  };
  const sheetId = (tab: string) => named(now(), tab).id;
  const span = (tab: string, dimension: 'ROWS' | 'COLUMNS', startIndex: number, count: number) => ({
    range: { sheetId: sheetId(tab), dimension, startIndex, endIndex: startIndex + count },
  });
  const cell = (a1: string, make: (before: CellData) => CellData) =>
    change((draft) => {
      const { sheet, top, left } = parseA1(draft, a1);
      putCell(sheet, top, left, make(cellAt(sheet, top, left)));
    });

  return {
    type: (a1, text) => cell(a1, (before) => settled(afterTyping(before, text))),
    set: (a1, content) => cell(a1, () => toCellData(content)),
    clear: (a1) => change((draft) => clearValues(draft, parseA1(draft, a1))),
    note: (a1, note) => cell(a1, ({ note: _old, ...rest }) => (note === null ? rest : { ...rest, note })),
    insertRows(tab, at, count = 1) {
      does({ insertDimension: { ...span(tab, 'ROWS', at, count), inheritFromBefore: at > 0 } });
    },
    deleteRows: (tab, at, count = 1) => void does({ deleteDimension: span(tab, 'ROWS', at, count) }),
    moveRows(tab, at, count, to) {
      does({ moveDimension: { source: span(tab, 'ROWS', at, count).range, destinationIndex: to } });
    },
    insertColumns(tab, at, count = 1) {
      does({ insertDimension: { ...span(tab, 'COLUMNS', at, count), inheritFromBefore: at > 0 } });
    },
    deleteColumns: (tab, at, count = 1) => void does({ deleteDimension: span(tab, 'COLUMNS', at, count) }),
    sort(tab, column, fromRow = 1, order = 'ASCENDING') {
      const range = { sheetId: sheetId(tab), startRowIndex: fromRow };
      does({ sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder: order }] } });
    },
    addTab: (name, rows = []) =>
      change((draft) => {
        draft.sheets.push(toSheet({ name, rows }, newId(draft)));
      }),
    renameTab(name, to) {
      does({ updateSheetProperties: { properties: { sheetId: sheetId(name), title: to }, fields: 'title' } });
    },
    deleteTab: (name) => void does({ deleteSheet: { sheetId: sheetId(name) } }),
    protect: (a1) =>
      change((draft) => {
        const box = parseA1(draft, a1);
        const protectedRangeId = newId(draft);
        const range = isWhole(box) ? { sheetId: box.sheet.id } : toGridRange(box);
        box.sheet.protectedRanges.push({ protectedRangeId, range, editors: { users: ['eier@kommune.example'] } });
        return protectedRangeId;
      }),
    unprotect: (protectedRangeId) => void does({ deleteProtectedRange: { protectedRangeId } }),
    does,
    read: (tab) => rowsOf(named(now(), tab)),
    at(a1) {
      const { sheet, top, left } = parseA1(now(), a1);
      return cellAt(sheet, top, left);
    },
    get book() {
      return now();
    },
  };
}

function named(book: Book, tab: string): Sheet {
  const sheet = book.sheets.find(({ title }) => title === tab);
  if (!sheet) throw new Error(`The stand-in has no tab ${tab}`);
  return sheet;
}

const isWhole = ({ sheet, top, left, bottom, right }: Box): boolean =>
  top === 0 && left === 0 && bottom === sheet.rowCount && right === sheet.columnCount;

function rowsOf(sheet: Sheet): readonly (readonly Cell[])[] {
  const rows = sheet.rows.map((row) => withoutTrailing(row.map(toCell), (cell) => cell === null));
  return withoutTrailing(rows, (row) => row.length === 0);
}
