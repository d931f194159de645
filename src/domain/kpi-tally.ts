import type { KpiDefinition, KpiFilter, KpiRow, KpiSum } from './kpi.ts';
import { sameName } from './names.ts';

/** What the kommuner counted together. */
export interface Tally {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** Those whose figures are in it, as written. */
  readonly kommuner: ReadonlySet<string>;
}

/**
 * Adds up one KPI month by month. A row where a column of the formula is blank or unreadable is left out of both
 * teller and nevner: half a row would make a share of figures that do not belong together.
 */
export function tallyMonths(definition: KpiDefinition, rows: readonly KpiRow[]): ReadonlyMap<string, Tally> {
  const byMonth = new Map<string, Tally[]>();
  if (definition.unreadable) return new Map();

  const counts = filterOf(definition.filter);
  for (const row of rows) {
    const tally = counts(row) ? tallyRow(definition, row) : null;
    if (!tally) continue;
    const month = byMonth.get(row.month);
    if (month) month.push(tally);
    else byMonth.set(row.month, [tally]);
  }
  return new Map([...byMonth].map(([month, tallies]) => [month, addTallies(tallies)]));
}

/** Sum over sum, never the mean of means: the parts are added before anything is divided. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    numerator: tallies.reduce((sum, t) => sum + t.numerator, 0),
    denominator: tallies.reduce<number | null>((sum, t) => addOrNull(sum, t.denominator), 0),
    kommuner: new Set(tallies.flatMap((t) => [...t.kommuner])),
  };
}

/** Teller over nevner; null when the nevner is nothing to divide by. */
export function ratioOf({ numerator, denominator }: Tally): number | null {
  if (denominator === null) return numerator;
  return denominator > 0 ? numerator / denominator : null;
}

function tallyRow({ numerator, denominator }: KpiDefinition, row: KpiRow): Tally | null {
  const over = sumOf(numerator, row.counts);
  const under = denominator === null ? null : sumOf(denominator, row.counts);
  if (over === null || (denominator !== null && under === null)) return null;
  return { numerator: over, denominator: under, kommuner: new Set([row.kommune]) };
}

function sumOf(sum: KpiSum, counts: KpiRow['counts']): number | null {
  return sum.reduce<number | null>((total, { sign, column }) => {
    const count = counts.get(column) ?? null;
    return addOrNull(total, count === null ? null : sign * count);
  }, 0);
}

function addOrNull(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** Names of places are few and rows are many, so each spelling is compared once. */
function filterOf(filter: KpiFilter | null): (row: KpiRow) => boolean {
  if (filter === null) return () => true;
  const known = new Map<string, boolean>();
  return (row) => {
    const name = row[filter.column];
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const same = sameName(name, filter.value);
    known.set(name, same);
    return same;
  };
}
