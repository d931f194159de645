import { describe, expect, it } from 'vitest';
import type { Day } from '#src/domain/day.ts';
import { alder, antall, dato, klokkeslett, lest, oppramsing, oppramsingInntil, ukedag } from '#src/message/norsk.ts';
import { NOW, oslo } from '../../support/kapasitet.ts';

const day = (text: string) => text as Day;

describe('dates as people say them', () => {
  it.each([
    ['2024-06-03', '3. juni'],
    ['2024-12-31', '31. desember'],
    ['2025-01-01', '1. januar 2025'],
    ['2023-12-31', '31. desember 2023'],
  ])('%s is «%s» in June 2024', (then, said) => {
    expect(dato(day(then), NOW.day)).toBe(said);
  });

  it.each([
    ['2024-06-03', 'mandag'],
    ['2024-06-05', 'onsdag'],
    ['2024-06-09', 'søndag'],
  ])('%s is a %s', (then, said) => {
    expect(ukedag(day(then))).toBe(said);
  });

  it('has hours and minutes with two digits', () => {
    expect(klokkeslett(oslo('2024-06-03 08:05'))).toBe('08:05');
    expect(lest(oslo('2023-12-31 23:59'), NOW)).toBe('lest 31. desember 2023 23:59');
  });
});

describe('the age of a figure', () => {
  it.each([
    ['2024-06-03 08:00', 'nå'],
    ['2024-06-03 07:40', 'for 20 min siden'],
    ['2024-06-03 05:10', 'for 2 t siden'],
    ['2024-06-02 23:30', 'i går 23:30'],
    ['2024-06-02 15:40', 'i går 15:40'],
    ['2024-06-01 15:40', '1. juni'],
    ['2023-06-01 15:40', '1. juni 2023'],
    ['2024-06-04 15:40', '4. juni'],
  ])('from %s is «%s»', (then, said) => {
    expect(alder(oslo(then), NOW)).toBe(said);
  });
});

describe('lists and numbers', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a og b'],
    [['a', 'b', 'c'], 'a, b og c'],
  ])('%j is «%s»', (words, said) => {
    expect(oppramsing(words)).toBe(said);
  });

  it.each([
    [['a', 'b', 'c'], 'a, b og c'],
    [['a', 'b', 'c', 'd'], 'a, b, c og 1 til'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c og 2 til'],
  ])('%j in at most three is «%s»', (words, said) => {
    expect(oppramsingInntil(3, words)).toBe(said);
  });

  it('counts one and many', () => {
    expect([antall(0, 'dag', 'dager'), antall(1, 'dag', 'dager'), antall(2, 'dag', 'dager')]).toEqual([
      '0 dager',
      '1 dag',
      '2 dager',
    ]);
    expect(antall(2014, 'ledig', 'ledige')).toBe('2\u00a0014 ledige');
  });
});
