import { addDays, type Day, parseIsoDay, weekdayOf, yearOf } from './day.ts';
import type { Frist } from './tidsrom.ts';
import { coarser, type Days, daysOf, isNever, isPlausibleYear, type Period, SUMMER } from './tidsrom-period.ts';
import type { CellReading } from './tidsrom-read-cell.ts';
import { type By, periodsOf, type Reading, type Span, type Timing, yearsOf } from './tidsrom-reading.ts';

/** A reading in the calendar; everything of a Frist but its text. */
export type Resolved = Omit<Frist, 'text'>;

/** A period with its year and its days. */
type Dated = Days & { readonly period: Period; readonly year: number };

type Trouble = 'unknown' | 'fault';

const NOTHING = { start: null, end: null, precision: null, dependsOn: [] } as const;
export const UNKNOWN: Resolved = { kind: 'unknown', ...NOTHING };
export const FAULT: Resolved = { kind: 'fault', ...NOTHING };
export const MISSING: Resolved = { kind: 'missing', ...NOTHING };

/** Puts a cell in the calendar: a year that is left out is the plan's, or, for a moved date, that of the date it replaces. */
export function resolveCell({ inWeek, ...cell }: CellReading, planYear: number | null): Resolved {
  const resolved = resolveDates(cell, planYear);
  const isCertain = inWeek === undefined || resolved.kind === 'fault' || isDayIn(inWeek, resolved);
  return isCertain ? resolved : UNKNOWN;
}

/** A week without a year is one of the day's own year, or at its turn of the year before or after. */
function isDayIn(week: Period, { kind, end, precision }: Resolved): boolean {
  if (kind !== 'by' || precision !== 'day' || end === null) return false;
  const years = week.year === null ? [-1, 0, 1].map((step) => yearOf(end) + step) : [week.year];
  return years.some((year) => {
    const days = daysOf(week, year);
    return days !== null && days.start <= end && end <= days.end;
  });
}

function resolveDates({ reading, replaced }: CellReading, planYear: number | null): Resolved {
  const formerYear = replaced && yearsOf(replaced).at(-1);
  if (replaced === null || formerYear === null || formerYear === undefined || yearsOf(reading).length > 0) {
    return resolve(reading, planYear);
  }

  const moved = resolve(reading, formerYear);
  const former = resolve(replaced, formerYear).end;
  const isEarlier = moved.end !== null && former !== null && moved.end < former;
  return isEarlier ? UNKNOWN : moved;
}

function resolve(reading: Reading, planYear: number | null): Resolved {
  if (reading.says === 'placeholder') return { kind: 'placeholder', ...NOTHING };
  if (reading.says !== 'depends-on') return resolveTiming(reading, planYear);

  const { nr, timing } = reading;
  if (timing === null) return { kind: 'depends-on', ...NOTHING, dependsOn: nr };
  const dates = resolveTiming(timing, planYear);
  if (dates.kind === 'unknown' || dates.kind === 'fault') return dates;
  return { ...dates, kind: 'depends-on', dependsOn: nr };
}

function resolveTiming(timing: Timing, planYear: number | null): Resolved {
  const periods = periodsOf(timing);
  if (periods.length === 0) return { kind: 'ongoing', ...NOTHING };

  const dated = dateAll(periods, planYear);
  if (dated === 'unknown') return UNKNOWN;
  if (dated === 'fault') return FAULT;
  const [first] = dated;
  const last = dated.at(-1);
  if (!first || !last) return UNKNOWN;

  if (timing.says === 'from' || timing.says === 'ongoing') {
    const kind = timing.says === 'from' ? 'range' : 'ongoing';
    return { kind, start: first.start, end: null, precision: first.period.unit, dependsOn: [] };
  }
  const trouble = troubleIn(timing.span, dated);
  if (trouble) return trouble === 'fault' ? FAULT : UNKNOWN;
  if (timing.says === 'by') return by(lastDay(timing.edge, first, last), last);
  if (dated.length === 1 && first.period.unit === 'day') return by(first.end, first);
  const precision = coarser(first.period.unit, last.period.unit);
  return { kind: 'range', start: first.start, end: last.end, precision, dependsOn: [] };
}

