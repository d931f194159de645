import { describe, expect, it } from 'vitest';
import { isoMoment, type Moment, momentAt } from '#src/domain/day.ts';
import { occurrenceFor, occurrencesBetween, periodNow } from '#src/domain/occurrences.ts';
import type { Occurrence, Timetable } from '#src/domain/timetable.ts';
import { oslo } from '../../support/day.ts';

const EIGHT = 8 * 60;
const weekly = (weekday: number, minutes = EIGHT): Timetable => ({ period: 'week', weekdays: [weekday], minutes });
const daily = (weekdays: readonly number[] = [1, 2, 3, 4, 5], minutes = EIGHT): Timetable => ({
  period: 'day',
  weekdays,
  minutes,
});

/** `2024-W23 2024-06-03T08:00 – 2024-06-08T00:00` */
function shown(occurrence: Occurrence | null): string | null {
  return occurrence && `${occurrence.period} ${isoMoment(occurrence.due)} – ${isoMoment(occurrence.until)}`;
}

function periods(timetable: Timetable, after: string, upTo: string): readonly string[] {
  return occurrencesBetween(timetable, oslo(after), oslo(upTo)).map(({ period, due }) => `${period} ${isoMoment(due)}`);
}

describe('what a day’s job is to speak for', () => {
  it.each<[string, string | null, string]>([
    ['2024-06-03T08:00', '2024-06-03 2024-06-03T08:00 – 2024-06-04T00:00', 'when the hour comes'],
    ['2024-06-03T07:59', null, 'not before'],
    ['2024-06-03T23:59', '2024-06-03 2024-06-03T08:00 – 2024-06-04T00:00', 'until the day is over'],
    ['2024-06-04T00:00', null, 'and not after'],
    ['2024-06-01T12:00', null, 'never on a Saturday'],
    ['2024-03-28T12:00', null, 'skjærtorsdag'],
    ['2024-04-02T08:00', '2024-04-02 2024-04-02T08:00 – 2024-04-03T00:00', 'the first working day after Easter'],
    ['2024-05-17T08:00', null, '17 May on a Friday'],
    ['2024-05-20T08:00', null, 'Whit Monday'],
    ['2024-12-24T08:00', '2024-12-24 2024-12-24T08:00 – 2024-12-25T00:00', 'julaften is a working day'],
    ['2024-12-25T08:00', null, 'the first day of Christmas'],
    ['2024-12-31T08:00', '2024-12-31 2024-12-31T08:00 – 2025-01-01T00:00', 'nyttårsaften is a working day'],
  ])('at %s: %s (%s)', (now, expected) => {
    expect(shown(occurrenceFor(daily(), oslo(now)))).toBe(expected);
  });

  it('is held on the next working day, once, when listed days are days off', () => {
    expect(periods(daily([4, 5]), '2024-03-27T00:00', '2024-04-05T12:00')).toEqual([
      '2024-04-02 2024-04-02T08:00',
      '2024-04-04 2024-04-04T08:00',
      '2024-04-05 2024-04-05T08:00',
    ]);
  });

  it('is said once on a day that is listed and also takes over for a day off', () => {
    expect(periods(daily([1, 2]), '2024-05-19T00:00', '2024-05-21T12:00')).toEqual(['2024-05-21 2024-05-21T08:00']);
  });
});

