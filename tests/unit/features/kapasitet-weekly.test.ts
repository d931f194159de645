import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { kapasitetWeeklyLine } from '#src/features/kapasitet/weekly.ts';
import { aRow, NOW, oslo } from '../../support/kapasitet.ts';
import { EMPTY, FIVE, OLD } from '../../support/kapasitet-answer.ts';

describe('the weekly line', () => {
  const line = (rows: readonly KapasitetRow[]) =>
    kapasitetWeeklyLine(judgeKapasitet(rows, NOW, DEFAULT_INNSTILLINGER), NOW);

  it.each([
    ['all kinds', FIVE, '7 ledige i 2 av 5 kommuner · bekreftet av 3 av 5'],
    [
      'øhd',
      [...FIVE, aRow({ kommune: 'Malvik', kategori: 'øhd', belagt: 8 })],
      '7 ledige i 2 av 6 kommuner · bekreftet av 4 av 6 · ØHD 2 ledige',
    ],
    [
      'places for later',
      [aRow({ belagt: 7, ledigFra: oslo('2024-06-10').day }), aRow({ kommune: 'Storvik' })],
      '4 ledige i 2 av 2 kommuner, herav 3 først fra 10. juni · bekreftet av 2 av 2',
    ],
    [
      'places not for others',
      [aRow({ belagt: 7, tarImot: 'nei' }), aRow({ kommune: 'Storvik' })],
      '4 ledige i 2 av 2 kommuner · 3 av dem ikke for andre kommuner · bekreftet av 2 av 2',
    ],
    [
      'nothing confirmed',
      [aRow({ oppdatert: OLD }), aRow({ kommune: 'Storvik', oppdatert: oslo('2023-12-24 10:00') })],
      'ikke bekreftet av noen av 2 kommuner siste døgn (nyeste tall er fra 16. mai)',
    ],
    [
      'no stamp that can be true',
      [aRow({ oppdatert: null }), aRow({ kommune: 'Storvik', oppdatert: oslo('2024-12-24 10:00') })],
      'ikke bekreftet av noen av 2 kommuner siste døgn',
    ],
    [
      'only øhd confirmed',
      [aRow({ oppdatert: OLD }), aRow({ kategori: 'øhd' })],
      'ikke bekreftet siste døgn (nyeste tall er fra 3. juni) · ØHD 1 ledig',
    ],
    ['no rows', [], EMPTY],
  ])('with %s', (_, rows, expected) => {
    expect(line(rows)).toBe(expected);
  });
});
