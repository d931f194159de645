import { sameName } from '#src/domain/names.ts';
import type { SheetLayout } from '#src/workbook/layout.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import type { WorkbookName } from './contract.ts';
import { TabFinder } from './find-tabs.ts';
import { templateContracts, templateLayout } from './template.ts';

/** How a workbook that people have meets our templates. */
export interface TemplateFit {
  /** Tabs that nothing in it serves, to be added. */
  readonly missing: readonly SheetLayout[];
  /** Tabs that serve as one of ours does, under another name. */
  readonly renamed: readonly { readonly name: string; readonly servedBy: string }[];
  /** Tabs that have the name of one of ours, but not its headings. */
  readonly unfit: readonly string[];
}

/**
 * What is missing in a workbook for it to serve as these. The bot finds a tab as it does when it reads, so that no tab is
 * added beside one that it would read already.
 */
export function fitTemplates(workbooks: readonly WorkbookName[], tabs: readonly Tab[]): TemplateFit {
  const fits = workbooks.map((name) => fitTemplate(name, tabs));
  return {
    missing: withOneGuide(fits.flatMap(({ missing }) => missing)),
    renamed: fits.flatMap(({ renamed }) => renamed),
    unfit: fits.flatMap(({ unfit }) => unfit),
  };
}

function fitTemplate(workbook: WorkbookName, tabs: readonly Tab[]): TemplateFit {
  const contracts = templateContracts(workbook);
  const finder = new TabFinder(tabs, contracts);
  const served = contracts.flatMap((contract) => {
    const tab = finder.tabFor(contract);
    return tab ? [{ name: contract.name, servedBy: tab.name }] : [];
  });
  const isServed = (name: string) => served.some((one) => one.name === name);
  const hasName = ({ name }: Pick<Tab, 'name'>) => finder.named({ name }) !== null;
  return {
    missing: templateLayout(workbook).sheets.filter((sheet) => !isServed(sheet.name) && !hasName(sheet)),
    renamed: served.filter(({ name, servedBy }) => !sameName(name, servedBy)),
    unfit: contracts.flatMap((contract) => (isServed(contract.name) ? [] : (finder.named(contract)?.name ?? []))),
  };
}

/** Both workbooks may be one, and a workbook has one guide: what stands in the others follows in the first. */
function withOneGuide(sheets: readonly SheetLayout[]): readonly SheetLayout[] {
  const lines = sheets.flatMap((sheet) => (sheet.kind === 'text' ? sheet.lines : []));
  const guide = sheets.findIndex(({ kind }) => kind === 'text');
  return sheets.flatMap((sheet, index): readonly SheetLayout[] => {
    if (sheet.kind === 'table') return [sheet];
    return index === guide ? [{ ...sheet, lines }] : [];
  });
}
