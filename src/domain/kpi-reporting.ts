import type { KpiFilter, KpiRow } from './kpi.ts';
import type { Tally } from './kpi-tally.ts';
import { nameKey } from './names.ts';

interface Reporting {
  readonly filter: KpiFilter | null;
  readonly rows: readonly KpiRow[];
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The kommuner of the helsefellesskap; empty when nobody has listed them. */
  readonly kommuner: readonly string[];
}

/**
 * Who should report a KPI every month: the kommuner that are listed, else those that stand in the data. A KPI with a
 * filter concerns only the kommuner that have such a place, which are those that have reported it before.
 */
export function expectedKommuner({ filter, rows, tallies, kommuner }: Reporting): readonly string[] {
  if (filter !== null) return distinct([...tallies.values()].flatMap((t) => [...t.kommuner]));
  return distinct(kommuner.length > 0 ? kommuner : rows.map((row) => row.kommune));
}

/** Those of the expected that are not in this month's figures, in alphabetical order. */
export function withoutFigures(expected: readonly string[], month: Tally | undefined): readonly string[] {
  const reported = new Set([...(month?.kommuner ?? [])].map(nameKey));
  return expected.filter((name) => !reported.has(nameKey(name))).sort(alphabetically);
}

/** The same names once, as first written. */
export function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of new Set(names)) {
    const key = nameKey(name);
    if (!byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** Compares for sorting, æ, ø and å last. Intl.Collator knows that too, but starting it takes longer than all the KPIs. */
export function alphabetically(a: string, b: string): number {
  const [left, right] = [alphabetForm(a), alphabetForm(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function alphabetForm(name: string): string {
  return nameKey(name).replaceAll('æ', '{').replaceAll('ø', '|').replaceAll('å', '}');
}
