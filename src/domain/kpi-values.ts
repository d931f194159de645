import type { Moment } from './day.ts';
import { formulaText, isShare, type KpiDefinition, type KpiRow } from './kpi.ts';
import { missingColumn } from './kpi-missing-column.ts';
import { daysSinceEnd, monthOfDay, nextMonth } from './kpi-month.ts';
import { distinct, expectedKommuner, withoutFigures } from './kpi-reporting.ts';
import type { KpiFigure, KpiMonth, KpiResult } from './kpi-result.ts';
import { NOT_REPORTED, showableFigure, showableFigures } from './kpi-small-numbers.ts';
import { addTallies, ratioOf, type Tally, tallyMonths } from './kpi-tally.ts';
import { definitionAt, isCumulative, isValid, meetsTarget, targetDay } from './kpi-target.ts';

/** How long after its end a month may still change (re-admissions are counted for 30 days). */
const PRELIMINARY_DAYS = 30;

export interface KpiQuestion {
  readonly definitions: readonly KpiDefinition[];
  readonly rows: readonly KpiRow[];
  /** The kommuner of the helsefellesskap; empty when nobody has listed them. */
  readonly kommuner: readonly string[];
  /** KPI nr → nr of the tiltak that serve it. */
  readonly tiltakByKpi: ReadonlyMap<string, readonly string[]>;
  readonly now: Moment;
}

/**
 * Every KPI against its target, in the order of the sheet; one result per nr.
 *
 * A value is sum over sum: the year to date of the newest reported month's year, or that month for a KPI by the month.
 * Months that have not begun are left out. Shares are fractions.
 */
export function computeKpis(question: KpiQuestion): readonly KpiResult[] {
  const thisMonth = monthOfDay(question.now.day);
  const rows = question.rows.filter((row) => row.month <= thisMonth);
  const dueMonth = newest(rows.filter(hasCounts).map((row) => row.month));
  // Where the workbook is one kommune's own, there is nobody to hide its figures from.
  const protect = distinct([...question.kommuner, ...rows.map((row) => row.kommune)]).length > 1;
  const byNr = Map.groupBy(question.definitions, (definition) => definition.nr);

  return [...byNr.values()].flatMap((definitions) => {
    const definition = definitionAt(definitions, targetDay('year', dueMonth, question.now.day));
    return definition ? [computeKpi(definition, { ...question, rows, allRows: question.rows, dueMonth, protect })] : [];
  });
}

interface KpiContext extends KpiQuestion {
  /** Those of months that have not begun, too. */
  readonly allRows: readonly KpiRow[];
  readonly dueMonth: string | null;
  /** Whether one kommune's small numbers are to be hidden. */
  readonly protect: boolean;
}

function computeKpi(definition: KpiDefinition, context: KpiContext): KpiResult {
  const { rows, kommuner, now, dueMonth, protect } = context;
  const tallies = tallyMonths(definition, rows);
  const lastMonth = newest([...tallies.keys()]);
  const expected = expectedKommuner({ filter: definition.filter, rows, tallies, kommuner });
  const showing = { share: isShare(definition.unit), protect, yearShown: definition.period === 'year' };

  const period = periodOf(definition, lastMonth);
  const inPeriod = [...tallies].filter(([month]) => period !== null && month.startsWith(period));
  const total = inPeriod.length > 0 ? addTallies(inPeriod.map(([, tally]) => tally)) : null;
  const figure = total ? showableFigure(total, showing) : NOT_REPORTED;
  const valid = isValid(definition, targetDay(definition.period, lastMonth, now.day));
  const target = valid ? definition.target : null;
  const lacking = missingColumn(definition, context.allRows);
  const computable = !definition.unreadable && lacking === null;
  const met = meetsTarget(
    { ...definition, target },
    {
      value: total && ratioOf(total),
      complete: period !== null && isComplete(period, { tallies, expected, now }),
      current: lastMonth === dueMonth,
    },
  );

  return {
    nr: definition.nr,
    name: definition.name,
    unit: definition.unit,
    period,
    ...figure,
    target,
    unreadableTarget: valid && definition.targetUnreadable ? definition.cells.target : null,
    direction: definition.direction,
    meetsTarget: figure.hidden ? null : met,
    months: monthsOf(showableFigures(tallies, showing), now),
    ...NOT_YET_ANALYSED,
    lastMonth,
    dueMonth,
    notReported: dueMonth === null || !computable ? [] : withoutFigures(expected, tallies.get(dueMonth)),
    tiltak: context.tiltakByKpi.get(definition.nr) ?? [],
    ...howComputed(definition),
    missingColumn: lacking,
  };
}

/** What a reader needs to check the figure. */
function howComputed(definition: KpiDefinition) {
  const { unit, numerator, denominator, filter, validTo, source, unreadable, cell } = definition;
  return {
    share: isShare(unit),
    cumulative: isCumulative(definition),
    validTo,
    teller: formulaText(numerator),
    nevner: denominator && formulaText(denominator),
    filter: filter && `${filter.column === 'enhet' ? 'Enhet' : 'Kommune'} = ${filter.value}`,
    definition: definition.definition,
    source,
    unreadable,
    cell,
  };
}

/** Limits, signals and forecasts need more than sums; the fields stand so that readers of the JSON can rely on them. */
const NOT_YET_ANALYSED = {
  points: null,
  center: null,
  lower: null,
  upper: null,
  signals: [],
  variation: null,
  assurance: null,
  forecast: null,
} as const;

function periodOf({ period }: KpiDefinition, lastMonth: string | null): string | null {
  return period === 'month' || lastMonth === null ? lastMonth : lastMonth.slice(0, 4);
}

interface Completeness {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly expected: readonly string[];
  readonly now: Moment;
}

/** Whether the period is over and everyone expected has reported every month of it. */
function isComplete(period: string, { tallies, expected, now }: Completeness): boolean {
  const months = period.length > 4 ? [period] : monthsBetween(`${period}-01`, `${period}-12`);
  const isOver = months.every((month) => daysSinceEnd(month, now.day) > 0);
  return (
    isOver && months.every((month) => tallies.has(month) && withoutFigures(expected, tallies.get(month)).length === 0)
  );
}

function monthsOf(figures: ReadonlyMap<string, KpiFigure>, now: Moment): readonly KpiMonth[] {
  const reported = [...figures.keys()].sort();
  return monthsBetween(reported[0], reported.at(-1)).map((month) => ({
    month,
    ...(figures.get(month) ?? NOT_REPORTED),
    preliminary: daysSinceEnd(month, now.day) <= PRELIMINARY_DAYS,
  }));
}

function monthsBetween(first: string | undefined, last: string | undefined): readonly string[] {
  const months: string[] = [];
  if (first === undefined || last === undefined) return months;
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function newest(months: readonly string[]): string | null {
  return months.reduce<string | null>((best, month) => (best === null || month > best ? month : best), null);
}

function hasCounts({ counts }: KpiRow): boolean {
  return counts.values().some((count) => count !== null);
}
