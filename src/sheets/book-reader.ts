import type { Fault } from '#src/domain/fault.ts';
import { once } from '#src/once.ts';
import { LOGG } from '#src/workbook/edit.ts';
import type { Snapshot, Tab } from '#src/workbook/workbook.ts';
import { byPlaceInSheet } from './address.ts';
import { withoutBirthNumbers } from './birth-numbers.ts';
import type { TabContract } from './contract.ts';
import type { TabResult } from './fault-list.ts';
import { TabFinder } from './find-tabs.ts';
import { missingColumns, missingTable } from './missing.ts';
import type { TabReport } from './model.ts';
import { readTab, type TabRead } from './read-tab.ts';
import { reportOf } from './tab-report.ts';

/** Tabs of our own that hold guidance, drop-down lists and what the bot has written, never figures. */
const GUIDE_TABS: ReadonlySet<string> = new Set(['Les meg', 'Lister', LOGG.name]);

/** What one tab of a workbook gave. */
export interface TabPart<T> {
  /** Null when the workbook has no such tab. */
  readonly value: T | null;
  readonly faults: readonly Fault[];
  readonly report: TabReport | null;
}

/** Reads the tabs of one workbook as they are asked for. Without a snapshot every part is empty, and nothing is missing. */
export class BookReader {
  readonly #tabs: readonly Tab[];
  readonly #finder: TabFinder;
  readonly #contracts: readonly TabContract[];
  readonly #isOpen: boolean;
  /** Tab → the faults of birth numbers in it. */
  readonly #birthNumbers: ReadonlyMap<Tab, () => readonly Fault[]>;
  readonly #read = new Set<Tab>();

  constructor(snapshot: Snapshot | null, contracts: readonly TabContract[]) {
    const clean = (snapshot?.tabs ?? []).map(cleanTab);
    this.#birthNumbers = new Map(clean.map(({ tab, faults }) => [tab, faults]));
    this.#tabs = [...this.#birthNumbers.keys()];
    this.#finder = new TabFinder(this.#tabs, contracts);
    this.#contracts = contracts;
    this.#isOpen = snapshot !== null;
  }

  /** Reads one tab, birth numbers taken out. A compulsory one that is missing is a fault; so is one whose name is there, but not its headings. */
  read<K extends string, T>(contract: TabContract<K>, parse: (read: TabRead<K>) => TabResult<T>): TabPart<T> {
    if (!this.#isOpen) return { value: null, faults: [], report: null };
    const tab = this.#finder.tabFor(contract);
    if (tab) {
      const read = readTab(tab, contract);
      const result = parse(read);
      this.#read.add(tab);
      const birthNumbers = this.#birthNumbers.get(tab)?.() ?? [];
      const faults = [...birthNumbers, ...missingColumns(read, contract), ...result.faults];
      return { value: result.value, faults, report: reportOf(read, contract, result) };
    }
    const isFault = contract.compulsory || this.#finder.named(contract) !== null;
    const faults = isFault ? [missingTable(contract, this.#finder.suspectFor(contract))] : [];
    return { value: null, faults, report: null };
  }

  /** Names of the contracts that no tab serves. */
  get missingTabs(): readonly string[] {
    if (!this.#isOpen) return [];
    return this.#contracts.filter((contract) => this.#finder.tabFor(contract) === null).map(({ name }) => name);
  }

  get unusedTabs(): readonly string[] {
    return this.#finder.unused.map(({ name }) => name).filter((name) => !GUIDE_TABS.has(name));
  }

  /** Tab name → its address in Google Sheets. */
  get urls(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#tabs.flatMap(({ name, url }) => (url === null ? [] : [[name, url]])));
  }

  /** Faults of birth numbers in the tabs that have not been read. */
  get otherBirthNumbers(): readonly Fault[] {
    return [...this.#birthNumbers].flatMap(([tab, faults]) => (this.#read.has(tab) ? [] : faults()));
  }

  /** In the order a person meets them going through the workbook. */
  sorted(faults: readonly Fault[]): readonly Fault[] {
    const place = new Map(this.#tabs.map(({ name }, index) => [name, index]));
    const at = ({ sheet }: Fault) => place.get(sheet) ?? -1;
    return faults.toSorted((a, b) => at(a) - at(b) || byPlaceInSheet(a.cell, b.cell));
  }
}

/** A tab whose cells are looked through when somebody first reads them. */
function cleanTab(tab: Tab): { readonly tab: Tab; readonly faults: () => readonly Fault[] } {
  const clean = once(() => withoutBirthNumbers(tab));
  const lazy = {
    name: tab.name,
    merges: tab.merges,
    url: tab.url,
    get rows() {
      return clean().tab.rows;
    },
  };
  return { tab: lazy, faults: () => clean().faults };
}
