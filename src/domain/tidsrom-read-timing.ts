import type { Cursor } from './tidsrom-cursor.ts';
import { readBetween, readSpan } from './tidsrom-read-span.ts';
import { type Timing, yearsOf } from './tidsrom-reading.ts';
import {
  AND,
  BEFORE,
  BETWEEN,
  BY,
  EVERY_WHAT_WORDS,
  EVERY_WORDS,
  FROM,
  ONGOING,
  ONWARDS,
  SEASON_WORDS,
  THEN,
  WEEKDAY_WORDS,
} from './tidsrom-words.ts';

/** When something is to be done: a deadline, a range, an open end, or something that goes on. */
export function readTiming(cursor: Cursor): Timing | null {
  return cursor.attempt(() => readOngoing(cursor)) ?? cursor.attempt(() => readDated(cursor));
}

/** «løpende», «årlig og ved behov», «løpende fra mai 2024»; an end that is named counts («løpende ut 2024»). */
function readOngoing(cursor: Cursor): Timing | null {
  const often = takeOngoingWords(cursor);
  if (often === null) return null;
  const dated = cursor.attempt(() => {
    cursor.takeSign(',', ';', ':');
    return readDated(cursor);
  });
  if (dated === null) return { says: 'ongoing', first: null };
  if (dated.says === 'from') return { says: 'ongoing', first: dated.first };
  const isVague = often === 'sometimes' || dated.says === 'bare';
  return isVague && yearsOf(dated).length === 0 ? null : dated;
}

function takeOngoingWords(cursor: Cursor): 'always' | 'sometimes' | null {
  let often = takeOngoingWord(cursor);
  if (often === null) return null;
  for (;;) {
    const next = cursor.attempt(() => {
      if (!cursor.takeSign(',', ';', '/', '&', '+')) cursor.takePhrase(AND);
      return takeOngoingWord(cursor);
    });
    if (next === null) return often;
    if (next === 'sometimes') often = next;
  }
}

function takeOngoingWord(cursor: Cursor): 'always' | 'sometimes' | null {
  return (
    cursor.takePhrase(ONGOING) ??
    cursor.attempt(() => {
      if (!cursor.takeWord(EVERY_WORDS)) return null;
      const what = cursor.takeWord(EVERY_WHAT_WORDS) ?? cursor.takeWord(SEASON_WORDS) ?? cursor.takeWord(WEEKDAY_WORDS);
      return what === null ? null : 'sometimes';
    })
  );
}

function readDated(cursor: Cursor): Timing | null {
  if (cursor.takePhrase(BETWEEN)) {
    const span = readBetween(cursor);
    return span && { says: 'bare', span };
  }
  return cursor.takePhrase(FROM) ? readFrom(cursor) : (readBy(cursor) ?? readBare(cursor));
}

/** «fra» has been read: a range if its end is named, else an open end. */
function readFrom(cursor: Cursor): Timing | null {
  const span = readSpan(cursor);
  if (span === null || span.join === 'list') return null;
  if (span.join === 'range') return { says: 'bare', span };

  takeOnwards(cursor);
  const goesOn = cursor.attempt(() => {
    if (!cursor.takeSign(',', ';')) cursor.takePhrase(AND);
    cursor.takePhrase(THEN);
    return takeOngoingWords(cursor);
  });
  return { says: goesOn === null ? 'from' : 'ongoing', first: span.first };
}

/** «innen», «senest», «før», «til og med» … or nothing but a dash before the date. */
function readBy(cursor: Cursor): Timing | null {
  return cursor.attempt(() => {
    const words = new Set<string>();
    if (cursor.takeSign('-')) words.add('dash');
    for (let word = cursor.takePhrase(BY); word !== null; word = cursor.takePhrase(BY)) {
      words.add(word);
      cursor.takeSign(':');
    }
    const isBefore = cursor.takePhrase(BEFORE) !== null;
    if (words.size === 0 && !isBefore) return null;

    const span = readSpan(cursor);
    if (span === null) return null;
    // «Løpende – 2024–2027»: the dash belongs to the words before it.
    if (span.join === 'range' && words.size === 1 && words.has('dash') && !isBefore) return { says: 'bare', span };
    if (isBefore) return span.join === 'range' ? null : { says: 'by', span, edge: 'before' };
    return { says: 'by', span, edge: words.has('soft') && !words.has('out') ? 'soft' : 'last' };
  });
}

function readBare(cursor: Cursor): Timing | null {
  const span = readSpan(cursor);
  if (span === null || span.join !== 'single') return span && { says: 'bare', span };
  if (takeOnwards(cursor)) return { says: 'from', first: span.first };
  return takeThenOngoing(cursor) ? { says: 'ongoing', first: span.first } : { says: 'bare', span };
}

/** «2024 og utover», «1.3.24 –». */
function takeOnwards(cursor: Cursor): boolean {
  const isOpen = cursor.takePhrase(ONWARDS) ?? cursor.attempt(() => (cursor.takeSign('-') && cursor.isDone) || null);
  return isOpen !== null;
}

/** «1.3.24 – løpende», «1.9.24, deretter løpende»; in «1.9.24, løpende» either could be meant. */
function takeThenOngoing(cursor: Cursor): boolean {
  const often = cursor.attempt(() => {
    if (!cursor.takeSign('-')) {
      cursor.takeSign(',', ';');
      cursor.takePhrase(AND);
      if (!cursor.takePhrase(THEN)) return null;
    }
    return takeOngoingWords(cursor);
  });
  return often !== null;
}
