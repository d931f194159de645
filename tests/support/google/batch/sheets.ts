import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, newId, newSheet, type Sheet } from '../book.ts';
import { sheetOf } from '../box.ts';
import { guardSheet } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import { grow } from '../room.ts';
import { toPropertiesJson } from '../spreadsheet-json.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

type Properties = sheets_v4.Schema$SheetProperties;

export const sheets = {
  updateSpreadsheetProperties(book, { properties, fields }) {
    const mask = updateMask(fields, 'SpreadsheetProperties', ['defaultFormat']);
    const after = merged(book.properties, properties, mask);
    if (!after.title) throw new Refusal('Title must not be empty.');
    book.properties = { ...book.properties, ...after };
    return undefined;
  },

  addSheet(book, { properties }) {
    const given = properties ?? {};
    const id = given.sheetId ?? newId(book);
    if (book.sheets.some((sheet) => sheet.id === id)) {
      throw new Refusal(`Sheet with id ${id} already exists`);
    }
    const sheet = newSheet(id, given.title ?? freeTitle(book));
    checkTitle(book, sheet, sheet.title);
    const index = given.index ?? book.sheets.length;
    if (index > book.sheets.length) throw badIndex(index, book);
    book.sheets.splice(index, 0, sheet);
    const { rowCount, columnCount, ...gridLooks } = given.gridProperties ?? {};
    sheet.rowCount = 0;
    grow(book, sheet, { rows: rowCount ?? 1000, columns: 0 });
    sheet.columnCount = columnCount ?? sheet.columnCount;
    sheet.gridLooks = gridLooks;
    sheet.looks = looksOf(given);
    checkGrid(sheet);
    return { properties: toPropertiesJson(book, sheet) };
  },

  deleteSheet(book, { sheetId }) {
    const sheet = sheetOf(book, sheetId, 'sheet');
    guardSheet(book, sheet.id);
    if (book.sheets.filter((it) => !it.looks.hidden || it === sheet).length === 1) {
      throw new Refusal("You can't remove all the visible sheets in a document.");
    }
    book.sheets = book.sheets.filter((it) => it !== sheet);
    book.namedRanges = book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.id);
    book.metadata = book.metadata.filter(({ location }) => {
      const on = location?.dimensionRange?.sheetId ?? location?.sheetId;
      return on !== sheet.id;
    });
    return undefined;
  },

  updateSheetProperties(book, { properties, fields }) {
    const mask = updateMask(fields, 'SheetProperties', ['sheetType', 'sheetId']);
    const sheet = sheetOf(book, properties?.sheetId, 'sheet');
    guardSheet(book, sheet.id);
    const grid = properties?.gridProperties;
    if (grid && sheet.type !== 'GRID') throw new Refusal('Grid properties cannot be set on a sheet without a grid.');
    if ((mask === true || mask.gridProperties === true) && !(grid?.rowCount && grid.columnCount)) {
      throw new Refusal('gridProperties.rowCount and columnCount must be positive.');
    }
    const after = merged(toPropertiesJson(book, sheet), properties, mask);
    if (after.title !== sheet.title) checkTitle(book, sheet, after.title ?? '');
    sheet.title = after.title ?? sheet.title;
    if (after.hidden && book.sheets.every((it) => it === sheet || it.looks.hidden)) {
      throw new Refusal("You can't hide all the sheets in a document.");
    }
    resize(sheet, after.gridProperties ?? {});
    sheet.looks = looksOf(after);
    checkGrid(sheet);
    const namesIndex = mask === true || 'index' in mask;
    if (namesIndex) moveTo(book, sheet, after.index ?? book.sheets.length);
    return undefined;
  },
} satisfies Handlers;

/** Only the looks are kept as they are: where a sheet is and how large it is are the stand-in's own to know. */
function looksOf(properties: Properties): Properties {
  const { sheetId: _id, title: _title, index: _at, sheetType: _type, gridProperties: _grid, ...looks } = properties;
  return looks;
}

/** Cells outside the new grid are gone. */
function resize(sheet: Sheet, { rowCount, columnCount, ...looks }: sheets_v4.Schema$GridProperties): void {
  sheet.rowCount = rowCount ?? sheet.rowCount;
  sheet.columnCount = columnCount ?? sheet.columnCount;
  sheet.rows = sheet.rows.slice(0, sheet.rowCount).map((row) => row.slice(0, sheet.columnCount));
  sheet.gridLooks = looks;
}

function checkGrid({ rowCount, columnCount, gridLooks }: Sheet): void {
  if (rowCount < 1 || columnCount < 1) throw new Refusal('gridProperties.rowCount and columnCount must be positive.');
  if ((gridLooks.frozenRowCount ?? 0) >= rowCount) throw new Refusal("You can't freeze all visible rows on the sheet.");
  if ((gridLooks.frozenColumnCount ?? 0) >= columnCount) {
    throw new Refusal("You can't freeze all visible columns on the sheet.");
  }
}

function checkTitle(book: Book, sheet: Sheet, title: string): void {
  if (title.trim() === '') throw new Refusal('The sheet name cannot be empty.');
  if (title.length > 100) throw new Refusal('Sheet name cannot be longer than 100 characters.');
  const taken = book.sheets.some((it) => it !== sheet && it.title.toLowerCase() === title.toLowerCase());
  if (taken) throw new Refusal(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function freeTitle(book: Book): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const title = `Ark${number}`;
    if (book.sheets.every((sheet) => sheet.title !== title)) return title;
  }
}

/** The index is counted as things are before the move: to go one to the right a sheet has to be given two more. */
function moveTo(book: Book, sheet: Sheet, index: number): void {
  const from = book.sheets.indexOf(sheet);
  if (index < 0 || index > book.sheets.length) throw badIndex(index, book);
  if (index === from || index === from + 1) return;
  book.sheets.splice(from, 1);
  book.sheets.splice(index > from ? index - 1 : index, 0, sheet);
}

const badIndex = (index: number, book: Book): Refusal =>
  new Refusal(`Invalid sheet index ${index}: there are only ${book.sheets.length} sheets.`);
