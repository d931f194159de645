import type { Cursor } from './tidsrom-cursor.ts';
import { type Period, WINTER } from './tidsrom-period.ts';
import { readNumericMonth, readOrdinal, readPeriod } from './tidsrom-read-period.ts';
import { fullYear, readYearAfter } from './tidsrom-read-year.ts';
import type { Span } from './tidsrom-reading.ts';
import { AND, BY } from './tidsrom-words.ts';

type Join = 'range' | 'list';

/** One period, two with «–» or «til» between, or several side by side. Two days side by side are no span. */
export function readSpan(cursor: Cursor): Span | null {
  return cursor.attempt(() => readOrdinalSpan(cursor)) ?? cursor.attempt(() => readPeriodSpan(cursor));
}

/** «mellom» has been read: the two ends stand around «og». */
export function readBetween(cursor: Cursor): Span | null {
  return cursor.attempt(() => {
    const ordinal = cursor.attempt(() => joinOrdinal(cursor, () => cursor.takePhrase(AND) && 'range'));
    if (ordinal) return ordinal;
    const first = readPeriod(cursor);
    if (first === null || !cursor.takePhrase(AND)) return null;
    const last = readFollowing(cursor, first);
    return last === null ? null : { join: 'range', first, rest: [last] };
  });
}

/** `13. til 15. mars 2020`, `3.–4. kvartal 2024`: the unit stands with the last number only. */
function readOrdinalSpan(cursor: Cursor): Span | null {
  return joinOrdinal(cursor, () => takeJoin(cursor));
}

function joinOrdinal(cursor: Cursor, takeBetween: () => Join | null): Span | null {
  const n = readOrdinal(cursor);
  const join = n === null ? null : takeBetween();
  const last = join === null ? null : readPeriod(cursor);
  if (n === null || join === null || last === null) return null;
  if (last.unit === 'day' && join === 'range') return dayRange(n, last);
  if (last.unit !== 'quarter' && last.unit !== 'tertial' && last.unit !== 'half-year') return null;
  return { join, first: { unit: last.unit, year: null, n }, rest: [last] };
}

function dayRange(day: number, last: Period): Span | null {
  const isOrdered = typeof last.day === 'number' && day <= last.day && last.weekday === undefined;
  return isOrdered ? { join: 'range', first: { unit: 'day', year: last.year, n: last.n, day }, rest: [last] } : null;
}

function readPeriodSpan(cursor: Cursor): Span | null {
  const first = readPeriod(cursor) ?? readNumericMonth(cursor);
  if (first === null) return null;

  const rest: Period[] = [];
  let previous = first;
  let join: Span['join'] = 'single';
  for (;;) {
    const next = cursor.attempt(() => readNext(cursor, previous, join));
    if (next === null) break;
    rest.push(next.period);
    previous = next.period;
    join = next.join;
  }
  if (isUnclearWinter(first, previous)) return null;
  return { join, first, rest };
}

function readNext(
  cursor: Cursor,
  previous: Period,
  so: Span['join'],
): { readonly period: Period; readonly join: Join } | null {
  const isSlash = cursor.peek()?.text === '/';
  const join = takeJoin(cursor);
  if (join === null || so === 'range' || (so === 'list' && join === 'range')) return null;
  const period = readFollowing(cursor, previous);
  if (period === null) return null;
  // «2024 – 15. mars» may begin with a slip.
  if (join === 'range' && previous.unit === 'year' && period.year === null) return null;
  if (isSlash && so === 'single' && framesQuarter(previous, period)) return { period, join: 'range' };
  if (join === 'list' && (period.unit !== previous.unit || period.unit === 'day')) return null;
  return { period, join };
}

/** «jan/mars» is the quarter; «mars/september» is twice a year. */
function framesQuarter(first: Period, last: Period): boolean {
  const areMonths = first.unit === 'month' && last.unit === 'month' && first.year === null;
  return areMonths && first.n % 3 === 1 && last.n === first.n + 2;
}

function takeJoin(cursor: Cursor): Join | null {
  if (cursor.takeSign('/', '&', '+', ',')) return 'list';
  if (cursor.takeSign('-')) return skipClosingWords(cursor);
  if (cursor.takePhrase(AND)) return 'list';
  return cursor.attempt(() => (cursor.takePhrase(BY) === 'to' ? skipClosingWords(cursor) : null));
}

/** «fra 1.3 til utgangen av mai»: a period that ends a range counts to its last day anyhow. */
function skipClosingWords(cursor: Cursor): Join {
  while (cursor.takePhrase(BY));
  return 'range';
}

function readFollowing(cursor: Cursor, previous: Period): Period | null {
  const period = cursor.attempt(() => readBareNumber(cursor, previous)) ?? readPeriod(cursor);
  return period ?? (previous.unit === 'month' ? readNumericMonth(cursor) : null);
}

/** The second number in `uke 34-36`, `Q3-4` and `2024/25`, which has no word of its own. */
function readBareNumber(cursor: Cursor, { unit, year, n: before }: Period): Period | null {
  if (unit === 'year') {
    const number = takeLoneNumber(cursor, 2, 2);
    // «2011-12» may be December.
    return number === null || number <= 12 ? null : { unit, year: fullYear(number), n: 0 };
  }
  if (year !== null || (unit !== 'week' && unit !== 'quarter' && unit !== 'tertial')) return null;

  const n = takeLoneNumber(cursor, 1, unit === 'week' ? 2 : 1);
  if (n === null) return null;
  const period = { unit, year: readYearAfter(cursor, { short: unit !== 'week' }), n };
  // «Uke 34-24» may be a week of 2024.
  const maybeYear = unit === 'week' && period.year === null && n < before && n >= 20;
  return maybeYear ? null : period;
}

/** A number that does not begin a date. */
function takeLoneNumber(cursor: Cursor, least: number, most: number): number | null {
  const number = cursor.takeNumber(least, most);
  const beginsDate = cursor.peek()?.text === '.' && cursor.peek(1) !== undefined;
  return beginsDate ? null : number;
}

/** «Høst/vinter 2025» may end in February 2025 or in February 2026. */
function isUnclearWinter(first: Period, last: Period): boolean {
  return last !== first && last.unit === 'season' && last.n === WINTER && first.year === null;
}
