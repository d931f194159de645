import { withoutTrailingBlanks } from '#src/workbook/grid.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import type { TabStructure } from './structure.ts';

/** One cell of `values.batchGet` with UNFORMATTED_VALUE and SERIAL_NUMBER; whatever the spreadsheet's locale is. */
export type RawValue = string | number | boolean | null | undefined;

/** The rows of one tab as Google gives them: what is blank at the end of a row, and of the tab, is left out. */
export type RawRows = readonly (readonly RawValue[])[];

/** A tab's name as a range: all of it, whatever it is called. */
export function wholeTab({ name }: Pick<TabStructure, 'name'>): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The tab that these values make with what is known of its structure. */
export function toTab(values: RawRows, structure: TabStructure, spreadsheetId: string): Tab {
  const { name, merges, sheetId } = structure;
  return {
    name,
    rows: withoutTrailingBlanks(
      values.map((cells, row) => cells.map((value, column) => toCell(value, row, column, structure))),
    ),
    merges,
    url: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${sheetId}`,
  };
}

function toCell(value: RawValue, row: number, column: number, { showsDate, chipText }: TabStructure): Cell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return showsDate(row, column) ? { serial: value } : value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (ERRORS.has(value)) return { error: value };
  return chipText(row, column, value) ?? value;
}

/** How an error comes among plain values: as what the sheet shows in the cell. Nobody writes these words otherwise. */
const ERRORS: ReadonlySet<string> = new Set([
  '#ERROR!',
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  'Loading...',
  'Loading…',
]);

/**
 * Whether the structure that is known may no longer be that of the sheet, judged by the values alone. Reading it anew costs
 * a request, and is not for every edit. It is doubted where nothing in the cells tells why the file has changed, where a
 * number has come that could be a date (or the other way about), where a text has changed among people chips or to what
 * looks like a person's name, and where anything has changed within merged cells. What slips through (a merge made in the same moment as another edit) is seen
 * when the structure is read again all the same.
 */
export function isDoubtful(before: RawRows, after: RawRows, structure: TabStructure): boolean {
  const { merges, chipColumns, showsDate } = structure;
  if (merges.length > 0 && before.length !== after.length) return true;
  // A column has come or gone: what stands where a date stood need not be one.
  const isShifted = widthOf(before) !== widthOf(after);
  return someChange(before, after, (row, column) => {
    const value = after[row]?.[column];
    if (merges.some((merge) => isWithin(row, column, merge))) return true;
    if (typeof value === 'number')
      return couldBeDate(value) !== showsDate(row, column) || (isShifted && couldBeDate(value));
    return typeof value === 'string' && (chipColumns.has(column) || couldBePerson(value));
  });
}

const widthOf = (rows: RawRows): number => rows.reduce((widest, row) => Math.max(widest, row.length), 0);

/** Whether the values of two readings are the same. */
export function isSame(before: RawRows, after: RawRows): boolean {
  return before.length === after.length && !someChange(before, after, () => true);
}

/** Whether any cell that has changed is like that. Called for sheets of many thousand cells at every edit. */
function someChange(before: RawRows, after: RawRows, isLike: (row: number, column: number) => boolean): boolean {
  const rows = Math.max(before.length, after.length);
  for (let row = 0; row < rows; row++) {
    const [was = [], is = []] = [before[row], after[row]];
    const columns = Math.max(was.length, is.length);
    for (let column = 0; column < columns; column++) {
      if ((was[column] ?? '') !== (is[column] ?? '') && isLike(row, column)) return true;
    }
  }
  return false;
}

function isWithin(row: number, column: number, { top, left, bottom, right }: Tab['merges'][number]): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** A people chip comes as the name of whom it stands for. */
function couldBePerson(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text);
}

/** A day between 1954 and 2119 as days since 1899-12-30, or a time of day. */
function couldBeDate(value: number): boolean {
  return (value >= 20_000 && value < 80_000) || (value > 0 && value < 1);
}
