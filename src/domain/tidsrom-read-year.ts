import type { Cursor } from './tidsrom-cursor.ts';
import { MONTH_WORDS } from './tidsrom-words.ts';

/** Two digits are this century: the plan began in it, and no deadline lies in the last. */
export function fullYear(twoDigits: number): number {
  return 2000 + twoDigits;
}

/** A year of four digits that stands for itself. */
export function readLongYear(cursor: Cursor): number | null {
  return cursor.takeNumber(4, 4);
}

/**
 * The year after a part of one: «mai 2024», «mai 24», «mai -24», «1/5-24», «Q3/2024», «uke 34 i 2024».
 * `short: false` is for weeks, where «uke 34-36» and «uke 34/35» are two weeks.
 */
export function readYearAfter(cursor: Cursor, { short }: { readonly short: boolean }): number | null {
  return (
    cursor.attempt(() => (cursor.takeSign("'") ? readShortYear(cursor) : null)) ??
    cursor.attempt(() => (takeTightDash(cursor) ? readEitherYear(cursor, short) : null)) ??
    cursor.attempt(() => (cursor.takeSign('/', '.') ? readEitherYear(cursor, short) : null)) ??
    cursor.attempt(() => (cursor.takeSign(',') || takeOf(cursor) ? readLongYear(cursor) : null)) ??
    readEitherYear(cursor, short)
  );
}

/** «2024/25», «2024–2025»: the second of two years that follow each other, or null. */
export function readYearPair(cursor: Cursor): number | null {
  return cursor.attempt(() => {
    const first = readFirstOfPair(cursor);
    if (first === null || !cursor.takeSign('/', '-')) return null;
    const second = readEitherYear(cursor, true);
    return second === first + 1 ? second : null;
  });
}

function readFirstOfPair(cursor: Cursor): number | null {
  const short = cursor.takeNumber(2, 2);
  return short === null ? cursor.takeNumber(4, 4) : fullYear(short);
}

function readEitherYear(cursor: Cursor, short: boolean): number | null {
  return readLongYear(cursor) ?? (short ? readShortYear(cursor) : null);
}

function readShortYear(cursor: Cursor): number | null {
  return cursor.attempt(() => {
    const year = cursor.takeNumber(2, 2);
    return year === null || beginsDateOrTime(cursor) ? null : fullYear(year);
  });
}

/** «mai -24», «1.5.-24»; with a space after the dash another date follows. */
function takeTightDash(cursor: Cursor): boolean {
  cursor.takeSign('.');
  return cursor.takeSign('-') !== null && cursor.peek()?.gap === false;
}

function takeOf(cursor: Cursor): boolean {
  const word = cursor.peek();
  return (word?.text === 'i' || word?.text === 'av') && cursor.takeToken() !== null;
}

/** In «15.3 – 24.6» and «mai – 24. juni» the number begins another date; in «1.5 10:00» it is an hour. */
function beginsDateOrTime(cursor: Cursor): boolean {
  const next = cursor.peek();
  if (next?.text === ':') return true;
  const isSeparated = next?.text === '.' || next?.text === '/';
  const after = isSeparated ? cursor.peek(1) : next;
  if (after?.kind === 'word') return next?.text !== '/' && MONTH_WORDS.has(after.text);
  const isTime = !isSeparated && cursor.peek(1)?.text === ':';
  return after?.kind === 'number' && !isTime;
}
