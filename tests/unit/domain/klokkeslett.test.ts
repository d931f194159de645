import { describe, expect, it } from 'vitest';
import type { CellValue } from '#src/domain/cell-value.ts';
import { parseKlokkeslett } from '#src/domain/klokkeslett.ts';

describe('a time of day', () => {
  it.each<[CellValue, number]>([
    ['08:00', 480],
    ['8', 480],
    [8, 480],
    ['8.00', 480],
    ['8:05', 485],
    ['0830', 510],
    ['kl. 08:30', 510],
    ['Kl 8', 480],
    ['klokken 14.15', 855],
    ['klokka 9', 540],
    ['08:00:00', 480],
    ['08.00.00', 480],
    [8 / 24, 480],
    [0.3333, 480],
    [{ serial: 0.354166667 }, 510],
    ['00:00', 0],
    ['23:59', 1439],
  ])('%j is minute %i', (cell, minutes) => {
    expect(parseKlokkeslett(cell)).toBe(minutes);
  });

  it.each<[CellValue]>([
    [null],
    [''],
    ['morgen'],
    ['24:00'],
    ['08:60'],
    ['8,5'],
    [8.5],
    ['830'],
    ['08:00–09:00'],
    ['-8'],
    [0.99999],
    [{ serial: 45446.3333 }],
    [{ serial: 45446 }],
    [true],
    [{ error: '#REF!' }],
  ])('%j is none', (cell) => {
    expect(parseKlokkeslett(cell)).toBeNull();
  });
});
