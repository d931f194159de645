import { type Day, dayOfMonth, MONTH_NAMES, monthOf, yearOf } from './day.ts';
import type { Frist, Precision } from './tidsrom.ts';
import { type Period, periodFrom, periodTo, SUMMER } from './tidsrom-period.ts';

const SEASONS = ['vinteren', 'våren', 'sommeren', 'høsten'] as const;

/**
 * A deadline as the sheet should have it: «Innen 1.5.2024», «Høsten 2025», «Løpende fra og med mai 2024», «Avhengig av
 * 1.1». `parseTidsrom` reads it back to the same days, precision and dependencies, without help of a plan year. What
 * was not understood (unknown, fault) is printed as written.
 */
export function formatTidsrom(frist: Frist): string {
  return frist.kind === 'unknown' || frist.kind === 'fault' ? frist.text : capitalised(print(frist));
}

function print(frist: Frist): string {
  switch (frist.kind) {
    case 'missing':
      return '';
    case 'placeholder':
      return 'dato - dato';
    case 'ongoing':
      return frist.start === null ? 'løpende' : `løpende ${printDates(frist)}`;
    case 'depends-on':
      return printDependency(frist);
    default:
      return printDates(frist);
  }
}

function printDependency(frist: Frist): string {
  const noun = frist.dependsOn.every((nr) => nr.includes('.')) ? '' : 'tiltak ';
  const waits = `avhengig av ${noun}${listed(frist.dependsOn)}`;
  return frist.start === null && frist.end === null ? waits : `${waits}, ${printDates(frist)}`;
}

function printDates({ start, end, precision }: Pick<Frist, 'start' | 'end' | 'precision'>): string {
  const unit = precision ?? 'day';
  if (start !== null && end !== null) return printRange(start, end, unit);
  if (start !== null) return `fra og med ${named(periodFrom(start, unit)) ?? printDay(start)}`;
  return end === null ? '' : `innen ${printEnd(end, unit)}`;
}

function printEnd(end: Day, unit: Precision): string {
  if (unit === 'day') return printDay(end);
  const period = periodTo(end, unit);
  if (period) return `utgangen av ${name(period)}`;
  // The one deadline that is not the last day of its unit: «innen sommeren» is before the holidays.
  return unit === 'season' ? name({ unit, year: yearOf(end), n: SUMMER }) : printDay(end);
}

/** Mixed precisions: the end that is a whole unit is named by it, the other one by its day. */
function printRange(start: Day, end: Day, unit: Precision): string {
  const first = named(periodFrom(start, unit));
  const last = named(periodTo(end, unit));
  const isOne = unit !== 'day' && first !== null && first === last;
  return isOne ? first : `${first ?? printDay(start)} – ${last ?? printDay(end)}`;
}

function named(period: Period | null): string | null {
  return period && name(period);
}

function name({ unit, year, n }: Period): string {
  switch (unit) {
    case 'day':
      return '';
    case 'week':
      return `uke ${n} ${year}`;
    case 'month':
      return `${MONTH_NAMES[n - 1]} ${year}`;
    case 'season':
      return `${SEASONS[n - 1]} ${year}`;
    case 'quarter':
      return `${n}. kvartal ${year}`;
    case 'tertial':
      return `${n}. tertial ${year}`;
    case 'half-year':
      return `${n}. halvår ${year}`;
    case 'year':
      return `${year}`;
  }
}

function printDay(day: Day): string {
  return `${dayOfMonth(day)}.${monthOf(day)}.${yearOf(day)}`;
}

/** `1.1, 2.3 og 3.4` */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} og ${last}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
