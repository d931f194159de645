import type { sheets_v4 } from '@googleapis/sheets';
import type { CellFormat, TableLayout } from '#src/workbook/layout.ts';
import { BLUE, PREPARED_ROWS, WHITE } from '#src/workbook/looks.ts';
import { colour } from './looks.ts';
import { type Names, rangeName } from './names.ts';
import { below, headingRow } from './ranges.ts';
import { firstRows, headings, preparedColumn } from './template-cells.ts';
import { colourRules, greyRule } from './template-rules.ts';

type Request = sheets_v4.Schema$Request;

/**
 * A tab to be filled in, as a Google table. The table comes after the formats, values and drop-downs: in the columns of a
 * table that have a type Google refuses to set them («not allowed on cells in typed columns»).
 */
export function tableRequests(table: TableLayout, sheetId: number, names: Names): readonly Request[] {
  const { name, columns, greyRows } = table;
  const gridProperties = { rowCount: PREPARED_ROWS, columnCount: columns.length, frozenRowCount: 1 };
  return [
    { addSheet: { properties: { sheetId, title: name, gridProperties } } },
    headings(table, sheetId),
    ...columns.flatMap((column, index) => preparedColumn(column, index, sheetId)),
    firstRows(table, sheetId),
    greyRule(greyRows, below(sheetId, 0, columns.length)),
    ...colourRules(columns.map(({ colours }, index) => ({ colours, range: below(sheetId, index) }))),
    addTable(table, sheetId, names),
    ...namedColumns(table, sheetId, names),
    protectedHeadings(sheetId),
  ];
}

const COLUMN_TYPES: Readonly<Record<CellFormat, string>> = {
  text: 'TEXT',
  number: 'DOUBLE',
  share: 'PERCENT',
  date: 'DATE',
  moment: 'DATE_TIME',
};

function addTable({ name, columns }: TableLayout, sheetId: number, names: Names): Request {
  const range = {
    ...headingRow(sheetId),
    endRowIndex: PREPARED_ROWS,
    startColumnIndex: 0,
    endColumnIndex: columns.length,
  };
  const columnProperties = columns.map(({ title, format, values }, columnIndex) => ({
    columnIndex,
    columnName: title,
    ...(values.length > 0 ? {} : { columnType: COLUMN_TYPES[format] }),
  }));
  // Without stripes: the colours in a table mean something.
  const rowsProperties = {
    headerColorStyle: colour(BLUE),
    firstBandColorStyle: colour(WHITE),
    secondBandColorStyle: colour(WHITE),
  };
  return { addTable: { table: { name: freeName(rangeName(name), names), range, columnProperties, rowsProperties } } };
}

/** A table has to have a name. */
function freeName(name: string, names: Names): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (names.claim(candidate)) return candidate;
  }
}

/**
 * Each column can be named in people's own formulas, wherever it is moved: `Handlingsplan_Status`. A name that is taken
 * belongs to somebody's formulas and is left alone. The table's own name does for all of it.
 */
function namedColumns({ name, columns }: TableLayout, sheetId: number, names: Names): readonly Request[] {
  return columns.flatMap(({ title }, index) => {
    const own = rangeName(name, title);
    return names.claim(own) ? [{ addNamedRange: { namedRange: { name: own, range: below(sheetId, index) } } }] : [];
  });
}

/**
 * Google asks before somebody changes a heading, by which the bot knows the column. It does no more than ask: the sheet is
 * the secretariat's, and the bot's account must not be the only one that may change it.
 */
function protectedHeadings(sheetId: number): Request {
  const description = 'Boten kjenner kolonnene igjen på overskriftene';
  return { addProtectedRange: { protectedRange: { range: headingRow(sheetId), description, warningOnly: true } } };
}
