import { addDays, type Day, weekdayOf } from './day.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/** More than the longest run of days off and a week: a listed weekday before this cannot have moved to today. */
const LOOK_BACK_DAYS = 21;

/**
 * Whether a job that speaks on these weekdays speaks on a day: a listed weekday, or the first working day after one
 * that is a day off. Never on a day off.
 */
export function isSpeakingDay(weekdays: readonly number[], day: Day): boolean {
  if (!isWorkingDay(day)) return false;
  for (let listed = day; nextWorkingDay(listed) === day; listed = addDays(listed, -1)) {
    if (weekdays.includes(weekdayOf(listed))) return true;
  }
  return false;
}

/** The last speaking day up to and including this one; null when no weekday is listed. */
export function previousSpeakingDay(weekdays: readonly number[], day: Day): Day | null {
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    const candidate = addDays(day, -back);
    if (isSpeakingDay(weekdays, candidate)) return candidate;
  }
  return null;
}

/**
 * The first speaking day of the ISO week a day belongs to. Null when the week has none: its only listed weekday was a
 * day off, and moved to the week after.
 */
export function firstSpeakingDayOfWeek(weekdays: readonly number[], day: Day): Day | null {
  const monday = addDays(day, 1 - weekdayOf(day));
  for (let ahead = 0; ahead < 5; ahead++) {
    const candidate = addDays(monday, ahead);
    if (isSpeakingDay(weekdays, candidate)) return candidate;
  }
  return null;
}
