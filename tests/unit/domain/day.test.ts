import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  fromSerial,
  isoMoment,
  isoWeek,
  lastDayOfMonth,
  momentAt,
  momentInOslo,
  mondayOfWeek,
  parseIsoDay,
  toDay,
  toSerial,
  weekdayOf,
} from '#src/domain/day.ts';

const day = (text: string) => text as Day;
const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a calendar day', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2024, 2, 31, null],
    [1900, 2, 29, null],
    [2000, 2, 29, '2000-02-29'],
    [2024, 13, 1, null],
    [2024, 0, 1, null],
    [2024, 4, 31, null],
    [2024, 1.5, 1, null],
    [24, 1, 1, null],
  ])('%d-%d-%d is %s', (year, month, dayOfMonth, expected) => {
    expect(toDay(year, month, dayOfMonth)).toBe(expected);
  });

  it.each(['2024-6-3', '2024-02-30', '3.6.2024', '2024-06-03T08:00', ''])('«%s» is not one', (text) => {
    expect(parseIsoDay(text)).toBeNull();
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2024-06-03', -6, '2023-12-03'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('counts days across summer time, leap years and new year', () => {
    expect(daysBetween(day('2024-03-30'), day('2024-04-01'))).toBe(2);
    expect(daysBetween(day('2024-02-20'), day('2024-06-03'))).toBe(104);
    expect(daysBetween(day('2025-01-01'), day('2024-12-31'))).toBe(-1);
    expect(lastDayOfMonth(2023, 2)).toBe('2023-02-28');
  });

  it('comes back from any number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('comes back from its spreadsheet serial', () => {
    expect(toSerial(day('2024-05-01'))).toBe(45_413);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (from, minutes) => {
        expect(fromSerial(toSerial(from, minutes))).toEqual({ day: from, minutes });
      }),
    );
  });
});

describe('a week', () => {
  it.each([
    ['2024-06-03', 2024, 23],
    ['2024-12-30', 2025, 1],
    ['2027-01-01', 2026, 53],
    ['2021-01-03', 2020, 53],
  ])('%s is in %i, week %i', (text, year, week) => {
    expect(isoWeek(day(text))).toEqual({ year, week });
  });

  it('has the Monday it is counted from', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const { year, week } = isoWeek(any);
        expect(mondayOfWeek(year, week)).toBe(addDays(any, 1 - weekdayOf(any)));
      }),
    );
    expect(mondayOfWeek(2024, 53)).toBeNull();
  });
});

describe('a moment in Oslo', () => {
  it.each([
    ['2024-01-15T07:00:00Z', '2024-01-15T08:00'],
    ['2024-06-03T06:00:00Z', '2024-06-03T08:00'],
    ['2024-06-03T22:30:00Z', '2024-06-04T00:30'],
    ['2024-12-31T23:15:00Z', '2025-01-01T00:15'],
  ])('%s is %s there, and back', (utc, local) => {
    const moment = momentAt(Date.parse(utc));
    expect(isoMoment(moment)).toBe(local);
    expect(momentInOslo(moment.day, moment.minutes).ms).toBe(Date.parse(utc));
  });
});
