import { describe, expect, it } from 'vitest';
import { chooseClock, parseDato, systemClock } from '#src/clock.ts';
import { isoMoment, momentInOslo } from '#src/domain/day.ts';
import { day } from '../support/day.ts';

describe('--dato', () => {
  it.each([
    ['2024-06-03', '2024-06-03T08:00'],
    [' 2024-06-03 ', '2024-06-03T08:00'],
    ['2024-06-03T14:30', '2024-06-03T14:30'],
    ['2024-06-03 14:30', '2024-06-03T14:30'],
    ['2024-06-03T14:30:59', '2024-06-03T14:30'],
    ['2024-02-29T00:00', '2024-02-29T00:00'],
  ])('%s is %s in Oslo', (text, moment) => {
    const read = parseDato(text);

    expect(read && isoMoment(read)).toBe(moment);
  });

  it.each([
    '',
    '2024-02-30',
    '2023-02-29',
    '2024-6-3',
    '3.6.2024',
    '2024-06-03T24:00',
    '2024-06-03T08:60',
    '2024-06-03T8:00',
    'i dag',
  ])('«%s» is none', (text) => {
    expect(parseDato(text)).toBeNull();
  });
});

describe('the clock of a run', () => {
  const chosen = momentInOslo(day('2025-01-02'), 600);

  it('is the moment somebody has chosen, whatever is read', () => {
    expect(chooseClock(chosen, true)()).toBe(chosen);
    expect(chooseClock(chosen, false)()).toBe(chosen);
  });

  it('is a Monday in the plan’s own time when only the example is read', () => {
    expect(isoMoment(chooseClock(null, true)())).toBe('2024-06-03T08:00');
  });

  it('is else the real one', () => {
    expect(chooseClock(null, false)).toBe(systemClock);
  });
});
