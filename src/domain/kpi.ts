import type { Day } from './day.ts';

export type KpiDirection = 'at-most' | 'at-least' | 'hold';

/** One column of a formula: its comparable form, which {@link KpiRow.counts} is keyed by, and the name as written. */
interface KpiTerm {
  readonly sign: 1 | -1;
  readonly column: string;
  readonly title: string;
}

/** A sum of named columns: «UKP-opphold − UKP-opphold uten liggedøgn». */
export type KpiSum = readonly KpiTerm[];

/** Rows that count, such as those where Enhet = Øya helsehus. */
export interface KpiFilter {
  readonly column: 'kommune' | 'enhet';
  readonly value: string;
}

/** One row of the tab KPI: what is measured, and what was agreed. */
export interface KpiDefinition {
  readonly nr: string;
  readonly name: string;
  readonly numerator: KpiSum;
  /** Null for a plain count, such as UKP-døgn per year. */
  readonly denominator: KpiSum | null;
  /** `døgn`, `%`, … as written. */
  readonly unit: string;
  /** Shares are fractions (0.9). */
  readonly target: number | null;
  /** Something stands under Mål that is no target. */
  readonly targetUnreadable: boolean;
  readonly direction: KpiDirection | null;
  readonly period: 'year' | 'month';
  readonly validFrom: Day | null;
  /** The last day it counts. */
  readonly validTo: Day | null;
  readonly filter: KpiFilter | null;
  /** What the measure means, in the owners' words. */
  readonly definition: string;
  /** Where the definition or the target comes from. */
  readonly source: string;
  /** Teller, Nevner or Filter cannot be read, so nothing can be computed from it. */
  readonly unreadable: boolean;
  /** `KPI!A2`. */
  readonly cell: string;
  /** `KPI!C2`, `KPI!D2`, `KPI!F2` and `KPI!K2`, for what answers have to point at. */
  readonly cells: {
    readonly numerator: string;
    readonly denominator: string;
    readonly target: string;
    readonly filter: string;
  };
}

/** One row of the tab KPI-data: what one kommune (and enhet) counted in one month. */
export interface KpiRow {
  /** `2024-05`. */
  readonly month: string;
  readonly kommune: string;
  readonly enhet: string;
  /** By the heading's comparable form, one for every column there is; null = blank, unreadable or contradicted. */
  readonly counts: ReadonlyMap<string, number | null>;
  readonly cell: string;
}

/** Whether a KPI is a share, shown as per cent. */
export function isShare(unit: string): boolean {
  return /^(?:%|prosent|andel|pst\.?)$/i.test(unit.trim());
}

/** «UKP-opphold − UKP-opphold uten liggedøgn», as people would write it. */
export function formulaText(sum: KpiSum): string {
  return sum.map(({ sign, title }, i) => (i === 0 ? title : `${sign === 1 ? '+' : '−'} ${title}`)).join(' ');
}
