import type { sheets_v4 } from '@googleapis/sheets';
import { type Book, newId, type Sheet } from '../book.ts';
import { type Box, boxOf, overlap, toGridRange } from '../box.ts';
import { cellAt, putCell } from '../grid.ts';
import { guard } from '../protection.ts';
import { Refusal } from '../refusal.ts';
import { findTable, type Table } from '../table.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';
import { cellMask, written } from './write-cell.ts';

type Column = sheets_v4.Schema$TableColumnProperties;

export const tables = {
  addTable(book, { table }) {
    const tableId = table?.tableId ?? `tabell${newId(book)}`;
    if (book.sheets.some((sheet) => sheet.tables.some((it) => it.tableId === tableId))) {
      throw new Refusal(`A table with id ${tableId} already exists.`);
    }
    const { box, checked } = check(book, { ...table, tableId });
    const added = withHeadings(box, checked);
    box.sheet.tables.push(added);
    return { table: added };
  },

  updateTable(book, { table, fields }) {
    const mask = updateMask(fields, 'Table', ['tableId']);
    const { sheet, table: before } = findTable(book, table?.tableId);
    const { box, checked } = check(book, { ...merged(before, table, mask), tableId: before.tableId ?? null });
    if (box.sheet !== sheet) throw new Refusal('A table cannot be moved to another sheet.');
    const after = withHeadings(box, checked);
    sheet.tables = sheet.tables.map((it) => (it === before ? after : it));
    return undefined;
  },

  /** The table and what stands in it; to keep the cells, the banding is deleted instead. */
  deleteTable(book, { tableId }) {
    const { sheet, table } = findTable(book, tableId);
    const box = boxOf(book, table.range);
    guard(book, toGridRange(box));
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) putCell(sheet, row, column, {});
    }
    sheet.tables = sheet.tables.filter((it) => it !== table);
    // The conditional formats over it go too, and no reply tells.
    sheet.conditionalFormats = sheet.conditionalFormats
      .map((rule) => ({ ...rule, ranges: (rule.ranges ?? []).filter((range) => !overlap(range, toGridRange(box))) }))
      .filter(({ ranges }) => ranges.length > 0);
    return undefined;
  },
} satisfies Handlers;

function check(book: Book, table: Table): { box: Box; checked: Table } {
  const box = boxOf(book, table.range, 'table.range');
  guard(book, toGridRange(box));
  const { sheet } = box;
  const name = table.name ?? freeName(book);
  const others = book.sheets.flatMap((it) => it.tables).filter((it) => it.tableId !== table.tableId);
  if (!/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name)) throw new Refusal(`Invalid table name: ${name}`);
  if (others.some((it) => it.name?.toLowerCase() === name.toLowerCase())) {
    throw new Refusal(`Table name: ${name} already exists. Table names must be unique in the spreadsheet.`);
  }
  const range = toGridRange(box);
  if (others.some((it) => it.range && overlap(it.range, range))) {
    throw new Refusal('The table range overlaps with another table.');
  }
  const covered = [...sheet.bandedRanges.map((it) => it.range), ...sheet.merges, sheet.basicFilter?.range];
  if (covered.some((it) => it && overlap(it, range))) {
    throw new Refusal('You cannot add a table over alternating colors, merged cells or a filter.');
  }
  if (box.bottom - box.top < 2) throw new Refusal('A table must have at least one row below its header.');
  return { box, checked: { ...table, name, range, columnProperties: checkColumns(box, table.columnProperties ?? []) } };
}

function checkColumns({ left, right }: Box, columns: readonly Column[]): Column[] {
  const seen = new Set<number>();
  for (const column of columns) {
    const at = column.columnIndex ?? 0;
    if (at < 0 || at >= right - left)
      throw new Refusal(`columnIndex[${at}] is outside the table's ${right - left} columns.`);
    if (seen.has(at)) throw new Refusal(`columnIndex[${at}] is given more than once.`);
    seen.add(at);
    const { columnType, dataValidationRule } = column;
    const type = dataValidationRule?.condition?.type;
    if (columnType === 'DROPDOWN' && !(type === 'ONE_OF_LIST' && dataValidationRule?.condition?.values?.length)) {
      throw new Refusal('Condition must be set for dropdown column type.');
    }
    if (columnType !== 'DROPDOWN' && dataValidationRule) {
      throw new Refusal('Cannot set condition for non-dropdown column type.');
    }
  }
  let unnamed = 0;
  // A column that is left out is named by its heading; one that is given without a name writes over it.
  const given = new Map(
    columns.map((it) => [it.columnIndex ?? 0, it.columnName ? it : { ...it, columnName: `Column ${++unnamed}` }]),
  );
  return Array.from({ length: right - left }, (_, at) => ({ ...given.get(at), columnIndex: at }));
}

/** A column's name and its heading are one: a name is written in the heading, and a column without takes the heading. */
function withHeadings({ sheet, top, left }: Box, table: Table): Table {
  const taken = new Set<string>();
  const columnProperties = (table.columnProperties ?? []).map((column, at) => {
    const before = cellAt(sheet, top, left + at);
    const heading = column.columnName || before.formattedValue || `Column ${at + 1}`;
    let name = heading;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${heading} ${number}`;
    taken.add(name.toLowerCase());
    if (before.formattedValue !== name) writeHeading(sheet, top, left + at, name);
    return { ...column, columnName: name };
  });
  return { ...table, columnProperties };
}

function writeHeading(sheet: Sheet, row: number, column: number, name: string): void {
  const mask = cellMask('userEnteredValue');
  putCell(sheet, row, column, written(cellAt(sheet, row, column), { userEnteredValue: { stringValue: name } }, mask));
}

function freeName(book: Book): string {
  const names = new Set(book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  for (let number = 1; ; number++) if (!names.has(`Tabell${number}`)) return `Tabell${number}`;
}
