import type { Day, Moment } from './day.ts';
import type { Status } from './status.ts';
import type { FristKind } from './tidsrom.ts';

/** What is remembered of one tiltak at one time. */
export interface TiltakState {
  /** Its nr, or what stands for it when it has none: the same tiltak has the same key in every reading. */
  readonly key: string;
  readonly nr: string | null;
  /** Short enough for a message, and without birth numbers. */
  readonly title: string;
  readonly status: Status;
  readonly fristKind: FristKind;
  /** The last day of its deadline. */
  readonly fristEnd: Day | null;
  /** Kommuner that have reported, of how many; null for a tiltak that has one status. */
  readonly reported: number | null;
  readonly kommuner: number | null;
}

/** A change: how the tiltak was from then on. */
export interface TiltakRecord extends TiltakState {
  /** Milliseconds since 1970, by the domain's clock. */
  readonly at: number;
  /** It was taken out of the plan. */
  readonly gone: boolean;
}

/** The plan's past, as far as it is remembered. */
export interface PlanPast {
  /** When the group was last told how things stood; null when it never was. */
  readonly lastTold: Moment | null;
  /** Every change, the oldest first. */
  readonly records: readonly TiltakRecord[];
}
