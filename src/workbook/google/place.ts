import type { sheets_v4 } from '@googleapis/sheets';
import { columnLetters } from '#src/workbook/column-letters.ts';
import { LOGG, type Target } from '#src/workbook/edit.ts';
import { cellName } from '#src/workbook/log-lines.ts';
import { formulaCell, otherLog } from '#src/workbook/write-trouble.ts';
import type { GoogleSession } from './connection.ts';
import { type LoggPlace, newLogg } from './edit-requests.ts';
import { GoogleFailure } from './failure.ts';
import type { Structure } from './structure.ts';
import { wholeTab } from './values.ts';

/** Where a target and the log are at this moment, by Google's own numbers. */
export interface Place {
  readonly sheetId: number;
  readonly logg: LoggPlace;
  /** Cells of the target (0-based columns) that hold what a formula comes to, their own or one that spills over. */
  readonly formulas: readonly number[];
}

const PLACE_FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),data(rowData(values(userEnteredValue,effectiveValue))))';

/**
 * Looks at the cells that are to be written in and at the log's headings, just before it is done: what is known of the
 * structure may be minutes old, and a tab may have got the name of another.
 * @returns null when one of the tabs is not where it was known to be
 */
export async function lookAtPlace(
  google: GoogleSession,
  spreadsheetId: string,
  target: Target,
  { tabs }: Structure,
  newId: () => number,
): Promise<Place | null> {
  // Google takes two names that differ in their letters' case for one.
  const known = tabs.find(({ name }) => name.toLowerCase() === LOGG.name.toLowerCase());
  const ranges = [...cellRanges(target), ...(known ? [`${wholeTab(known)}!1:1`] : [])];
  const sheets = await ask(google, spreadsheetId, ranges).catch(ignoreLostTab);
  const own = sheets?.find(({ properties }) => properties?.title === target.tab);
  const logg = known && sheets?.find(({ properties }) => properties?.title === known.name);
  if (!own || (known && !logg)) return null;
  return {
    sheetId: own.properties?.sheetId ?? 0,
    logg: logg ? loggPlace(logg, known.name) : newLogg(newId()),
    formulas: target.changes.flatMap(({ column }, index) => (isFormula(own.data?.[index]) ? [column] : [])),
  };
}

/** Refuses to write over what somebody has a formula for. Throws WorkbookError. */
export function refuseFormulas(target: Target, { formulas }: Place): void {
  const [column] = formulas;
  if (column !== undefined) throw formulaCell(cellName(target, column));
}

function ask(google: GoogleSession, spreadsheetId: string, ranges: string[]): Promise<sheets_v4.Schema$Sheet[]> {
  const params = { spreadsheetId, ranges, fields: PLACE_FIELDS, prettyPrint: false };
  return google.ask(
    'read',
    async ({ sheets }, options) => (await sheets.spreadsheets.get(params, options)).data.sheets ?? [],
  );
}

function cellRanges({ tab, row, changes }: Target): string[] {
  return changes.map(({ column }) => `${wholeTab({ name: tab })}!${columnLetters(column)}${row + 1}`);
}

/** Throws WorkbookError when people have a tab of their own by that name. */
function loggPlace({ properties, data }: sheets_v4.Schema$Sheet, title: string): LoggPlace {
  const headings = data?.at(-1)?.rowData?.[0]?.values ?? [];
  const isOurs = LOGG.headings.every((heading, index) => headings[index]?.userEnteredValue?.stringValue === heading);
  if (!isOurs) throw otherLog(title);
  const { rowCount, columnCount } = properties?.gridProperties ?? {};
  return {
    title,
    sheetId: properties?.sheetId ?? 0,
    isThere: true,
    rowCount: rowCount ?? 1,
    columnCount: columnCount ?? 1,
  };
}

/** Where a formula above or beside it fills the cell, nobody has entered anything in it. */
function isFormula(data: sheets_v4.Schema$GridData | undefined): boolean {
  const { userEnteredValue, effectiveValue } = data?.rowData?.[0]?.values?.[0] ?? {};
  return userEnteredValue?.formulaValue !== undefined || (!userEnteredValue && effectiveValue !== undefined);
}

function ignoreLostTab(error: unknown): null {
  if (error instanceof GoogleFailure && error.status === 400) return null;
  throw error;
}