function by(end: Day, { period }: Dated): Resolved {
  if (!isPlausibleYear(yearOf(end))) return UNKNOWN;
  return { kind: 'by', start: null, end, precision: period.unit, dependsOn: [] };
}

function lastDay(edge: By['edge'], first: Dated, last: Dated): Day {
  if (edge === 'before' && isSummer(first)) return beforeTheHolidays(first);
  if (edge === 'soft' && isSummer(last)) return beforeTheHolidays(last);
  // «Før årsskiftet» is still in the old year.
  const isTurnOfYear = first.period.unit === 'day' && first.period.isTurnOfYear === true;
  return edge === 'before' && !isTurnOfYear ? addDays(first.start, -1) : last.end;
}

function isSummer({ period }: Dated): boolean {
  return period.unit === 'season' && period.n === SUMMER;
}

/** Asked for «innen sommeren», people mean before the holidays in July (user guide). */
function beforeTheHolidays({ end, year }: Dated): Day {
  return parseIsoDay(`${year}-06-30`) ?? end;
}

/** Both ends with a year, the wrong way round, is a slip; «mars og september» is two dates, not a stretch of time. */
function troubleIn({ join, first, rest }: Span, dated: readonly Dated[]): Trouble | null {
  const pairs = dated.slice(1).map((next, index) => [dated[index], next] as const);
  const isReversed = pairs.some(([a, b]) => a !== undefined && b.end < a.start);
  if (isReversed) return [first, ...rest].every(({ year }) => year !== null) ? 'fault' : 'unknown';
  const isBroken = pairs.some(([a, b]) => a === undefined || addDays(a.end, 1) !== b.start);
  return join === 'list' && isBroken ? 'unknown' : null;
}

/** Gives every period its year and its days, in the order they were written. */
function dateAll(periods: readonly Period[], planYear: number | null): readonly Dated[] | Trouble {
  const forward = borrowForward(periods, planYear);
  if (forward === null) return periods.some(isNever) ? 'fault' : 'unknown';
  const dated = borrowBackward(forward);
  if (dated === null) return isElsewhere(forward) ? 'unknown' : 'fault';
  return dated.every(isOnItsWeekday) ? dated : 'unknown';
}

/** «1.5.1924» is a day in the calendar, but hardly the one that was meant. */
function isElsewhere(periods: readonly Period[]): boolean {
  const isFarOff = periods.some(({ year }) => year !== null && !isPlausibleYear(year));
  return isFarOff && !periods.some(isNever);
}

/** The last period gets a year: its own, else that of the one before it (or the next), else the plan's. */
function borrowForward(periods: readonly Period[], planYear: number | null): readonly Period[] | null {
  const known = periods.findLastIndex(({ year }) => year !== null);
  let year = known < 0 ? planYear : (periods[known]?.year ?? null);
  if (year === null) return null;
  if (known < 0) return periods.map((period, index) => (index === periods.length - 1 ? { ...period, year } : period));

  return periods.map((period, index) => {
    const previous = periods[index - 1];
    if (index <= known || previous === undefined || year === null) return period;
    const after = daysOf(period, year);
    const before = daysOf(previous, year);
    if (after && before && after.end < before.start) year++;
    return { ...period, year };
  });
}

/** The others borrow from the next, or are of the year before when they would come after it: 1.9 – 1.3.2024. */
function borrowBackward(periods: readonly Period[]): readonly Dated[] | null {
  const dated: Dated[] = [];
  for (const period of periods.toReversed()) {
    const next = dated[0];
    const found = datePeriod(period, next);
    if (found === null) return null;
    dated.unshift(found);
  }
  return dated;
}

function datePeriod(period: Period, next: Dated | undefined): Dated | null {
  const year = period.year ?? next?.year;
  if (year === undefined) return null;
  const days = daysOf(period, year);
  if (period.year === null && next !== undefined && days !== null && days.start > next.end) {
    const before = daysOf(period, year - 1);
    return before && { ...before, period, year: year - 1 };
  }
  return days && { ...days, period, year };
}

function isOnItsWeekday({ period, start }: Dated): boolean {
  return period.weekday === undefined || weekdayOf(start) === period.weekday;
}
