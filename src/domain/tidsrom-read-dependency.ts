import type { Cursor } from './tidsrom-cursor.ts';
import { AND_NR, IS_DONE, MONTH_WORDS, TILTAK_WORDS, WAITS } from './tidsrom-words.ts';

/**
 * The nr of the tiltak this one waits for: «Avhengig av 1.1 og 2.3», «etter 2.3», «når 1.1 er ferdig».
 * Null for anything else, such as «etter 1.5.24» or «avhengig av finansiering».
 */
export function readDependency(cursor: Cursor): readonly string[] | null {
  return cursor.attempt(() => {
    const waits = cursor.takePhrase(WAITS);
    if (waits === null) return null;
    cursor.takeSign(':');
    const nr = readNrList(cursor);
    if (nr === null) return null;
    const isDone = cursor.takePhrase(IS_DONE) !== null;
    return waits === 'when' && !isDone ? null : nr;
  });
}

function readNrList(cursor: Cursor): readonly string[] | null {
  let isNamed = cursor.takeWord(TILTAK_WORDS) !== null;
  const first = readNr(cursor, isNamed);
  if (first === null) return null;

  const list = [first];
  for (;;) {
    const next = cursor.attempt(() => {
      if (!cursor.takeSign(',', '&', '+', '/') && !cursor.takePhrase(AND_NR)) return null;
      cursor.takePhrase(AND_NR);
      isNamed = cursor.takeWord(TILTAK_WORDS) !== null || isNamed;
      const nr = readNr(cursor, isNamed);
      // In «avhengig av 1.1, 15.3 – 1.9.2024» a range begins.
      const beginsRange = cursor.peek()?.text === '-' || cursor.peek()?.text === 'til';
      return beginsRange ? null : nr;
    });
    if (next === null) return [...new Set(list)];
    list.push(next);
  }
}

/** `1.1`, or, after the word tiltak, `3`. A third number would make it a date. */
function readNr(cursor: Cursor, isNamed: boolean): string | null {
  return cursor.attempt(() => {
    const whole = cursor.peek();
    if (cursor.takeNumber(1, 3) === null || whole === undefined) return null;
    const part = cursor.attempt(() => readPart(cursor, isNamed));
    if (part !== null) return `${whole.text}.${part}`;
    return isNamed && !isDateLike(cursor) && !isDecimal(cursor) ? whole.text : null;
  });
}

/** After «tiltak 1» a number need not belong to it: «tiltak 1, 3», «tiltak 1. 15.3 – 1.9.2024». */
function readPart(cursor: Cursor, isNamed: boolean): string | null {
  if (isDecimal(cursor) && !isNamed) cursor.takeSign(',');
  else if (!cursor.takeSign('.')) return null;
  const part = cursor.peek();
  if (part === undefined || (part.gap && isNamed) || cursor.takeNumber(1, 2) === null) return null;
  return isDateLike(cursor) ? null : part.text;
}

/** `1,1`, which in «tiltak 1,1» could as well be two tiltak. */
function isDecimal(cursor: Cursor): boolean {
  const [comma, part] = [cursor.peek(), cursor.peek(1)];
  return comma?.text === ',' && !comma.gap && part?.kind === 'number' && !part.gap;
}

function isDateLike(cursor: Cursor): boolean {
  const next = cursor.peek();
  const after = next?.text === '.' ? cursor.peek(1) : next;
  if (after?.kind === 'number') return true;
  return after?.kind === 'word' && (MONTH_WORDS.has(after.text) || next?.text === '.');
}
