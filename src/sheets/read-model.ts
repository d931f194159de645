import type { Moment } from '#src/domain/day.ts';
import { findDependencyFaults } from '#src/domain/dependencies.ts';
import type { Fault } from '#src/domain/fault.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { Plan } from '#src/domain/tiltak.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import { once } from '#src/once.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { BookReader, type TabPart } from './book-reader.ts';
import type { TabContract, WorkbookName } from './contract.ts';
import { handlingsplanContract } from './handlingsplan.ts';
import { innstillingerContract, readInnstillinger } from './innstillinger.ts';
import { kommuneLookup } from './kommune-lookup.ts';
import { kontakterContract, readKontakter } from './kontakter.ts';
import type { Model } from './model.ts';
import { readHandlingsplan } from './read-handlingsplan.ts';
import { readStatusPerKommune, statusPerKommuneContract } from './status-per-kommune.ts';

/** What there is to read: one snapshot of each workbook that is in use. */
export interface ModelSource {
  readonly handlingsplan: Snapshot | null;
  readonly kapasitet: Snapshot | null;
  /** Whether the KPI tabs are read too: years of figures that most questions do without. */
  readonly withKpi: boolean;
  readonly readAt: Moment;
  /** Which of them hold the invented example. */
  readonly examples: readonly WorkbookName[];
}

const PLAN_TABS: readonly TabContract[] = [
  handlingsplanContract,
  statusPerKommuneContract,
  kontakterContract,
  innstillingerContract,
];

const NOTHING: TabPart<null> = { value: null, faults: [], report: null };

/**
 * Parses both workbooks into one model. Whatever is wrong in them becomes faults; nothing is thrown. A tab is parsed when
 * somebody first asks for what is in it, so that a question about the plan does not wait for years of KPI figures.
 */
export async function readModel({ handlingsplan, kapasitet, withKpi, readAt, examples }: ModelSource): Promise<Model> {
  const kpiTabs = withKpi ? (await import('./kpi-tabs.ts')).kpiTabs : null;
  const book = new BookReader(handlingsplan, [...PLAN_TABS, ...(kpiTabs?.contracts ?? [])]);
  // A question about the plan alone starts faster without what reads the other workbook.
  const places = kapasitet && (await import('./kapasitet-book.ts')).kapasitetBook(kapasitet);

  const kontaktPart = book.read(kontakterContract, readKontakter);
  const kontakter = kontaktPart.value ?? [];
  const innstillingPart = book.read(innstillingerContract, readInnstillinger);
  const innstillinger = innstillingPart.value ?? DEFAULT_INNSTILLINGER;
  const register = unitRegister(kontakter.map(({ navn, aliases }) => ({ name: navn, aliases })));
  const planPart = book.read(handlingsplanContract, (read) =>
    readHandlingsplan(read, { register, planYear: innstillinger.planYear }),
  );
  const plan = planPart.value;
  const kommuner = kommuneLookup(kontakter, true);
  const statusPart = book.read(statusPerKommuneContract, (read) => readStatusPerKommune(read, { plan, kommuner }));

  const kpiPart = once(() => kpiTabs?.read(book, kommuner) ?? { definitions: NOTHING, data: NOTHING });
  // Invented contacts say nothing about which kommuner somebody's own sheet may name.
  const ownContacts = examples.includes('handlingsplan') === examples.includes('kapasitet');
  const placePart = once(() => places?.readPlaces(kommuneLookup(kontakter, ownContacts)) ?? NOTHING);

  const planParts = [planPart, statusPart, kontaktPart, innstillingPart];
  const allParts = once(() => [...planParts, kpiPart().definitions, kpiPart().data, placePart()]);
  const planFaults = once(() =>
    book.sorted([...planParts.flatMap(({ faults }) => faults), ...(plan ? dependencyFaults(plan) : [])]),
  );
  const placeFaults = once(() => places?.book.sorted([...places.book.birthNumberFaults, ...placePart().faults]) ?? []);
  const faults = once(() => [
    ...book.sorted([
      ...book.birthNumberFaults,
      ...planFaults(),
      ...kpiPart().definitions.faults,
      ...kpiPart().data.faults,
    ]),
    ...placeFaults(),
  ]);

  return {
    plan,
    kommuneStatuses: statusPart.value ?? [],
    kontakter,
    register,
    innstillinger,
    readAt,
    examples,
    urls: { ...book.urls, ...places?.book.urls },
    planFaults: planFaults(),
    get kpi() {
      return kpiPart().definitions.value ?? [];
    },
    get kpiRows() {
      return kpiPart().data.value ?? [];
    },
    get kapasitet() {
      return placePart().value;
    },
    get kapasitetFaults() {
      return placeFaults();
    },
    get tabs() {
      return allParts().flatMap(({ report }) => report ?? []);
    },
    get missingTabs() {
      return [...book.missingTabs, ...(places?.book.missingTabs ?? [])];
    },
    get unusedTabs() {
      const used = new Set(allParts().map(({ report }) => report?.sheet));
      const left = [...book.unusedTabs, ...(places?.book.unusedTabs ?? [])];
      // Both workbooks may be one folder or one file: a tab that either of them reads is in use.
      return [...new Set(left)].filter((name) => !used.has(name));
    },
    get faults() {
      return faults();
    },
  };
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
