import type { Day } from './day.ts';
import type { KpiDirection } from './kpi.ts';

/** A figure and what it was made of; null = not reported, or hidden. */
export interface KpiFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  /** Null for a plain count as well. */
  readonly denominator: number | null;
  /** Left out because it is one kommune's own and so small that it could point at someone. */
  readonly hidden: boolean;
}

export interface KpiMonth extends KpiFigure {
  /** `2024-05`. */
  readonly month: string;
  /** Less than a month old, so re-admissions and late reports may still change it. */
  readonly preliminary: boolean;
}

/** A column that a formula names, but the tab of figures does not have. */
export interface MissingColumn {
  /** As written in the formula. */
  readonly title: string;
  /** The tab that should have had it, `KPI-data`. */
  readonly sheet: string;
  /** Where the formula stands, `KPI!C5`. */
  readonly cell: string;
}

/** What one KPI came to (CONTRACT: `kpi`), and what a reader needs to check it. */
export interface KpiResult extends KpiFigure {
  readonly nr: string;
  readonly name: string;
  readonly unit: string;
  /** A share is a fraction (0.86), shown as per cent. */
  readonly share: boolean;
  /** A plain count over a year: the value is the year to date, the target is for the whole year. */
  readonly cumulative: boolean;
  /** What the value covers: `2024`, or `2024-05` for a KPI by the month; null when nobody has reported. */
  readonly period: string | null;
  /** Null when none is set, or when it is not valid now. */
  readonly target: number | null;
  /** `KPI!F2`, when something stands there that cannot be read as a target; else null. */
  readonly unreadableTarget: string | null;
  readonly direction: KpiDirection | null;
  readonly validTo: Day | null;
  /** Null = cannot be said: missing figures never count as met. */
  readonly meetsTarget: boolean | null;
  /** Every month from the first to the last that anyone reported; one that nobody reported is null throughout. */
  readonly months: readonly KpiMonth[];
  readonly points: null;
  readonly center: null;
  readonly lower: null;
  readonly upper: null;
  readonly signals: readonly [];
  readonly variation: null;
  readonly assurance: null;
  readonly forecast: null;
  /** The newest month that anyone has reported for this KPI. */
  readonly lastMonth: string | null;
  /** The newest month in the whole tab KPI-data: the month that those in `notReported` lack. */
  readonly dueMonth: string | null;
  readonly notReported: readonly string[];
  /** Nr of the tiltak that serve it. */
  readonly tiltak: readonly string[];
  /** The formula as written in the sheet. */
  readonly teller: string;
  readonly nevner: string | null;
  readonly filter: string | null;
  readonly definition: string;
  readonly source: string;
  readonly unreadable: boolean;
  /** The first column of the formula that the figures do not have, so that nothing can be computed; else null. */
  readonly missingColumn: MissingColumn | null;
  /** `KPI!A2`. */
  readonly cell: string;
}
