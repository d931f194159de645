import {
  type Day,
  dayOfMonth,
  daysBetween,
  MONTH_NAMES,
  type Moment,
  monthOf,
  weekdayOf,
  yearOf,
} from '#src/domain/day.ts';
import { formatTall } from '#src/domain/tall.ts';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;

/** «3. juni», with the year only when it is another year than today's. */
export function dato(day: Day, today: Day): string {
  const text = `${dayOfMonth(day)}. ${maaned(monthOf(day))}`;
  return yearOf(day) === yearOf(today) ? text : `${text} ${yearOf(day)}`;
}

/** January is 1. */
export function maaned(month: number): string {
  return MONTH_NAMES[month - 1] ?? String(month);
}

export function ukedag(day: Day): string {
  return ukedagNr(weekdayOf(day));
}

/** By ISO number: Monday is 1. */
export function ukedagNr(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** «08:00». */
export function klokkeslett({ minutes }: Pick<Moment, 'minutes'>): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** «lest 3. juni 08:00». */
export function lest(readAt: Moment, now: Moment): string {
  return `lest ${dato(readAt.day, now.day)} ${klokkeslett(readAt)}`;
}

/** How old a figure is: «nå», «for 20 min siden», «for 2 t siden», «i går 15:40», else the date. */
export function alder(then: Moment, now: Moment): string {
  const minutes = Math.floor((now.ms - then.ms) / 60_000);
  const days = daysBetween(then.day, now.day);
  if (minutes < 0) return dato(then.day, now.day);
  if (minutes < 1) return 'nå';
  if (minutes < 60) return `for ${minutes} min siden`;
  if (days === 0) return `for ${Math.floor(minutes / 60)} t siden`;
  if (days === 1) return `i går ${klokkeslett(then)}`;
  return dato(then.day, now.day);
}

/** «1 dag», «33 dager», «1 767 døgn». */
export function antall(n: number, one: string, many: string): string {
  return `${formatTall(n)} ${n === 1 ? one : many}`;
}

/** «a», «a og b», «a, b og c». */
export function oppramsing(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}

/** «a, b og 12 til»: at most `most` of the words, and how many were left out. */
export function oppramsingInntil(most: number, words: readonly string[]): string {
  if (words.length <= most) return oppramsing(words);
  return `${words.slice(0, most).join(', ')} og ${words.length - most} til`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