describe('what a week’s job is to speak for', () => {
  it.each<[number, string, string | null, string]>([
    [1, '2024-06-03T08:00', '2024-W23 2024-06-03T08:00 – 2024-06-08T00:00', 'a usual Monday'],
    [1, '2024-06-03T07:59', null, 'not before the hour, and last week is over'],
    [1, '2024-06-07T23:59', '2024-W23 2024-06-03T08:00 – 2024-06-08T00:00', 'until Friday is over'],
    [1, '2024-06-08T00:00', null, 'and not in the weekend'],
    [1, '2024-04-01T09:00', null, 'andre påskedag'],
    [1, '2024-04-02T08:00', '2024-W14 2024-04-02T08:00 – 2024-04-06T00:00', 'the Tuesday after Easter'],
    [5, '2024-04-02T08:00', '2024-W13 2024-04-02T08:00 – 2024-04-06T00:00', 'langfredag’s week, held in the next'],
    [5, '2024-04-05T07:59', '2024-W13 2024-04-02T08:00 – 2024-04-06T00:00', 'still open that Friday morning'],
    [5, '2024-04-05T08:00', '2024-W14 2024-04-05T08:00 – 2024-04-06T00:00', 'until the Friday’s own is due'],
    [4, '2024-05-10T08:00', '2024-W19 2024-05-10T08:00 – 2024-05-11T00:00', 'the Friday after Kristi himmelfartsdag'],
    [5, '2024-05-21T08:00', '2024-W20 2024-05-21T08:00 – 2024-05-25T00:00', '17 May and Whitsun: the Tuesday'],
    [1, '2027-05-18T08:00', '2027-W20 2027-05-18T08:00 – 2027-05-22T00:00', '17 May and Whit Monday at once'],
    [1, '2032-05-18T08:00', '2032-W21 2032-05-18T08:00 – 2032-05-22T00:00', '17 May on a Monday'],
    [3, '2024-12-27T08:00', '2024-W52 2024-12-27T08:00 – 2024-12-28T00:00', 'Christmas week'],
    [3, '2025-01-02T08:00', '2025-W01 2025-01-02T08:00 – 2025-01-04T00:00', 'New Year’s Day'],
    [1, '2024-12-30T08:00', '2025-W01 2024-12-30T08:00 – 2025-01-04T00:00', 'the week the year begins in'],
    [5, '2027-01-04T08:00', '2026-W53 2027-01-04T08:00 – 2027-01-09T00:00', 'week 53, held in the new year'],
    [5, '2027-01-08T08:00', '2027-W01 2027-01-08T08:00 – 2027-01-09T00:00', 'and then week 1'],
  ])('on weekday %i at %s: %s (%s)', (weekday, now, expected) => {
    expect(shown(occurrenceFor(weekly(weekday), oslo(now)))).toBe(expected);
  });

  it.each([1, 2, 3, 4, 5])(
    'is every week once, also over Easter, Christmas and the year’s end (weekday %i)',
    (weekday) => {
      const found = occurrencesBetween(weekly(weekday), oslo('2026-01-04T12:00'), oslo('2027-02-05T12:00'));
      const weeks = (year: number, last: number, first = 1) =>
        Array.from({ length: last - first + 1 }, (_, n) => `${year}-W${String(first + n).padStart(2, '0')}`);

      expect(found.map(({ period }) => period)).toEqual([...weeks(2026, 53, 2), ...weeks(2027, 5)]);
    },
  );
});

describe('nights when clocks change', () => {
  const instant = (timetable: Timetable, now: string) => occurrenceFor(timetable, momentAt(Date.parse(now)))?.due;
  const iso = (moment: Moment | undefined) => moment && new Date(moment.ms).toISOString();

  it('leave 08:00 in Oslo where it is', () => {
    expect(iso(instant(daily(), '2024-03-27T12:00:00Z'))).toBe('2024-03-27T07:00:00.000Z');
    expect(iso(instant(daily(), '2024-04-02T12:00:00Z'))).toBe('2024-04-02T06:00:00.000Z');
    expect(iso(instant(daily(), '2024-10-25T12:00:00Z'))).toBe('2024-10-25T06:00:00.000Z');
    expect(iso(instant(daily(), '2024-10-28T12:00:00Z'))).toBe('2024-10-28T07:00:00.000Z');
  });

  it.each([
    ['2024-03-31T12:00', 2 * 60 + 30, '2024-03-31T01:00:00.000Z', '02:30 is not there: the first moment after'],
    ['2024-03-31T12:00', 2 * 60, '2024-03-31T01:00:00.000Z', '02:00 is not there'],
    ['2024-03-31T12:00', 3 * 60, '2024-03-31T01:00:00.000Z', '03:00 is there'],
    ['2024-10-27T12:00', 2 * 60 + 30, '2024-10-27T00:30:00.000Z', '02:30 is there twice: the first'],
    ['2024-10-27T12:00', 2 * 60, '2024-10-27T00:00:00.000Z', '02:00 is there twice'],
    ['2024-10-27T12:00', 3 * 60, '2024-10-27T02:00:00.000Z', '03:00 is there once'],
    ['2024-10-27T12:00', 1 * 60 + 59, '2024-10-26T23:59:00.000Z', '01:59 is there once'],
  ])('on %s, minute %i is %s (%s)', (now, minutes, expected) => {
    expect(iso(periodNow(daily([1], minutes), oslo(now)).due)).toBe(expected);
  });
});

