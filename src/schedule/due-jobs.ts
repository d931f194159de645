import { addDays, type Moment, momentInOslo } from '#src/domain/day.ts';
import { occurrenceFor, occurrencesBetween } from '#src/domain/occurrences.ts';
import type { Occurrence, Timetable } from '#src/domain/timetable.ts';
import type { Progress } from './progress.ts';

/** Later than this is late: what it says may have been said by a run that died. */
const ON_TIME_MS = 10 * 60_000;

/** No occurrence is open for longer. */
const LONGEST_OPEN_DAYS = 7;

export interface Due {
  readonly occurrence: Occurrence;
  readonly late: boolean;
}

/** What a job has to speak for now, on time or caught up; null when nothing. Whether it has spoken is not known here. */
export function dueNow(timetable: Timetable, now: Moment, { first }: Progress): Due | null {
  const occurrence = occurrenceFor(timetable, now);
  if (!occurrence || occurrence.due.day < first.day) return null;
  return { occurrence, late: isLate(occurrence, now) };
}

/** Whether it is run so long after it was due that it may have been said already, by a state that did not note it. */
export function isLate({ due }: Occurrence, now: Moment): boolean {
  return now.ms - due.ms > ON_TIME_MS;
}

/** What became too late since the last round, the oldest first. Whether it was said in time is not known here. */
export function overSince(timetable: Timetable, now: Moment, { first, last }: Progress): readonly Occurrence[] {
  if (last === null) return [];
  const after = momentInOslo(addDays(last.day, -LONGEST_OPEN_DAYS));
  return occurrencesBetween(timetable, after, now).filter(
    ({ due, until }) => first.day <= due.day && last.ms < until.ms && until.ms <= now.ms,
  );
}
