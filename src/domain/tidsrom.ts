import type { Day } from './day.ts';

/** How exactly a deadline was written; of two different ends, the coarser. */
export type Precision = 'day' | 'week' | 'month' | 'season' | 'quarter' | 'tertial' | 'half-year' | 'year';

export type FristKind = 'by' | 'range' | 'ongoing' | 'depends-on' | 'placeholder' | 'missing' | 'unknown' | 'fault';

/** What a «Tidsrom» cell means. The text as written always comes along, so that a person can check the reading. */
export interface Frist {
  readonly text: string;
  readonly kind: FristKind;
  readonly start: Day | null;
  /** The last day it may be done. */
  readonly end: Day | null;
  readonly precision: Precision | null;
  /** Nr of the tiltak it waits for. */
  readonly dependsOn: readonly string[];
}