describe('what was due between two moments', () => {
  it('is everything after the first, up to and including the second, the oldest first', () => {
    expect(periods(daily(), '2024-06-03T08:00', '2024-06-05T08:00')).toEqual([
      '2024-06-04 2024-06-04T08:00',
      '2024-06-05 2024-06-05T08:00',
    ]);
    expect(periods(daily(), '2024-06-05T08:00', '2024-06-05T08:00')).toEqual([]);
    expect(periods(daily(), '2024-06-05T08:00', '2024-06-03T08:00')).toEqual([]);
  });

  it('counts a day by when it is held, not by when it is listed', () => {
    expect(periods(weekly(5), '2024-03-30T12:00', '2024-04-04T12:00')).toEqual(['2024-W13 2024-04-02T08:00']);
  });

  it('is the newest sixty for a bot that was away for years', () => {
    const found = periods(daily(), '2020-01-01T00:00', '2024-06-05T12:00');
    expect([found.length, found[0], found.at(-1)]).toEqual([
      60,
      '2024-03-05 2024-03-05T08:00',
      '2024-06-05 2024-06-05T08:00',
    ]);
  });

  it('is nothing for a job without weekdays', () => {
    expect(periods(daily([]), '2020-01-01T00:00', '2024-06-05T12:00')).toEqual([]);
  });
});

describe('the period someone asks about', () => {
  it.each([
    [daily(), '2024-06-03T07:00', '2024-06-03 2024-06-03T08:00 – 2024-06-04T00:00', 'today, before the hour'],
    [daily(), '2024-06-01T10:00', '2024-06-01 2024-06-01T08:00 – 2024-06-02T00:00', 'a Saturday'],
    [daily([1]), '2024-06-05T10:00', '2024-06-05 2024-06-05T08:00 – 2024-06-06T00:00', 'a day without reminders'],
    [weekly(1), '2024-06-03T07:00', '2024-W23 2024-06-03T08:00 – 2024-06-08T00:00', 'Monday before the hour'],
    [weekly(5), '2024-06-03T07:00', '2024-W23 2024-06-07T08:00 – 2024-06-08T00:00', 'before the week’s day'],
    [weekly(1), '2024-06-08T10:00', '2024-W23 2024-06-03T08:00 – 2024-06-10T00:00', 'Saturday: through Sunday'],
    [weekly(5), '2024-03-27T10:00', '2024-W13 2024-04-02T08:00 – 2024-04-06T00:00', 'a week that is held in the next'],
    [weekly(1), '2027-01-02T10:00', '2026-W53 2026-12-28T08:00 – 2027-01-04T00:00', 'week 53 in January'],
  ])('%j at %s is %s (%s)', (timetable, now, expected) => {
    expect(shown(periodNow(timetable, oslo(now)))).toBe(expected);
  });

  it('is the one the timetable speaks for that day', () => {
    for (const timetable of [daily(), weekly(1), weekly(3)]) {
      const due = occurrenceFor(timetable, oslo('2024-06-05T09:00'));
      expect(shown(periodNow(timetable, oslo('2024-06-05T09:00')))).toBe(shown(due));
    }
  });
});
