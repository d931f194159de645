import { addDays, type Day, lastDayOfMonth, mondayOfWeek, toDay, yearOf } from './day.ts';
import type { Precision } from './tidsrom.ts';

/** A stretch of the calendar as somebody wrote it: a day, a week, a season … */
export interface Period {
  readonly unit: Precision;
  /** Null when the text leaves it out. */
  readonly year: number | null;
  /** Which one of the year, from 1: the month of a day, 3 for «3. kvartal»; 0 for a whole year. */
  readonly n: number;
  /** Day of the month, when the unit is a day; `last` is «ultimo». */
  readonly day?: number | 'last';
  /** «Årsskiftet»: 31 December, and so is the day before it. */
  readonly isTurnOfYear?: true;
  /** Monday is 1, when a weekday was written before the date. */
  readonly weekday?: number;
}

/** Both days count. */
export interface Days {
  readonly start: Day;
  readonly end: Day;
}

/** From fine to coarse. */
const PRECISIONS: readonly Precision[] = ['day', 'week', 'month', 'season', 'quarter', 'tertial', 'half-year', 'year'];

/** How many months each of these takes; a season begins a month early. */
const MONTHS = { month: 1, season: 3, quarter: 3, tertial: 4, 'half-year': 6, year: 12 } as const;

export const WINTER = 1;
export const SUMMER = 3;

/** Vår is March to May, and so on; winter began in December of the year before (seed plan 001 and its user guide). */
function seasonStart(season: number): number {
  return season * 3 - 3;
}

/** The years a plan can mean. Anything else is a slip of the finger. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A year the bot believes in as a deadline's: 1990–2100. */
export function isPlausibleYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The coarser of two precisions; null is no precision at all and gives way. */
export function coarser(a: Precision, b: Precision | null): Precision;
export function coarser(a: Precision | null, b: Precision | null): Precision | null;
export function coarser(a: Precision | null, b: Precision | null): Precision | null {
  if (a === null || b === null) return a ?? b;
  return PRECISIONS.indexOf(a) >= PRECISIONS.indexOf(b) ? a : b;
}

/** The days of a period in the given year, or null when the calendar has no such period (31.2., uke 54, Q5). */
export function daysOf({ unit, n, day = 0 }: Period, year: number): Days | null {
  if (!isPlausibleYear(year)) return null;
  if (unit === 'day') return daysOfDay(year, n, day);
  if (unit === 'week') return daysOfWeek(year, n);

  const length = MONTHS[unit];
  const first = unit === 'season' ? seasonStart(n) : unit === 'year' ? 1 : (n - 1) * length + 1;
  const isInYear = unit === 'year' || (n >= 1 && n <= 12 / length);
  return isInYear ? monthsFrom(year, first, length) : null;
}

/** True when no year at all has this period, so that no year needs to be known to call it a fault. */
export function isNever(period: Period): boolean {
  if (period.unit === 'year') return false;
  const leapYearWith53Weeks = 2020;
  return daysOf(period, leapYearWith53Weeks) === null;
}

/** The week, month, season … that begins on this day, or null; a day is no such unit. */
export function periodFrom(start: Day, unit: Precision): Period | null {
  return candidates(unit, yearOf(start)).find((period) => daysOf(period, period.year)?.start === start) ?? null;
}

/** The week, month, season … that ends on this day, or null; a day is no such unit. */
export function periodTo(end: Day, unit: Precision): Period | null {
  return candidates(unit, yearOf(end)).find((period) => daysOf(period, period.year)?.end === end) ?? null;
}

/** A week or a winter may belong to the year before or after its own days. */
function candidates(unit: Precision, year: number): readonly (Period & { readonly year: number })[] {
  if (unit === 'day') return [];
  const count = unit === 'week' ? 53 : 12 / MONTHS[unit];
  return [year, year + 1, year - 1].flatMap((y) =>
    Array.from({ length: count }, (_, index) => ({ unit, year: y, n: unit === 'year' ? 0 : index + 1 })),
  );
}

function daysOfDay(year: number, month: number, day: number | 'last'): Days | null {
  if (day === 'last' && (month < 1 || month > 12)) return null;
  const found = day === 'last' ? lastDayOfMonth(year, month) : toDay(year, month, day);
  return found && { start: found, end: found };
}

function daysOfWeek(year: number, week: number): Days | null {
  const monday = mondayOfWeek(year, week);
  if (monday === null) return null;
  const end = addDays(monday, 6);
  return isPlausibleYear(yearOf(monday)) && isPlausibleYear(yearOf(end)) ? { start: monday, end } : null;
}

/** `first` counts from January = 1; 0 is December of the year before. */
function monthsFrom(year: number, first: number, length: number): Days | null {
  const start = first === 0 ? toDay(year - 1, 12, 1) : toDay(year, first, 1);
  return start !== null && isPlausibleYear(yearOf(start))
    ? { start, end: lastDayOfMonth(year, first + length - 1) }
    : null;
}
