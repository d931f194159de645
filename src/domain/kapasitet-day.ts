import type { CellValue } from './cell-value.ts';
import { type Day, daysBetween, yearOf } from './day.ts';
import { parseTidsrom } from './tidsrom.ts';

/**
 * The first day of what a text means («10. juni», «uke 24», a real date), or null. Without a year it is the one
 * nearest to `near`: «10. januar» in December is next month, not last winter. Null when the year is needed and
 * there is nothing to be near.
 */
export function firstDayOf(cell: CellValue, near: Day | null): Day | null {
  if (near === null) return firstDay(cell, null);
  const candidates = [0, 1, -1].flatMap((years) => firstDay(cell, yearOf(near) + years) ?? []);
  const [first = null, ...others] = candidates;
  return others.reduce((best, day) => (best && distance(day, near) < distance(best, near) ? day : best), first);
}

function firstDay(cell: CellValue, planYear: number | null): Day | null {
  const { kind, start, end } = parseTidsrom(cell, planYear);
  return kind === 'by' || kind === 'range' ? (start ?? end) : null;
}

function distance(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}
