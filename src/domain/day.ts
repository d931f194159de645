import { TZDate } from '@date-fns/tz/date';

/**
 * A calendar day as `YYYY-MM-DD`. Deadlines are days, not instants: keeping them as ISO text means
 * `<` sorts them, test data reads as written, and no time zone can move a deadline to another day.
 */
export type Day = string & { readonly __brand: 'Day' };

const ZONE = 'Europe/Oslo';
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** Day 0 of Google Sheets and of Excel after February 1900. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** January first. Intl knows these too, but takes as long to start as all the rest of a command. */
export const MONTH_NAMES = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

/** Builds a day, or `null` when the calendar has no such day (31.2., 29.2.2025). Months count from 1. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2199) return null;
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  const exists = isWhole && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? written(year, month, day) : null;
}

/** Reads `YYYY-MM-DD`, or `null` when it is not a day in the calendar. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? toDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function addDays(day: Day, days: number): Day {
  return isoDay(Date.parse(day) + days * MS_PER_DAY);
}

/** The same day of another month, or that month's last day when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const total = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return toDay(year, month, dayOfMonth(day)) ?? lastDayOfMonth(year, month);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** January is 1. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

/** Monday is 1, Sunday is 7 (ISO 8601, the Norwegian calendar). */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return written(year, month, daysInMonth(year, month));
}

/** The Monday of an ISO week, or `null` when that year has no such week (week 53 of 2024). */
export function mondayOfWeek(year: number, week: number): Day | null {
  const jan4 = isoDay(Date.UTC(year, 0, 4));
  const monday = addDays(jan4, 1 - weekdayOf(jan4) + (week - 1) * 7);
  return week >= 1 && isoWeek(monday).year === year ? monday : null;
}

/** The ISO week a day belongs to; its year can differ from the day's own (1 January 2027 is in week 53 of 2026). */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(isoDay(Date.UTC(year, 0, 1)), thursday) / 7) + 1 };
}

/** A moment as people in Norway see it. */
export interface Moment {
  readonly day: Day;
  /** Minutes since midnight in Europe/Oslo. */
  readonly minutes: number;
  /** The instant, in milliseconds since 1970 (UTC). */
  readonly ms: number;
}

/** The moment when clocks in Oslo show this; an hour that summer time skips counts as the hour after. */
export function momentInOslo(day: Day, minutes = 0): Moment {
  let instant: number | null = null;
  return {
    day,
    minutes,
    // Time zones take longer to load than a question about deadlines takes to answer, and deadlines are days.
    get ms() {
      instant ??= new TZDate(yearOf(day), monthOf(day) - 1, dayOfMonth(day), 0, minutes, 0, ZONE).getTime();
      return instant;
    },
  };
}

/** What clocks in Oslo show at an instant given in milliseconds since 1970. */
export function momentAt(ms: number): Moment {
  const local = new TZDate(ms, ZONE);
  const day = isoDay(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
  return { day, minutes: local.getHours() * 60 + local.getMinutes(), ms };
}

/** `2024-06-03T08:00`, Oslo time, as `--dato` takes it. */
export function isoMoment({ day, minutes }: Moment): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Turns a spreadsheet's date serial (days since 1899-12-30) into a day and a time of day; null outside 1900–2199. */
export function fromSerial(serial: number): { readonly day: Day; readonly minutes: number } | null {
  const total = Math.round(serial * MINUTES_PER_DAY);
  const days = Math.floor(total / MINUTES_PER_DAY);
  if (!Number.isFinite(days) || days < 2 || days > 109_570) return null;
  return { day: isoDay(SERIAL_EPOCH + days * MS_PER_DAY), minutes: total - days * MINUTES_PER_DAY };
}

export function toSerial(day: Day, minutes = 0): number {
  return (Date.parse(day) - SERIAL_EPOCH) / MS_PER_DAY + minutes / MINUTES_PER_DAY;
}

function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeapYear ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Without a `Date`: a sheet holds hundreds of days, and this is several times as fast. */
function written(year: number, month: number, day: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as Day;
}

function isoDay(ms: number): Day {
  const date = new Date(ms);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
