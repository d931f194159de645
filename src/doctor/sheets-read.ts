import { WORKBOOK_NAMES, type WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';

/** How what could be read of the workbooks was understood, each read by itself. */
export type SheetsRead = Pick<Model, 'tabs' | 'missingTabs' | 'unusedTabs'>;

/** Joins what is known of each: a tab that one of them reads is in use, since both may be one folder or one file. */
export function sheetsRead(models: ReadonlyMap<WorkbookName, Model>): SheetsRead {
  const read = [...models]
    .toSorted(([one], [other]) => WORKBOOK_NAMES.indexOf(one) - WORKBOOK_NAMES.indexOf(other))
    .map(([, model]) => model);
  const tabs = read.flatMap((model) => model.tabs);
  const used = new Set(tabs.map(({ sheet }) => sheet));
  const unused = read.flatMap((model) => model.unusedTabs).filter((name) => !used.has(name));
  return { tabs, missingTabs: read.flatMap(({ missingTabs }) => missingTabs), unusedTabs: [...new Set(unused)] };
}
