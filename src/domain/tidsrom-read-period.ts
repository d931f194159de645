import type { Cursor } from './tidsrom-cursor.ts';
import { type Period, WINTER } from './tidsrom-period.ts';
import { readDay } from './tidsrom-read-day.ts';
import { readLongYear, readYearAfter, readYearPair } from './tidsrom-read-year.ts';
import {
  FILLER,
  MONTH_UNIT_WORDS,
  MONTH_WORDS,
  ORDINAL_WORDS,
  PART_WORDS,
  ROMAN_UNIT_WORDS,
  ROMAN_WORDS,
  SEASON_WORDS,
  WEEK_WORDS,
  YEAR_WORDS,
} from './tidsrom-words.ts';

/** One day, week, month, part of a year or year, as far as it goes. */
export function readPeriod(cursor: Cursor): Period | null {
  // «I kvartal» before the filler «i».
  const roman = cursor.attempt(() => readRomanQuarter(cursor));
  if (roman !== null) return roman;
  while (cursor.takePhrase(FILLER));
  return (
    readDay(cursor) ??
    cursor.attempt(() => readYearFirst(cursor)) ??
    readPartOfYear(cursor) ??
    cursor.attempt(() => readIsoMonth(cursor)) ??
    cursor.attempt(() => readYear(cursor))
  );
}

/** The number in «3.–4. kvartal» or «første og andre halvår» whose unit stands later. */
export function readOrdinal(cursor: Cursor): number | null {
  const word = cursor.takeWord(ORDINAL_WORDS);
  if (word !== null) return word;
  const number = cursor.takeNumber(1, 2);
  if (number !== null) cursor.takeSign('.');
  return number;
}

function readPartOfYear(cursor: Cursor): Period | null {
  return (
    cursor.attempt(() => readWeek(cursor)) ??
    cursor.attempt(() => readNumberedPart(cursor)) ??
    cursor.attempt(() => readSeason(cursor)) ??
    cursor.attempt(() => readMonth(cursor))
  );
}

/** `2027 Q1`, `2024 uke 34`, `2024-Q3`. */
function readYearFirst(cursor: Cursor): Period | null {
  const year = readLongYear(cursor);
  if (year === null) return null;
  cursor.takeSign(':', ',', '-');
  const part = readPartOfYear(cursor);
  return part === null || part.year !== null ? null : { ...part, year };
}

function readWeek(cursor: Cursor): Period | null {
  if (!cursor.takeWord(WEEK_WORDS)) return null;
  const n = cursor.takeNumber(1, 2);
  return n === null ? null : { unit: 'week', year: readYearAfter(cursor, { short: false }), n };
}

/** `Q3 2024`, `3. kvartal 2024`, `kvartal 3`, `H1`, `første halvår`, `2. tertial`. */
function readNumberedPart(cursor: Cursor): Period | null {
  const before = readOrdinal(cursor);
  const unit = cursor.takeWord(PART_WORDS);
  if (unit === null) return null;
  const n = before ?? cursor.takeNumber(1, 1);
  return n === null ? null : { unit, year: readYearAfter(cursor, { short: true }), n };
}

/** `III kvartal 2024`; a lone «i kvartal» is half a sentence. */
function readRomanQuarter(cursor: Cursor): Period | null {
  const n = cursor.takeWord(ROMAN_WORDS);
  if (n === null || !cursor.takeWord(ROMAN_UNIT_WORDS)) return null;
  const year = readYearAfter(cursor, { short: true });
  if (n === 1 && year === null) return null;
  return { unit: 'quarter', year, n };
}

/** `05.2022`, `5/2022`. After a day it would rather be a date that lacks something: «15.3 – 5.2024». */
export function readNumericMonth(cursor: Cursor): Period | null {
  return cursor.attempt(() => {
    const n = cursor.takeNumber(1, 2);
    if (n === null || n < 1 || n > 12 || !cursor.takeSign('.', '/')) return null;
    const year = readLongYear(cursor);
    return year === null ? null : { unit: 'month', year, n };
  });
}

/** `høsten 2025`; winter is named after the year it ends in, also as `vinteren 2024/25`. */
function readSeason(cursor: Cursor): Period | null {
  const n = cursor.takeWord(SEASON_WORDS);
  if (n === null) return null;
  const year = (n === WINTER ? readYearPair(cursor) : null) ?? readYearAfter(cursor, { short: true });
  return { unit: 'season', year, n };
}

function readMonth(cursor: Cursor): Period | null {
  const n = cursor.takeWord(MONTH_WORDS);
  if (n !== null) cursor.takeWord(MONTH_UNIT_WORDS);
  return n === null ? null : { unit: 'month', year: readYearAfter(cursor, { short: true }), n };
}

/** `2024-06`. `2009-10` could as well be two years, and is neither. */
function readIsoMonth(cursor: Cursor): Period | null {
  const year = cursor.takeNumber(4, 4);
  if (year === null || !cursor.takeSign('-') || cursor.peek()?.gap) return null;
  const n = cursor.takeNumber(2, 2);
  const next = cursor.peek()?.text;
  if (n === null || n < 1 || n > 12 || next === '.' || next === '-' || next === '/') return null;
  return 2000 + n > year ? null : { unit: 'month', year, n };
}

/** `2024`, `året 2024`; «året» alone is the plan's. */
function readYear(cursor: Cursor): Period | null {
  const canStandAlone = cursor.takeWord(YEAR_WORDS) === true;
  const year = cursor.takeNumber(4, 4);
  return year === null && !canStandAlone ? null : { unit: 'year', year, n: 0 };
}
