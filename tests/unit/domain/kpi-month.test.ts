import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import type { Day } from '#src/domain/day.ts';
import { daysSinceEnd, isOutdated, nextMonth, parseMonth } from '#src/domain/kpi-month.ts';

describe('a month as people write it', () => {
  it.each<[CellValue, string]>([
    ['2024-05', '2024-05'],
    ['2024-5', '2024-05'],
    ['2024/05', '2024-05'],
    ['202405', '2024-05'],
    ['05.2024', '2024-05'],
    ['5/2024', '2024-05'],
    ['05-2024', '2024-05'],
    ['mai 2024', '2024-05'],
    ['Mai 2024', '2024-05'],
    [' MAI  2024 ', '2024-05'],
    ['mai\u00a02024', '2024-05'],
    ['mai 24', '2024-05'],
    ['mai-24', '2024-05'],
    ['mai ’24', '2024-05'],
    ['sept. 2023', '2023-09'],
    ['sep 2023', '2023-09'],
    ['september 2023', '2023-09'],
    ['Des 2022', '2022-12'],
    ['1.5.2024', '2024-05'],
    ['01.05.24', '2024-05'],
    ['31.05.2024', '2024-05'],
    ['2024-05-01', '2024-05'],
    ['2024-05-01 00:00:00', '2024-05'],
    ['45413', '2024-05'],
    [45413, '2024-05'],
    [{ serial: 45413 }, '2024-05'],
    [{ serial: 45443.5 }, '2024-05'],
  ])('%j is %s', (cell, month) => {
    expect(parseMonth(cell)).toBe(month);
  });

  it.each<[CellValue]>([
    [null],
    [''],
    ['2024'],
    [2024],
    [5.2024],
    ['2024-13'],
    ['00.2024'],
    ['31.4.2024'],
    ['2024-02-30'],
    ['mais 2024'],
    ['marsj 2024'],
    ['jan–mar 2024'],
    ['mai'],
    ['uke 20 2024'],
    ['1066-05'],
    ['#REF!'],
    [{ error: '#REF!' }],
    [true],
  ])('%j is no month', (cell) => {
    expect(parseMonth(cell)).toBeNull();
  });
});

describe('counting months', () => {
  it.each([
    ['2024-05', '2024-06'],
    ['2024-12', '2025-01'],
  ])('after %s comes %s', (month, next) => {
    expect(nextMonth(month)).toBe(next);
  });

  it.each([
    ['2024-05', '2024-05-31', 0],
    ['2024-05', '2024-06-30', 30],
    ['2024-02', '2024-03-01', 1],
    ['2024-06', '2024-06-03', -27],
  ])('%s ended, seen from %s, %i days ago', (month, today, days) => {
    expect(daysSinceEnd(month, today as Day)).toBe(days);
  });

  it.each([
    ['2024-05', '2024-05-20', false],
    ['2024-05', '2024-06-30', false],
    ['2024-05', '2024-07-01', true],
    ['2024-11', '2024-12-31', false],
    ['2024-11', '2025-01-01', true],
  ])('%s is outdated on %s: %s', (month, today, outdated) => {
    expect(isOutdated(month, today as Day)).toBe(outdated);
  });
});
