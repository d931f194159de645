import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#src/domain/day.ts';
import {
  firstWorkingDayOfWeek,
  isHoliday,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from '#src/domain/working-days.ts';

describe('public holidays', () => {
  it.each([
    ['2024-01-01', 'første nyttårsdag'],
    ['2024-03-28', 'skjærtorsdag'],
    ['2024-03-29', 'langfredag'],
    ['2024-03-31', 'første påskedag'],
    ['2024-04-01', 'andre påskedag'],
    ['2024-05-01', '1. mai'],
    ['2024-05-09', 'Kristi himmelfartsdag'],
    ['2024-05-17', '17. mai'],
    ['2024-05-19', 'første pinsedag'],
    ['2024-05-20', 'andre pinsedag'],
    ['2024-12-25', 'første juledag'],
    ['2024-12-26', 'andre juledag'],
    ['2025-04-21', 'andre påskedag året etter'],
    ['2038-04-26', 'andre påskedag så sent den kan komme'],
  ])('%s is %s', (day) => {
    expect(isHoliday(day as Day)).toBe(true);
  });

  it.each([
    ['2024-12-24', 'julaften'],
    ['2024-12-31', 'nyttårsaften'],
    ['2024-03-30', 'påskeaften'],
    ['2024-03-27', 'onsdag før skjærtorsdag'],
    ['2024-06-02', 'en vanlig søndag'],
  ])('%s is none: %s', (day) => {
    expect(isHoliday(day as Day)).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2024-06-03', true],
    ['2024-06-01', false],
    ['2024-06-02', false],
    ['2024-12-24', true],
    ['2024-12-31', true],
    ['2024-04-01', false],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day as Day)).toBe(working);
  });

  it.each([
    ['2024-06-03', '2024-06-03'],
    ['2024-06-02', '2024-05-31'],
    ['2024-04-01', '2024-03-27'],
    ['2025-12-28', '2025-12-24'],
  ])('a mark on %s is sent on %s', (day, expected) => {
    expect(previousWorkingDay(day as Day)).toBe(expected);
  });

  it.each([
    ['2024-06-03', '2024-06-03'],
    ['2024-06-01', '2024-06-03'],
    ['2024-03-28', '2024-04-02'],
  ])('from %s the next one is %s', (day, expected) => {
    expect(nextWorkingDay(day as Day)).toBe(expected);
  });

  it.each([
    ['2024-06-05', '2024-06-03'],
    ['2024-06-09', '2024-06-03'],
    ['2024-04-01', '2024-04-02'],
    ['2024-04-05', '2024-04-02'],
    ['2025-01-01', '2024-12-30'],
  ])('the week of %s begins at work on %s', (day, expected) => {
    expect(firstWorkingDayOfWeek(day as Day)).toBe(expected);
  });

  it('exists in every week of two centuries', () => {
    const mondays = Array.from({ length: 200 * 52 }, (_, week) => addDays('1900-01-01' as Day, week * 7));

    expect(mondays.filter((monday) => firstWorkingDayOfWeek(monday) > addDays(monday, 4))).toEqual([]);
  });
});
