import { addDays, type Day, isoWeek, type Moment, momentAt, momentInOslo, weekdayOf } from './day.ts';
import type { Occurrence, Timetable } from './timetable.ts';
import { nextWorkingDay, previousWorkingDay } from './working-days.ts';

const SUNDAY = 7;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** A bot that was away for years has no use for every day it missed. */
const MOST_OCCURRENCES = 60;

/** More than a run of days off and the week it ends in: what was listed before this is over. */
const LONGEST_DAYS = 21;

/**
 * The one that is due, or was due last and can still be caught up; null when none is. Where two are still open (one was
 * moved past a week's end by days off), the later one: a group is told how things stand once.
 */
export function occurrenceFor(timetable: Timetable, now: Moment): Occurrence | null {
  const last = occurrencesBetween(timetable, momentInOslo(addDays(now.day, -LONGEST_DAYS)), now).at(-1);
  return last && now.ms < last.until.ms ? last : null;
}

/**
 * Those that are due after one moment, up to and including another, the oldest first. Of more than 60 only the newest are
 * given.
 */
export function occurrencesBetween(timetable: Timetable, after: Moment, upTo: Moment): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let day = upTo.day;
  while (found.length < MOST_OCCURRENCES && addDays(after.day, -LONGEST_DAYS) <= day) {
    const occurrence = timetable.weekdays.includes(weekdayOf(day)) ? listedOn(timetable, day) : null;
    day = addDays(day, -1);
    // Two listed days that move to the same working day are one.
    if (!occurrence || occurrence.period === found.at(-1)?.period) continue;
    if (occurrence.due.ms <= after.ms) break;
    if (occurrence.due.ms <= upTo.ms) found.push(occurrence);
  }
  return found.reverse();
}

/**
 * The period a moment lies in, whatever the hour and the weekday: for someone who asks for the job now. A week that is
 * asked about after its last working day lasts through Sunday.
 */
export function periodNow(timetable: Timetable, now: Moment): Occurrence {
  if (timetable.period === 'day') return heldOn(now.day, now.day, timetable);
  const [weekday = 1] = timetable.weekdays;
  const usual = listedOn(timetable, addDays(now.day, weekday - weekdayOf(now.day)));
  return now.ms < usual.until.ms ? usual : { ...usual, until: endOf(lastDayOfWeek(now.day)) };
}

/** The occurrence of a listed day. A week's keeps the week it was listed in, also when it is held in the next. */
function listedOn(timetable: Timetable, listed: Day): Occurrence {
  return timetable.period === 'day'
    ? heldOn(nextWorkingDay(listed), nextWorkingDay(listed), timetable)
    : {
        ...heldOn(nextWorkingDay(listed), previousWorkingDay(lastDayOfWeek(nextWorkingDay(listed))), timetable),
        period: weekLabel(listed),
      };
}

function heldOn(day: Day, lastDay: Day, { minutes }: Timetable): Occurrence {
  return { period: day, due: firstMomentShowing(day, minutes), until: endOf(lastDay) };
}

/**
 * When clocks in Oslo first show this. An hour that is there twice (October) counts the first time; a time that summer
 * time skips is the first moment after it.
 */
function firstMomentShowing(day: Day, minutes: number): Moment {
  const found = momentAt(momentInOslo(day, minutes).ms);
  // Clocks in Norway change on the hour.
  if (found.minutes !== minutes) return momentAt(found.ms - (found.minutes % 60) * MS_PER_MINUTE);
  const hourBefore = momentAt(found.ms - MS_PER_HOUR);
  return hourBefore.day === day && hourBefore.minutes === minutes ? hourBefore : found;
}

function endOf(day: Day): Moment {
  return momentInOslo(addDays(day, 1));
}

function lastDayOfWeek(day: Day): Day {
  return addDays(day, SUNDAY - weekdayOf(day));
}

function weekLabel(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
