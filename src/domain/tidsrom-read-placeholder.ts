import type { Cursor } from './tidsrom-cursor.ts';
import { AND, BLANK_WORDS, BY, FROM, NOT_SET, NOT_YET } from './tidsrom-words.ts';

/** No deadline set yet: the template's own blanks («Dato - dato», «xx.xx.24»), a lone dash, «ikke fastsatt». */
export function readPlaceholder(cursor: Cursor): true | null {
  return cursor.attempt(() => {
    if (takeSigns(cursor) && cursor.isDone) return true;
    while (cursor.takePhrase(BY) ?? cursor.takePhrase(FROM)) takeSigns(cursor);
    return takeNotSet(cursor) ?? takeBlanks(cursor);
  });
}

function takeNotSet(cursor: Cursor): true | null {
  return cursor.attempt(() => {
    if (!cursor.takePhrase(NOT_SET)) return null;
    while (cursor.takePhrase(NOT_YET));
    takeSigns(cursor);
    return cursor.isDone || null;
  });
}

function takeBlanks(cursor: Cursor): true | null {
  let blanks = 0;
  while (!cursor.isDone) {
    if (cursor.takeWord(BLANK_WORDS)) blanks++;
    else if (blanks < 2 || !takeYear(cursor)) {
      if (!takeSigns(cursor) && !cursor.takePhrase(BY) && !cursor.takePhrase(AND)) return null;
    }
  }
  return blanks > 0 || null;
}

/** The year that has been filled in already: «xx.xx.24». */
function takeYear(cursor: Cursor): boolean {
  return (cursor.takeNumber(2, 2) ?? cursor.takeNumber(4, 4)) !== null;
}

function takeSigns(cursor: Cursor): boolean {
  let found = false;
  while (cursor.takeSign('-', '.', '?', '/', '_', ':')) found = true;
  return found;
}
