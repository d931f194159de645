import { findDependencyFaults } from '#src/domain/dependencies.ts';
import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { Plan } from '#src/domain/tiltak.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { byPlaceInSheet } from './address.ts';
import { withoutBirthNumbers } from './birth-numbers.ts';
import type { TabContract, WorkbookName } from './contract.ts';
import type { TabResult } from './fault-list.ts';
import { findTabs } from './find-tabs.ts';
import { handlingsplanContract } from './handlingsplan.ts';
import { innstillingerContract, readInnstillinger } from './innstillinger.ts';
import { kapasitetContract, readKapasitet } from './kapasitet.ts';
import { kommuneLookup } from './kommune-lookup.ts';
import { kontakterContract, readKontakter } from './kontakter.ts';
import { kpiContract, readKpi } from './kpi.ts';
import { kpiDataContract, readKpiData } from './kpi-data.ts';
import { missingColumns, missingTable } from './missing.ts';
import type { Model, TabReport } from './model.ts';
import { readHandlingsplan } from './read-handlingsplan.ts';
import { readTab, type TabRead } from './read-tab.ts';
import { readStatusPerKommune, statusPerKommuneContract } from './status-per-kommune.ts';
import { reportOf } from './tab-report.ts';

/** What there is to read: one snapshot of each workbook that is in use. */
export interface ModelSource {
  readonly handlingsplan: Snapshot | null;
  readonly kapasitet: Snapshot | null;
  readonly readAt: Moment;
  /** Which of them hold the invented example. */
  readonly examples: readonly WorkbookName[];
}

const PLAN_TABS: readonly TabContract[] = [
  handlingsplanContract,
  statusPerKommuneContract,
  kontakterContract,
  innstillingerContract,
  kpiContract,
  kpiDataContract,
];

const ALL_TABS: readonly TabContract[] = [...PLAN_TABS, kapasitetContract];

/** Parses both workbooks into one immutable model. Whatever is wrong in them becomes faults; nothing is thrown. */
export function readModel({ handlingsplan, kapasitet, readAt, examples }: ModelSource): Model {
  const plans = new BookReader(handlingsplan, PLAN_TABS);
  const kontakter = plans.read(kontakterContract, readKontakter) ?? [];
  const innstillinger = plans.read(innstillingerContract, readInnstillinger) ?? DEFAULT_INNSTILLINGER;
  const register = unitRegister(kontakter.map(({ navn, aliases }) => ({ name: navn, aliases })));
  const plan = plans.read(handlingsplanContract, (read) =>
    readHandlingsplan(read, { register, planYear: innstillinger.planYear }),
  );
  const kommuner = kommuneLookup(kontakter, true);
  const kommuneStatuses = plans.read(statusPerKommuneContract, (read) => readStatusPerKommune(read, { plan, kommuner }));
  const kpi = plans.read(kpiContract, readKpi) ?? [];
  const kpiRows = plans.read(kpiDataContract, (read) => readKpiData(read, { definitions: kpi, kommuner }));

  const places = new BookReader(kapasitet, [kapasitetContract]);
  const ownKontakter = examples.includes('handlingsplan') === examples.includes('kapasitet');
  const kapasitetRows = places.read(kapasitetContract, (read) =>
    readKapasitet(read, { kommuner: kommuneLookup(kontakter, ownKontakter) }),
  );

  return {
    plan,
    kommuneStatuses: kommuneStatuses ?? [],
    kontakter,
    register,
    innstillinger,
    kpi,
    kpiRows: kpiRows ?? [],
    kapasitet: kapasitetRows,
    tabs: [...plans.reports, ...places.reports].toSorted((a, b) => orderOf(a) - orderOf(b)),
    missingTabs: [...plans.missingTabs, ...places.missingTabs],
    unusedTabs: unusedTabs(plans, places),
    faults: [...plans.faults(plan ? dependencyFaults(plan) : []), ...places.faults([])],
    readAt,
    examples,
    urls: { ...plans.urls, ...places.urls },
  };
}

/** Reads the tabs of one workbook, collecting reports and faults on the way. */
class BookReader {
  readonly #faults: Fault[] = [];
  readonly #found: ReturnType<typeof findTabs>;
  readonly #order: readonly string[];
  readonly #contracts: readonly TabContract[];
  readonly #read: boolean;
  readonly reports: TabReport[] = [];
  readonly urls: Readonly<Record<string, string>>;

  constructor(snapshot: Snapshot | null, contracts: readonly TabContract[]) {
    const clean = (snapshot?.tabs ?? []).map(withoutBirthNumbers);
    const tabs = clean.map(({ tab }) => tab);
    this.#faults.push(...clean.flatMap(({ faults }) => faults));
    this.#found = findTabs(tabs, contracts);
    this.#order = tabs.map(({ name }) => name);
    this.#contracts = contracts;
    this.#read = snapshot !== null;
    this.urls = Object.fromEntries(tabs.flatMap(({ name, url }) => (url === null ? [] : [[name, url]])));
  }

  /** Null when the workbook has no such tab; a compulsory one is then a fault. */
  read<K extends string, T>(contract: TabContract<K>, parse: (read: TabRead<K>) => TabResult<T>): T | null {
    if (!this.#read) return null;
    const tab = this.#found.tabFor(contract);
    const suspect = this.#found.suspectFor(contract);
    if (!tab) {
      if (contract.compulsory || suspect?.name === contract.name) this.#faults.push(missingTable(contract, suspect));
      return null;
    }
    const read = readTab(tab, contract);
    const result = parse(read);
    this.#faults.push(...missingColumns(read, contract), ...result.faults);
    this.reports.push(reportOf(read, contract, result));
    return result.value;
  }

  get missingTabs(): readonly string[] {
    if (!this.#read) return [];
    return this.#contracts.filter((c) => this.#found.tabFor(c) === null).map(({ name }) => name);
  }

  get unused(): readonly string[] {
    return this.#found.unused.map(({ name }) => name);
  }

  /** All faults with some more, in the order a person meets them going through the workbook. */
  faults(more: readonly Fault[]): readonly Fault[] {
    const place = ({ sheet }: Fault) => this.#order.indexOf(sheet);
    return [...this.#faults, ...more].sort((a, b) => place(a) - place(b) || byPlaceInSheet(a.cell, b.cell));
  }
}

/** Both workbooks may be one folder or one file: a tab that either of them reads is in use. */
function unusedTabs(plans: BookReader, places: BookReader): readonly string[] {
  const used = new Set([...plans.reports, ...places.reports].map(({ sheet }) => sheet));
  return [...new Set([...plans.unused, ...places.unused])].filter((name) => !used.has(name));
}

function orderOf({ contract }: TabReport): number {
  return ALL_TABS.findIndex(({ name }) => name === contract);
}

function dependencyFaults(plan: Plan): readonly Fault[] {
  return findDependencyFaults(plan.tiltak).map(({ tiltak, kind, nrs }) => {
    const at = tiltak.fristCell.lastIndexOf('!');
    const circle = nrs.join(' → ');
    return {
      sheet: tiltak.fristCell.slice(0, at),
      cell: tiltak.fristCell.slice(at + 1),
      found: tiltak.frist.text,
      expected: 'nummeret på et annet tiltak i planen',
      message:
        kind === 'circle'
          ? `Tiltakene venter på hverandre i ring: ${circle}. Sett en dato på ett av dem.`
          : `${nrs.join(' og ')} står ikke i planen. Skriv nummeret på et tiltak som finnes, eller en dato.`,
    };
  });
}
