import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetLayout } from '#src/workbook/layout.ts';
import { namesIn } from './names.ts';
import { guideRequests } from './template-guide.ts';
import { tableRequests } from './template-table.ts';

/** What is used in a spreadsheet already, and cannot be given to something of ours. */
export interface InUse {
  readonly sheetIds: readonly number[];
  /** Of tables and named ranges: in formulas they live in one world. */
  readonly names: readonly string[];
}

/**
 * What Google is asked, in one request, to add tabs to a spreadsheet. Nothing that is there is named in it, so nothing of
 * it can change; Google refuses all of it when one of the tabs has come in the meantime.
 */
export function templateRequests(sheets: readonly SheetLayout[], inUse: InUse): sheets_v4.Schema$Request[] {
  const names = namesIn(inUse.names);
  const ids = freeIds(inUse.sheetIds);
  return sheets.flatMap((sheet) => {
    const sheetId = ids();
    return sheet.kind === 'table' ? tableRequests(sheet, sheetId, names) : guideRequests(sheet, sheetId);
  });
}

/** Chosen here, not by Google, since the requests that fill a tab stand beside the one that adds it. */
const FIRST_ID = 20_240_001;

function freeIds(taken: readonly number[]): () => number {
  const used = new Set(taken);
  let next = FIRST_ID;
  return () => {
    while (used.has(next)) next++;
    return next++;
  };
}

/**
 * Bokmål, as Google spells it. It decides that «03.06.2024» is a date and «1,8» a number, that formulas take «;», and what
 * the months are called.
 */
const LOCALE = 'no_NO';
const TIME_ZONE = 'Europe/Oslo';

/** Where and in what language a spreadsheet takes itself to be. */
export interface Setting {
  readonly locale: string;
  readonly timeZone: string;
}

/** Whether dates and numbers are understood as Norwegians write them (nynorsk writes them the same), at Norwegian time. */
export function isNorwegian({ locale, timeZone }: Setting): boolean {
  return /^(?:no|nb|nn)(?:_|$)/.test(locale) && timeZone === TIME_ZONE;
}

/** Makes the spreadsheet Norwegian. Every cell in it may look different afterwards. */
export const NORWEGIAN: sheets_v4.Schema$Request = {
  updateSpreadsheetProperties: {
    properties: { locale: LOCALE, timeZone: TIME_ZONE },
    fields: 'locale,timeZone',
  },
};
