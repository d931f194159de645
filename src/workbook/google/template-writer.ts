import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetLayout } from '#src/workbook/layout.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import type { GoogleConnection, GoogleSession } from './connection.ts';
import { GoogleFailure } from './failure.ts';
import { type Found, lookAt } from './found.ts';
import { isNorwegian, NORWEGIAN, templateRequests } from './template.ts';
import { toWorkbookError } from './trouble.ts';

/** What became of a spreadsheet that was to be filled. */
export interface Filled<F> {
  /** The spreadsheet's title. */
  readonly title: string;
  /** How it met the template before anything was added. */
  readonly fit: F;
  /** Names of the tabs that were added. */
  readonly added: readonly string[];
  /** The empty tab of a new spreadsheet («Ark1»), which nobody needs any longer. */
  readonly spareTabs: readonly string[];
  /** Whether dates and numbers are understood as Norwegians write them. */
  readonly isNorwegian: boolean;
}

interface Fit {
  /** The tabs to add. */
  readonly missing: readonly SheetLayout[];
}

/** One may be lost on the way, and one refused because somebody adds the same tabs. */
const MOST_TRIES = 3;

/**
 * Adds what is missing in a spreadsheet: all of it in one request, or nothing. What is there is not touched; only where no
 * cell is filled, the spreadsheet is made Norwegian as well. Called again it adds nothing more.
 * Throws WorkbookError; then it is the same spreadsheet as before, or another call finds everything in place.
 * @param connection one that may write
 * @param fit looks at the tabs that are there
 */
export function fillSpreadsheet<F extends Fit>(
  connection: GoogleConnection,
  spreadsheetId: string,
  fit: (tabs: readonly Tab[]) => F,
): Promise<Filled<F>> {
  return connection.session(spreadsheetId, async (google) => {
    try {
      return await fill(google, spreadsheetId, fit);
    } catch (error) {
      throw error instanceof GoogleFailure ? toWorkbookError(error, google.email, 'write') : error;
    }
  });
}

async function fill<F extends Fit>(google: GoogleSession, spreadsheetId: string, fit: (tabs: readonly Tab[]) => F) {
  const before = await lookAt(google, spreadsheetId);
  const first = fit(before.tabs);
  const names = first.missing.map(({ name }) => name);
  let found = before;
  let missing = first.missing;
  let mayBeDone = false;
  let mayBeMadeNorwegian = isBlank(before) && !isNorwegian(before);

  for (let tries = 1; missing.length > 0; tries++) {
    const setting = mayBeMadeNorwegian ? [NORWEGIAN] : [];
    try {
      await change(google, spreadsheetId, [...setting, ...templateRequests(missing, found)]);
      return result(names, mayBeMadeNorwegian || isNorwegian(found));
    } catch (error) {
      const fate = fateOf(error);
      if (fate === 'not-done') throw error;
      if (fate === 'unknown') mayBeDone = true;
      // Google refuses a language it does not know, too: the tabs matter more, and people can choose it themselves.
      else mayBeMadeNorwegian = false;
      found = await lookAt(google, spreadsheetId);
      missing = fit(found.tabs).missing;
      if (missing.length > 0 && tries === MOST_TRIES) throw error;
    }
  }
  return result(mayBeDone ? names : [], isNorwegian(found));

  function result(added: readonly string[], norwegian: boolean): Filled<F> {
    const spareTabs = added.length > 0 ? before.tabs.filter(isSpare).map(({ name }) => name) : [];
    return { title: before.title, fit: first, added, spareTabs, isNorwegian: norwegian };
  }
}

/**
 * A request without an answer may have been carried out, and a refused one may be so because somebody was faster: both are
 * followed by a look. Should the first be carried out after the look, Google refuses the next for having the same names.
 */
function fateOf(error: unknown): 'unknown' | 'refused' | 'not-done' {
  const status = error instanceof GoogleFailure ? error.status : 0;
  if (status === 400) return 'refused';
  return status === null || status >= 500 ? 'unknown' : 'not-done';
}

async function change(google: GoogleSession, spreadsheetId: string, requests: sheets_v4.Schema$Request[]) {
  // Names alone: an answer has no use for the cells.
  const params = { spreadsheetId, fields: 'spreadsheetId', requestBody: { requests } };
  await google.change('write', ({ sheets }, { timeout }) => sheets.spreadsheets.batchUpdate(params, { timeout }));
}

/** Nobody has written anything in it yet, so that no cell can change its looks. */
function isBlank({ tabs }: Found): boolean {
  return tabs.every(({ rows }) => rows.length === 0);
}

/** What Google calls the one tab of a new spreadsheet, in the languages it is likely to be made in. */
function isSpare({ name, rows }: Tab): boolean {
  return rows.length === 0 && /^(?:ark|sheet|blad|taulukko)\s?\d+$/i.test(name);
}
