import { Cursor } from './tidsrom-cursor.ts';
import { readDependency } from './tidsrom-read-dependency.ts';
import { readPlaceholder } from './tidsrom-read-placeholder.ts';
import { readTiming } from './tidsrom-read-timing.ts';
import { type Reading, type Timing, yearsOf } from './tidsrom-reading.ts';
import type { Token } from './tidsrom-tokens.ts';
import { AND } from './tidsrom-words.ts';

/** What a text without remarks says. Null when even one word is left over: half a reading would be a guess. */
export function readClause(tokens: readonly Token[]): Reading | null {
  const cursor = new Cursor(tokens);
  if (readPlaceholder(cursor)) return { says: 'placeholder' };

  const reading = readDependent(cursor) ?? readTimed(cursor);
  while (cursor.takeSign('.', ',', ';', '!'));
  return cursor.isDone ? reading : null;
}

/** «Avhengig av 1.1», also with a date: «avhengig av 1.1, innen 1.6.24». */
function readDependent(cursor: Cursor): Reading | null {
  const nr = readDependency(cursor);
  if (nr === null) return null;
  const timing = cursor.attempt(() => {
    const sign = cursor.takeSign(',', ';', '-', '.') ?? cursor.takePhrase(AND);
    return onlyIfClear(readTiming(cursor), sign !== null);
  });
  return { says: 'depends-on', nr, timing };
}

/** After nr such as 1.1, «1.2» is no date: it takes a word like «innen» or a year. */
function onlyIfClear(timing: Timing | null, isSeparated: boolean): Timing | null {
  if (timing === null || timing.says === 'ongoing') return null;
  const hasYear = yearsOf(timing).length > 0;
  return timing.says === 'by' || (isSeparated && hasYear) ? timing : null;
}

/** «Innen 1.6.24», also with what it waits for: «innen 1.6.24, avhengig av 1.1». */
function readTimed(cursor: Cursor): Reading | null {
  const timing = readTiming(cursor);
  if (timing === null || timing.says === 'ongoing') return timing;
  const nr = cursor.attempt(() => {
    cursor.takeSign(',', ';', '-', '.');
    return readDependency(cursor);
  });
  return nr === null ? timing : { says: 'depends-on', nr, timing };
}
