import { nameKey } from '#src/domain/names.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import type { TabContract } from './contract.ts';
import { fits } from './read-tab.ts';

/** Finds the tab that serves a contract. A tab is never read as two things. */
export class TabFinder {
  readonly #tabs: readonly Tab[];
  readonly #reserved: ReadonlySet<Tab>;
  readonly #taken = new Map<string, Tab | null>();

  constructor(tabs: readonly Tab[], contracts: readonly TabContract[]) {
    this.#tabs = tabs;
    this.#reserved = new Set(contracts.flatMap((contract) => this.named(contract) ?? []));
    // What the workbook is for comes first: a lone plan with «Enhet» and «Type» must not be taken for the contacts.
    for (const contract of contracts.filter(({ compulsory }) => compulsory)) this.tabFor(contract);
  }

  /**
   * The tab with the contract's name, else the first free one whose headings fit: so «Handlingsplan 2024» or a lone
   * «Ark1» is found. Null when there is none.
   */
  tabFor<K extends string>(contract: TabContract<K>): Tab | null {
    const known = this.#taken.get(contract.name);
    if (known !== undefined) return known;
    const own = this.named(contract);
    const tab = own && fits(own, contract) ? own : this.#firstFree((free) => fits(free, contract));
    this.#taken.set(contract.name, tab);
    return tab;
  }

  /** The tab to blame when none fits: the one with the contract's name, else the first. */
  suspectFor(contract: Pick<TabContract, 'name'>): Tab | null {
    return this.named(contract) ?? this.#tabs[0] ?? null;
  }

  named({ name }: Pick<TabContract, 'name'>): Tab | null {
    return this.#tabs.find((tab) => nameKey(tab.name) === nameKey(name)) ?? null;
  }

  /** Tabs that serve none of the contracts asked about so far. */
  get unused(): readonly Tab[] {
    const taken = new Set(this.#taken.values());
    return this.#tabs.filter((tab) => !taken.has(tab));
  }

  /** Another contract's own tab is not up for grabs, even when its headings are wrong. */
  #firstFree(serves: (tab: Tab) => boolean): Tab | null {
    const taken = new Set(this.#taken.values());
    return this.#tabs.find((tab) => !taken.has(tab) && !this.#reserved.has(tab) && serves(tab)) ?? null;
  }
}
