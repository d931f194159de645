import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import type { KpiDefinition, KpiRow } from '#src/domain/kpi.ts';
import type { KommuneStatus, Plan } from '#src/domain/tiltak.ts';
import type { Register } from '#src/domain/unit-register.ts';
import type { WorkbookName } from './contract.ts';

/** How one tab was understood, for `sjekk` (CONTRACT: sheets). */
export interface TabReport {
  readonly workbook: WorkbookName;
  /** Name of the contract it was read by; `sheet` is what people have called it. */
  readonly contract: string;
  readonly sheet: string;
  /** 1-based, as the sheet shows them. */
  readonly headingRows: readonly number[];
  /** Heading as written → column key. */
  readonly columns: Readonly<Record<string, string>>;
  /** Heading as written → the template's own heading, where they differ. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly rows: number;
  readonly skipped: number;
}

/** Both workbooks at one moment, each tab parsed at most once and never changed. Every answer is made from this. */
export interface Model {
  /** Null when no table of tiltak was found, or the workbook was not read. */
  readonly plan: Plan | null;
  readonly kommuneStatuses: readonly KommuneStatus[];
  readonly kontakter: readonly Kontakt[];
  /** The names in Kontakter, for recognising who a text speaks of. */
  readonly register: Register;
  readonly innstillinger: Innstillinger;
  readonly kpi: readonly KpiDefinition[];
  readonly kpiRows: readonly KpiRow[];
  /** Null when no table of capacity was found, or the workbook was not read. */
  readonly kapasitet: readonly KapasitetRow[] | null;
  readonly tabs: readonly TabReport[];
  /** Names of tabs we know of that the workbooks that were read do not have. */
  readonly missingTabs: readonly string[];
  /** Tabs that nothing is read from. */
  readonly unusedTabs: readonly string[];
  /** Faults in what the plan is made of: the plan itself, statuses, contacts and settings. */
  readonly planFaults: readonly Fault[];
  /** Faults in the sheet of places. */
  readonly kapasitetFaults: readonly Fault[];
  /** All faults, in the order of the sheets, top to bottom. */
  readonly faults: readonly Fault[];
  /** When what is oldest in it was last known to be current. */
  readonly readAt: Moment;
  /** The same of each workbook by itself; left out where there is only one moment to speak of. */
  readonly readAtOf?: Readonly<Partial<Record<WorkbookName, Moment>>>;
  /** Some of it could not be followed at the last look, and may stand otherwise in the sheet by now. */
  readonly isTroubled?: boolean;
  /** Which workbooks hold the invented example. */
  readonly examples: readonly WorkbookName[];
  /** Which workbooks are what the state kept from an earlier reading, without e-mail addresses and the like. */
  readonly restored: readonly WorkbookName[];
  /** Tab name → its address in Google Sheets; empty for files. */
  readonly urls: Readonly<Record<string, string>>;
}
