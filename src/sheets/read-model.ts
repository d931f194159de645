import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { type KnownUnit, unitRegister } from '#src/domain/unit-register.ts';
import { once } from '#src/once.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { BookReader, type TabPart } from './book-reader.ts';
import type { WorkbookName } from './contract.ts';
import { dependencyFaults } from './dependency-faults.ts';
import { handlingsplanContract } from './handlingsplan.ts';
import { innstillingerContract, readInnstillinger } from './innstillinger.ts';
import { kommuneLookup } from './kommune-lookup.ts';
import { kontakterContract, readKontakter } from './kontakter.ts';
import type { Model } from './model.ts';
import { PLAN_TABS } from './plan-tabs.ts';
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
  /** Which of them are what the state kept, without e-mail addresses and the like; none when left out. */
  readonly restored?: readonly WorkbookName[];
}

const NOTHING: TabPart<null> = { value: null, faults: [], report: null };

/**
 * Parses both workbooks into one model. Whatever is wrong in them becomes faults; nothing is thrown. A tab is parsed when
 * somebody first asks for what is in it, so that a question about the plan does not wait for years of KPI figures.
 */
export async function readModel(source: ModelSource): Promise<Model> {
  const { handlingsplan, kapasitet, withKpi, readAt, examples, restored = [] } = source;
  const { book, kontaktPart, kontakter, innstillingPart, innstillinger, register, planPart, statusPart, kpiPart } =
    await planBookOf(handlingsplan, withKpi);
  // A question about the plan alone starts faster without what reads the other workbook.
  const places = kapasitet && (await import('./kapasitet-book.ts')).kapasitetBook(kapasitet);

  // Invented contacts say nothing about which kommuner somebody's own sheet may name.
  const ownContacts = examples.includes('handlingsplan') === examples.includes('kapasitet');
  const placePart = once(() => places?.readPlaces(kommuneLookup(kontakter, ownContacts)) ?? NOTHING);

  const planParts = once(() => [planPart(), statusPart(), kontaktPart, innstillingPart]);
  const allParts = once(() => [...planParts(), kpiPart().definitions, kpiPart().data, placePart()]);
  const planFaults = once(() => {
    const { value: plan } = planPart();
    return book.sorted([...planParts().flatMap((part) => part.faults), ...(plan ? dependencyFaults(plan) : [])]);
  });
  const placeFaults = once(() => places?.book.sorted(placePart().faults) ?? []);
  const faults = once(() => {
    const { definitions, data } = kpiPart();
    const inPlaces = placeFaults();
    const inBook = book.sorted([...planFaults(), ...definitions.faults, ...data.faults, ...book.otherBirthNumbers]);
    // Both workbooks may be one folder or one file, and then each finds what stands in the other's tabs.
    return withoutRepeats([...inBook, ...inPlaces, ...(places?.book.otherBirthNumbers ?? [])]);
  });

  return {
    get plan() {
      return planPart().value;
    },
    get kommuneStatuses() {
      return statusPart().value ?? [];
    },
    kontakter,
    register,
    innstillinger,
    readAt,
    examples,
    restored,
    urls: { ...book.urls, ...places?.book.urls },
    get planFaults() {
      return planFaults();
    },
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
      // Beside somebody's own workbook, the rest of the invented example is nothing to wonder about.
      const left = [
        ...(examples.includes('handlingsplan') ? [] : book.unusedTabs),
        ...(examples.includes('kapasitet') ? [] : (places?.book.unusedTabs ?? [])),
      ];
      // Both workbooks may be one folder or one file: a tab that either of them reads is in use.
      return [...new Set(left)].filter((name) => !used.has(name));
    },
    get faults() {
      return faults();
    },
  };
}

type PlanBook = Awaited<ReturnType<typeof planBook>>;

const planBooks = new WeakMap<Snapshot, Map<boolean, Promise<PlanBook>>>();

/** The plan's workbook is parsed once for each of its versions, however often the other one changes. */
function planBookOf(snapshot: Snapshot | null, withKpi: boolean): Promise<PlanBook> {
  if (snapshot === null) return planBook(null, withKpi);
  const kept = planBooks.get(snapshot) ?? new Map<boolean, Promise<PlanBook>>();
  planBooks.set(snapshot, kept);
  const known = kept.get(withKpi) ?? planBook(snapshot, withKpi);
  kept.set(withKpi, known);
  return known;
}

async function planBook(handlingsplan: Snapshot | null, withKpi: boolean) {
  const kpiTabs = withKpi ? (await import('./kpi-tabs.ts')).kpiTabs : null;
  const book = new BookReader(handlingsplan, [...PLAN_TABS, ...(kpiTabs?.contracts ?? [])]);
  const kontaktPart = book.read(kontakterContract, readKontakter);
  const kontakter = kontaktPart.value ?? [];
  const innstillingPart = book.read(innstillingerContract, readInnstillinger);
  const innstillinger = innstillingPart.value ?? DEFAULT_INNSTILLINGER;
  const register = unitRegister(kontakter.map(asUnit));
  const planPart = once(() =>
    book.read(handlingsplanContract, (read) => readHandlingsplan(read, { register, planYear: innstillinger.planYear })),
  );
  const kommuner = kommuneLookup(kontakter, true);
  const statusPart = once(() =>
    book.read(statusPerKommuneContract, (read) => readStatusPerKommune(read, { plan: planPart().value, kommuner })),
  );

  const kpiPart = once(() => kpiTabs?.read(book, kommuner) ?? { definitions: NOTHING, data: NOTHING });
  return { book, kontaktPart, kontakter, innstillingPart, innstillinger, register, planPart, statusPart, kpiPart };
}

/** A people chip names a unit by the address it has in Kontakter. */
function asUnit({ navn, aliases, epost }: Kontakt): KnownUnit {
  return { name: navn, aliases: epost === null ? aliases : [...aliases, epost] };
}

function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
