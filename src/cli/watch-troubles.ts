import type { Speaker } from '../delivery/speaker.ts';
import { unfollowed, unfollowedNow } from '../delivery/troubles.ts';
import { WORKBOOK_NAMES } from '../sheets/contract.ts';
import type { WatchTrouble } from '../workbook/watched-workbook.ts';
import type { WatchedBooks } from './watched-books.ts';

/** What Google settles by itself is no news before it has gone on for so long, in milliseconds. */
const PASSING_MS = 5 * 60_000;
/** Somebody may be in the middle of something, and be done in a moment. */
const LASTING_MS = 60_000;

/**
 * Tells once of each workbook whose figures can no longer be followed, again when it is for another reason, and once when
 * they can be followed again. Where there are no figures at all, the first job that has to do without them tells of it.
 */
export async function tellOfWorkbooks(watched: WatchedBooks, speaker: Pick<Speaker, 'troubleIs'>): Promise<void> {
  for (const name of WORKBOOK_NAMES) {
    const workbook = watched[name];
    // What an earlier process told of is not over because this one has not looked yet.
    if (workbook?.hasLooked() === false) continue;
    const trouble = workbook?.trouble() ?? null;
    if (trouble === null) await speaker.troubleIs(unfollowed(name), null);
    else if (isWorthTelling(trouble)) await speaker.troubleIs(unfollowed(name), unfollowedNow(name, trouble));
  }
}

function isWorthTelling({ mayPass, lastedMs, hasFigures }: WatchTrouble): boolean {
  return hasFigures && lastedMs >= (mayPass ? PASSING_MS : LASTING_MS);
}
