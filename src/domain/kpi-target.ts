import { type Day, lastDayOfMonth } from './day.ts';
import { isShare, type KpiDefinition } from './kpi.ts';

/** Sums of fractions differ from the exact number in their last digits. */
const DUST = 1e-9;

/** The definition that counts on a day, of several with one nr; else the one that was, or will be, nearest in time. */
export function definitionAt(definitions: readonly KpiDefinition[], today: Day): KpiDefinition | undefined {
  const valid = definitions.find((d) => isValid(d, today));
  if (valid) return valid;
  const past = definitions.filter((d) => d.validTo !== null && d.validTo < today);
  const latest = past.toSorted((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1))[0];
  return latest ?? definitions[0];
}

/**
 * The day on which a target must hold for figures of a month: today while their year (or month) runs, else its last day.
 * So a cap «valid until 31 December» still judges that year when the last figures arrive in January.
 */
export function targetDay(period: KpiDefinition['period'], month: string | null, today: Day): Day {
  if (month === null) return today;
  const year = Number(month.slice(0, 4));
  const last = lastDayOfMonth(year, period === 'year' ? 12 : Number(month.slice(5, 7)));
  return last < today ? last : today;
}

/** Both days count. */
export function isValid({ validFrom, validTo }: KpiDefinition, today: Day): boolean {
  return (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);
}

/** A plain count over a year, such as UKP-døgn: it only grows until the year ends. */
export function isCumulative({ denominator, period }: KpiDefinition): boolean {
  return denominator === null && period === 'year';
}

interface Reached {
  readonly value: number | null;
  /** Everyone has reported all that belongs to the period, and a yearly count's year is over. */
  readonly complete: boolean;
  /** The newest figures are in; older ones say nothing about today. */
  readonly current: boolean;
}

/**
 * Whether a target is met (targets of seed plan 001); null = cannot be said.
 *
 * A plain count only grows as more is reported, so a cap that is broken stays broken and a floor that is reached stays
 * reached, while the opposite cannot be said before everything is in. A share or a mean is judged on what is reported.
 */
export function meetsTarget(definition: KpiDefinition, { value, complete, current }: Reached): boolean | null {
  const { target, direction, denominator, unit } = definition;
  if (value === null || target === null || direction === null) return null;
  if (isImpossible(value, isShare(unit))) return null;

  const met = compare(value, target, direction, isShare(unit));
  // Old figures may show that a target is missed; that it is met, only new ones can.
  if (denominator !== null) return current || !met ? met : null;
  const settled = direction === 'at-least' ? met : !met;
  return settled || complete ? met : null;
}

/** A share of more than all, or less than nothing: a count behind it is wrong, so it says nothing about a target. */
export function isImpossible(value: number, share: boolean): boolean {
  return value < 0 || (share && value > 1);
}

function compare(value: number, target: number, direction: 'at-most' | 'at-least' | 'hold', share: boolean): boolean {
  switch (direction) {
    case 'at-most':
      return value <= target + DUST * Math.max(1, Math.abs(target));
    case 'at-least':
      return value >= target - DUST * Math.max(1, Math.abs(target));
    case 'hold':
      return share ? wholePerCent(value) <= wholePerCent(target) : compare(value, target, 'at-most', false);
  }
}

/** «Holdes på 16 %» is judged on what people see: 16,4 % is 16 %. */
function wholePerCent(fraction: number): number {
  return Math.round(fraction * 100 + DUST);
}
