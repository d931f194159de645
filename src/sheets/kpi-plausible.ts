import type { FaultList } from './fault-list.ts';
import { type CountColumn, formOf, titleOf } from './kpi-columns.ts';
import type { KpiDataColumn } from './kpi-data.ts';
import type { RowCells } from './read-tab.ts';

type Counts = ReadonlyMap<string, number | null>;

/** Counts of one row that cannot all be true. */
interface Contradiction {
  /** The one that stands out, which the fault points at. */
  readonly column: CountColumn;
  readonly found: number;
  readonly expected: string;
  /** A Norwegian sentence. */
  readonly problem: string;
  /** All that may be the wrong one. */
  readonly columns: readonly CountColumn[];
}

/** Pairs where the first is some of the second, and so can never be more. */
const PARTS = [
  partOf('ukp-opphold-uten-dogn', 'ukp-opphold'),
  partOf('ukp-rett-hjem', 'ukp-opphold'),
  partOf('re-innleggelser', 'utskrivninger'),
];

/** Counts of 1–4 can point at a person (Helsedirektoratet's rule for small numbers). */
const SMALL = 5;

const STAYS = formOf('ukp-opphold');
const WITHOUT_DAYS = formOf('ukp-opphold-uten-dogn');
const DAYS = formOf('ukp-dogn');

/**
 * Typed counts that contradict each other. KPI 1–3 of seed plan 001 are one equation: the days are the stays with days
 * times their mean, and no such stay has less than one.
 */
export function contradictionsIn(counts: Counts): readonly Contradiction[] {
  return [...PARTS.flatMap((part) => part(counts)), ...daysContradiction(counts)];
}

/** The counts as they stand but for those that contradict each other: nobody can tell which of them is right. */
export function withoutContradicted(counts: Counts, contradictions: readonly Contradiction[]): Counts {
  if (contradictions.length === 0) return counts;
  const contradicted = new Set(contradictions.flatMap(({ columns }) => columns.map(formOf)));
  return new Map([...counts].map(([form, count]) => [form, contradicted.has(form) ? null : count]));
}

export function addContradictionFaults(
  row: RowCells<KpiDataColumn>,
  contradictions: readonly Contradiction[],
  faults: FaultList,
): void {
  for (const { column, found, expected, problem, columns } of contradictions) {
    const which = columns.length === 2 ? 'Begge' : 'Alle tre tallene';
    faults.add(row.at(column), shown(found), expected, `${problem} ${which} er holdt utenfor til det gale er rettet.`);
  }
}

function partOf(part: CountColumn, whole: CountColumn): (counts: Counts) => readonly Contradiction[] {
  const [partForm, wholeForm] = [formOf(part), formOf(whole)];
  return (counts) => {
    const [some, all] = [counts.get(partForm), counts.get(wholeForm)];
    if (!isNumber(some) || !isNumber(all) || some <= all) return [];
    const problem = `${titleOf(part)} kan ikke være flere enn ${titleOf(whole)}.`;
    return [
      {
        column: part,
        found: some,
        expected: `høyst like mange som ${titleOf(whole)}`,
        problem,
        columns: [part, whole],
      },
    ];
  };
}

function daysContradiction(counts: Counts): readonly Contradiction[] {
  const [stays, withoutDays, days] = [counts.get(STAYS), counts.get(WITHOUT_DAYS), counts.get(DAYS)];
  if (!isNumber(stays) || !isNumber(withoutDays) || !isNumber(days) || withoutDays > stays) return [];
  const withDays = stays - withoutDays;
  const wrong = {
    column: 'ukp-dogn',
    found: days,
    columns: ['ukp-opphold', 'ukp-opphold-uten-dogn', 'ukp-dogn'],
  } as const;

  if (days < withDays) {
    const problem = 'UKP-døgn er færre enn oppholdene med minst ett døgn.';
    return [{ ...wrong, expected: 'minst ett døgn for hvert slikt opphold', problem }];
  }
  if (withDays > 0 || days === 0) return [];
  const problem = 'Alle oppholdene er uten liggedøgn, men UKP-døgn er ikke 0.';
  return [{ ...wrong, expected: '0', problem }];
}

/** Faults are read aloud in a channel: a kommune's small numbers stay in its own row of the sheet. */
function shown(count: number): string {
  return count > 0 && count < SMALL ? `<${SMALL}` : String(count);
}

function isNumber(count: number | null | undefined): count is number {
  return typeof count === 'number';
}
