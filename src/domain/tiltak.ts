import type { FanOut } from './ansvarlig.ts';
import type { Day } from './day.ts';
import type { Omfang, Prioritet } from './prioritet.ts';
import type { Status } from './status.ts';
import type { Frist } from './tidsrom.ts';

/** One agreed action, as the sheet has it. */
export interface Tiltak {
  /** `5.7`, or null in a plan without numbers. */
  readonly nr: string | null;
  /** Nr of its aktivitet, such as `5`. */
  readonly aktivitet: string;
  /** The text without its nr. */
  readonly text: string;
  readonly kortnavn: string | null;
  readonly frist: Frist;
  readonly prioritet: Prioritet | null;
  readonly omfang: Omfang | null;
  /** Names as Kontakter has them, fan-out phrases as written; empty when nobody is named. */
  readonly ansvarlig: readonly string[];
  readonly fanOut: FanOut;
  readonly status: Status;
  readonly statusText: string;
  readonly kommentar: string;
  /** The day it was done, where the sheet says so. */
  readonly fullfort: Day | null;
  /** `Handlingsplan!B2`, where its text stands. */
  readonly cell: string;
  /** `Handlingsplan!C2`, where its deadline stands. */
  readonly fristCell: string;
}

export interface Aktivitet {
  readonly nr: string;
  readonly name: string;
}

/** The plan as agreed. Immutable: a new reading makes a new plan. */
export interface Plan {
  readonly aktiviteter: readonly Aktivitet[];
  readonly tiltak: readonly Tiltak[];
  /** Template rows that nobody has filled in. */
  readonly skipped: number;
}

/** One kommune's (or kommunegruppe's) own status for a tiltak that all of them answer for. */
export interface KommuneStatus {
  readonly nr: string;
  readonly kommune: string;
  readonly status: Status;
  readonly fullfort: Day | null;
}
