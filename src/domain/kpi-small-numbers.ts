import type { KpiFigure } from './kpi-result.ts';
import { ratioOf, type Tally } from './kpi-tally.ts';
import { nameKey } from './names.ts';

/** Fewer than five people could be recognised, and so could the few who are left when nearly all are counted. */
const SMALL = 5;
const SMALLEST_GROUP = 10;

export const NOT_REPORTED: KpiFigure = { value: null, numerator: null, denominator: null, hidden: false };
const HIDDEN: KpiFigure = { ...NOT_REPORTED, hidden: true };

/** As reported, with nothing left out. */
function figureOf(tally: Tally | undefined): KpiFigure {
  if (!tally) return NOT_REPORTED;
  const { numerator, denominator } = tally;
  return { value: ratioOf(tally), numerator, denominator, hidden: false };
}

/**
 * Whether a figure must not be shown: it is the figure of one single kommune, and its teller or what the teller leaves
 * of the nevner is 1–4, or its nevner is below 10. Totals of several kommuner are shown as they are.
 */
function isTooSmall(tally: Tally, share: boolean): boolean {
  const { numerator, denominator, kommuner } = tally;
  if (new Set([...kommuner].map(nameKey)).size !== 1) return false;
  if (isFew(numerator)) return true;
  if (denominator === null) return false;
  return (denominator > 0 && denominator < SMALLEST_GROUP) || (share && isFew(denominator - numerator));
}

export interface Showing {
  readonly share: boolean;
  /** Whether small numbers are to be hidden at all. */
  readonly protect: boolean;
  /** Whether the year's total is shown beside its months. */
  readonly yearShown: boolean;
}

/**
 * The figures of the months, with those that must not be shown left out. One hidden month alone could be found from
 * the year's total, so then the next smallest goes with it.
 */
export function showableFigures(
  months: ReadonlyMap<string, Tally>,
  { share, protect, yearShown }: Showing,
): ReadonlyMap<string, KpiFigure> {
  const small = [...months].filter(([, tally]) => protect && isTooSmall(tally, share)).map(([month]) => month);
  const hidden = new Set(small);

  for (const year of yearShown ? new Set(small.map(yearOfMonth)) : []) {
    const sameYear = [...months].filter(([month]) => yearOfMonth(month) === year);
    if (sameYear.filter(([month]) => hidden.has(month)).length > 1) continue;
    const [next] = sameYear.filter(([month]) => !hidden.has(month)).sort(([, a], [, b]) => sizeOf(a) - sizeOf(b));
    if (next) hidden.add(next[0]);
  }
  return new Map([...months].map(([month, tally]) => [month, hidden.has(month) ? HIDDEN : figureOf(tally)]));
}

/** A period's figure, left out when it must not be shown. */
export function showableFigure(tally: Tally, { share, protect }: Showing): KpiFigure {
  return protect && isTooSmall(tally, share) ? HIDDEN : figureOf(tally);
}

function isFew(count: number): boolean {
  return count > 0 && count < SMALL;
}

function sizeOf({ numerator, denominator }: Tally): number {
  return denominator ?? numerator;
}

function yearOfMonth(month: string): string {
  return month.slice(0, 4);
}
