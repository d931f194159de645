import { easter } from 'date-easter';
import { addDays, type Day, daysBetween, toDay, weekdayOf, yearOf } from './day.ts';

/** New Year's Day, 1 May, Constitution Day and both days of Christmas. 24 and 31 December are ordinary working days. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-17', '12-25', '12-26']);

/** Skjærtorsdag, langfredag, both days of Easter, Kristi himmelfartsdag and both days of Pentecost: days from Easter Day. */
const EASTER_OFFSETS = new Set([-3, -2, 0, 1, 39, 49, 50]);

const SATURDAY = 6;

/**
 * Whether the whole of Norway has the day off by law, Sundays aside: lov om helligdager og helligdagsfred § 2 and
 * lov om 1 og 17 mai som høgtidsdager.
 */
export function isHoliday(day: Day): boolean {
  return FIXED_HOLIDAYS.has(day.slice(5)) || EASTER_OFFSETS.has(daysFromEaster(day));
}

/** Monday to Friday, and not a public holiday. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) < SATURDAY && !isHoliday(day);
}

/** The last working day up to and including this one. */
export function previousWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : previousWorkingDay(addDays(day, -1));
}

/** The first working day from and including this one. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

/** The first working day of the ISO week a day belongs to; no week in the Norwegian calendar is without one. */
export function firstWorkingDayOfWeek(day: Day): Day {
  return nextWorkingDay(addDays(day, 1 - weekdayOf(day)));
}

function daysFromEaster(day: Day): number {
  const { year, month, day: dayOfMonth } = easter(yearOf(day));
  const easterDay = toDay(year, month, dayOfMonth);
  return easterDay === null ? Number.NaN : daysBetween(easterDay, day);
}
