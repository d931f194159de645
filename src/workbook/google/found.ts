import type { Tab } from '#src/workbook/workbook.ts';
import type { GoogleSession } from './connection.ts';
import { googleReader } from './reading.ts';
import type { InUse, Setting } from './template.ts';

/** What stands in a spreadsheet before something is added to it. */
export interface Found extends Setting, InUse {
  readonly title: string;
  /** Of every kind: a chart on a tab of its own is a tab without cells here. */
  readonly tabs: readonly Tab[];
}

const FOUND_FIELDS =
  'properties(title,locale,timeZone),namedRanges(name),sheets(properties(sheetId,title),tables(name))';

export async function lookAt(google: GoogleSession, spreadsheetId: string): Promise<Found> {
  const { data } = await google.ask('read', ({ sheets }, { timeout }) =>
    sheets.spreadsheets.get({ spreadsheetId, fields: FOUND_FIELDS }, { timeout }),
  );
  const cells = await googleReader(spreadsheetId, () => performance.now()).read(google);
  const { properties, namedRanges = [], sheets = [] } = data;
  return {
    title: properties?.title ?? '',
    locale: properties?.locale ?? '',
    timeZone: properties?.timeZone ?? '',
    sheetIds: sheets.map((sheet) => sheet.properties?.sheetId ?? 0),
    names: [...namedRanges, ...sheets.flatMap(({ tables }) => tables ?? [])].flatMap(({ name }) => name ?? []),
    tabs: [...cells, ...sheets.flatMap((sheet) => withoutCells(sheet.properties?.title ?? '', cells))],
  };
}

function withoutCells(name: string, tabs: readonly Tab[]): readonly Tab[] {
  return tabs.some((tab) => tab.name === name) ? [] : [{ name, rows: [], merges: [], url: null }];
}
