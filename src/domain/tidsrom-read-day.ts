import type { Cursor } from './tidsrom-cursor.ts';
import type { Period } from './tidsrom-period.ts';
import { readLongYear, readYearAfter, readYearPair } from './tidsrom-read-year.ts';
import { CLOCK_WORDS, FILLER, MONTH_WORDS, PART_OF_MONTH_WORDS, TURN_OF_YEAR, WEEKDAY_WORDS } from './tidsrom-words.ts';

const DECEMBER = 12;

/** A single day in any spelling, with a weekday before it and a time of day after it if there is one. */
export function readDay(cursor: Cursor): Period | null {
  return cursor.attempt(() => {
    const weekday = cursor.takeWord(WEEKDAY_WORDS);
    if (weekday !== null) {
      cursor.takeSign(',');
      cursor.takePhrase(FILLER);
    }
    const day = readDate(cursor);
    if (day === null) return null;
    skipTimeOfDay(cursor);
    return weekday === null ? day : { ...day, weekday };
  });
}

function readDate(cursor: Cursor): Period | null {
  return (
    cursor.attempt(() => readIsoDate(cursor)) ??
    cursor.attempt(() => readNumericDate(cursor)) ??
    cursor.attempt(() => readNamedDate(cursor)) ??
    cursor.attempt(() => readPartOfMonth(cursor)) ??
    cursor.attempt(() => readTurnOfYear(cursor))
  );
}

/** `2024-06-01`, and the same with slashes or dots. */
function readIsoDate(cursor: Cursor): Period | null {
  const year = cursor.takeNumber(4, 4);
  const sign = year === null ? null : cursor.takeSign('-', '/', '.');
  if (sign === null) return null;
  const n = cursor.takeNumber(1, 2);
  if (n === null || !cursor.takeSign(sign)) return null;
  const day = cursor.takeNumber(1, 2);
  return day === null ? null : { unit: 'day', year, n, day };
}

/** `1.5.24`, `1.5`, `1/5-24`, `1-5-24`. */
function readNumericDate(cursor: Cursor): Period | null {
  const day = cursor.takeNumber(1, 2);
  const sign = day === null ? null : cursor.takeSign('.', '/', '-');
  if (day === null || sign === null) return null;
  const n = cursor.takeNumber(1, 2);
  if (n === null) return null;
  // «1-5» and «1-5 2024» may be months.
  if (sign === '-' && cursor.peek()?.text !== '-') return null;
  const year = readYearAfter(cursor, { short: true });
  if (sign === '-' && (year === null || maybeYearFirst(day, year))) return null;
  if (year === null && cursor.peek()?.text === '.' && cursor.peek(1)?.kind === 'number') return null;
  // «12.24» is more likely a month of 2024 than a slip.
  if (year === null && n > DECEMBER) return null;
  if (year === null) cursor.takeSign('.');
  return { unit: 'day', year, n, day };
}

/** «24-05-01» may be the first of May, and «25-05-24» may be either. */
function maybeYearFirst(day: number, year: number): boolean {
  return year < 2010 || (day >= 20 && day <= 30 && year < 2032);
}

/** `31. desember 2024`, `1 mai`. */
function readNamedDate(cursor: Cursor): Period | null {
  const day = cursor.takeNumber(1, 2);
  if (day === null) return null;
  cursor.takeSign('.');
  const n = cursor.takeWord(MONTH_WORDS);
  return n === null ? null : { unit: 'day', year: readYearAfter(cursor, { short: true }), n, day };
}

/** `primo mai 2024` is the 10th, `medio` the 20th, `ultimo` the last, also of a year. */
function readPartOfMonth(cursor: Cursor): Period | null {
  const day = cursor.takeWord(PART_OF_MONTH_WORDS);
  const n = day === null ? null : cursor.takeWord(MONTH_WORDS);
  if (day === 'last' && n === null) {
    const year = readLongYear(cursor);
    return year === null ? null : { unit: 'day', year, n: DECEMBER, day };
  }
  if (day === null || n === null) return null;
  return { unit: 'day', year: readYearAfter(cursor, { short: true }), n, day };
}

/** `årsskiftet 2024/25` is 31 December 2024. «Årsskiftet 2024» could be either end of it and is not read. */
function readTurnOfYear(cursor: Cursor): Period | null {
  if (!cursor.takePhrase(TURN_OF_YEAR)) return null;
  const newYear = readYearPair(cursor);
  return { unit: 'day', year: newYear === null ? null : newYear - 1, n: DECEMBER, day: 31, isTurnOfYear: true };
}

/** A deadline lasts to the end of its day, so «kl. 12», «12:00» and «T12:00:00Z» say nothing more. */
function skipTimeOfDay(cursor: Cursor): void {
  cursor.attempt(() => {
    cursor.takeSign(',');
    const isNamed = cursor.takeWord(CLOCK_WORDS) !== null;
    if (cursor.peek()?.text === 't') cursor.takeToken();
    if (!takeTime(cursor, isNamed)) return null;
    cursor.attempt(() => (cursor.takeSign('-') ? takeTime(cursor, isNamed) : null));
    return true;
  });
}

function takeTime(cursor: Cursor, isNamed: boolean): true | null {
  return cursor.attempt(() => {
    if (cursor.takeNumber(1, 2) === null) return null;
    let parts = 1;
    while (takeTimePart(cursor, isNamed)) parts++;
    if (cursor.peek()?.text === 'z') cursor.takeToken();
    if (cursor.takeSign('+')) takeTime(cursor, true);
    return isNamed || parts > 1 ? true : null;
  });
}

function takeTimePart(cursor: Cursor, isNamed: boolean): true | null {
  return cursor.attempt(() => {
    if (!cursor.takeSign(':') && !(isNamed && cursor.takeSign('.'))) {
      // The fraction of a second: «00.000Z».
      if (!cursor.takeSign('.') || cursor.takeNumber(3, 6) === null) return null;
      return true;
    }
    return cursor.takeNumber(2, 3) === null ? null : true;
  });
}
