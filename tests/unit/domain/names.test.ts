import { describe, expect, it } from 'vitest';
import { KNOWN_KOMMUNER } from '#src/domain/kommuner.ts';
import { nearest, sameName } from '#src/domain/names.ts';

describe('sameName', () => {
  it.each([
    ['St. Olavs hospital', 'st olavs  HOSPITAL'],
    ['Øya-helsehus', 'øya helsehus'],
    ['A\u030afjord', 'Åfjord'],
    ['Kompetansegruppen', '«Kompetansegruppen».'],
  ])('«%s» is «%s»', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it.each([
    ['Hol', 'Hole'],
    ['Ørland', 'Orland'],
    ['Trondheim', 'Trondheim kommune'],
    ['', ''],
    ['—', '-'],
  ])('«%s» is not «%s»', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });
});

describe('nearest', () => {
  it.each([
    ['Malvk', 'Malvik'],
    ['MALVIK', 'Malvik'],
    ['Mavlik', 'Malvik'],
    ['Trondhjem', 'Trondheim'],
    ['orland', 'Ørland'],
    ['oerland', 'Ørland'],
    ['aafjord', 'Åfjord'],
    ['Afjord', 'Åfjord'],
    ['Froya', 'Frøya'],
    ['Al', 'Ål'],
    ['Hole', 'Hole'],
    ['nore & uvdal', 'Nore og Uvdal'],
  ])('takes «%s» for %s', (word, kommune) => {
    expect(nearest(word, KNOWN_KOMMUNER)).toBe(kommune);
  });

  it.each(['', ' ', '—', 'x', 'rehabilitering', 'Malvik'.repeat(20_000)])('is near nothing: «%.20s»', (word) => {
    expect(nearest(word, KNOWN_KOMMUNER)).toBeNull();
  });

  it('chooses the first of equally near ones, and nothing from an empty list', () => {
    expect(nearest('Hoe', ['Hol', 'Hoa'])).toBe('Hol');
    expect(nearest('Malvik', [])).toBeNull();
  });
});
