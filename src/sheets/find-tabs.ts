import { nameKey } from '#src/domain/names.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import type { TabContract } from './contract.ts';
import { fits } from './read-tab.ts';

/** Which tab of a workbook serves which contract. */
export interface FoundTabs {
  /** The tab for a contract, with headings that fit, or null. */
  tabFor(contract: TabContract): Tab | null;
  /** The tab to blame when none fits: the one with the contract's name, else the first. */
  suspectFor(contract: TabContract): Tab | null;
  /** Tabs that serve no contract. */
  readonly unused: readonly Tab[];
}

/**
 * Gives each contract the tab with its name, and then, in the order of the contracts, the first tab left whose headings
 * fit. So «Handlingsplan 2024» or a lone «Ark1» is found, and a tab is never read as two things.
 */
export function findTabs(tabs: readonly Tab[], contracts: readonly TabContract[]): FoundTabs {
  const found = new Map<string, Tab>();
  const left = new Set(tabs);
  const named = (contract: TabContract) => tabs.find((tab) => nameKey(tab.name) === nameKey(contract.name)) ?? null;

  for (const contract of contracts) {
    const tab = named(contract);
    if (tab && left.has(tab) && fits(tab, contract)) take(contract, tab);
  }
  const reserved = new Set(contracts.flatMap((contract) => named(contract) ?? []));
  for (const contract of contracts) {
    if (found.has(contract.name)) continue;
    // Another contract's own tab is not up for grabs, even when its headings are wrong.
    const tab = [...left].find((t) => (!reserved.has(t) || t === named(contract)) && fits(t, contract));
    if (tab) take(contract, tab);
  }

  function take(contract: TabContract, tab: Tab): void {
    found.set(contract.name, tab);
    left.delete(tab);
  }

  return {
    tabFor: ({ name }) => found.get(name) ?? null,
    suspectFor: (contract) => named(contract) ?? tabs[0] ?? null,
    unused: [...left],
  };
}
