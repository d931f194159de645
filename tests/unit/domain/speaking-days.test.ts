import { describe, expect, it } from 'vitest';
import { addDays } from '#src/domain/day.ts';
import { firstSpeakingDayOfWeek, isSpeakingDay, previousSpeakingDay } from '#src/domain/speaking-days.ts';
import { firstWorkingDayOfWeek, isWorkingDay, previousWorkingDay } from '#src/domain/working-days.ts';
import { day } from '../../support/day.ts';

const EVERY = [1, 2, 3, 4, 5];
const TWO_YEARS = Array.from({ length: 731 }, (_, n) => addDays(day('2024-01-01'), n));

describe('the days a job speaks', () => {
  it.each([
    [[1], '2024-06-03', true, 'the listed Monday'],
    [[1], '2024-06-04', false, 'another day'],
    [[1], '2024-04-01', false, 'andre påskedag'],
    [[1], '2024-04-02', true, 'takes over for andre påskedag'],
    [[4], '2024-04-02', true, 'takes over for skjærtorsdag, across the week’s end'],
    [[3], '2024-04-02', false, 'the Wednesday before Easter was held itself'],
    [[6], '2024-06-03', true, 'takes over for a Saturday, if one is ever listed'],
    [[5], '2024-05-21', true, 'takes over for 17 May'],
    [[3], '2024-12-27', true, 'takes over for the first day of Christmas'],
  ])('%j on %s: %s (%s)', (weekdays, iso, expected) => {
    expect(isSpeakingDay(weekdays, day(iso))).toBe(expected);
  });

  it('are the working days, when every weekday is listed', () => {
    expect(TWO_YEARS.filter((d) => isSpeakingDay(EVERY, d))).toEqual(TWO_YEARS.filter(isWorkingDay));
    expect(TWO_YEARS.map((d) => previousSpeakingDay(EVERY, d))).toEqual(TWO_YEARS.map(previousWorkingDay));
    expect(TWO_YEARS.map((d) => firstSpeakingDayOfWeek(EVERY, d))).toEqual(TWO_YEARS.map(firstWorkingDayOfWeek));
  });
});

describe('a mark on a day without reminders', () => {
  it.each([
    [[1, 4], '2024-06-05', '2024-06-03'],
    [[1, 4], '2024-06-06', '2024-06-06'],
    [[1], '2024-06-09', '2024-06-03'],
    [[1], '2024-04-01', '2024-03-25'],
    [[4], '2024-04-03', '2024-04-02'],
    [[4], '2024-04-01', '2024-03-21'],
    [[3], '2025-01-01', '2024-12-27'],
  ])('%j: %s is kept on %s', (weekdays, iso, expected) => {
    expect(previousSpeakingDay(weekdays, day(iso))).toBe(expected);
  });

  it('is kept nowhere when there are no reminder days', () => {
    expect(previousSpeakingDay([], day('2024-06-05'))).toBeNull();
  });
});

describe('the first speaking day of a week', () => {
  it.each([
    [[1, 4], '2024-06-07', '2024-06-03'],
    [[3, 5], '2024-06-03', '2024-06-05'],
    [[1], '2024-04-04', '2024-04-02'],
    [[5], '2024-03-27', null],
    [[5], '2024-04-05', '2024-04-02'],
    [[3], '2025-01-05', '2025-01-02'],
  ])('%j in the week of %s: %s', (weekdays, iso, expected) => {
    expect(firstSpeakingDayOfWeek(weekdays, day(iso))).toBe(expected);
  });
});
