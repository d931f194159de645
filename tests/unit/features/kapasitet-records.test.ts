import { describe, expect, it } from 'vitest';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { kapasitetRecords } from '#src/features/kapasitet-records.ts';
import { aModel, aRow, NOW, oslo } from '../../support/kapasitet.ts';

const records = (...rows: readonly Partial<KapasitetRow>[]) =>
  kapasitetRecords(aModel({ kapasitet: rows.map((row) => aRow(row)) }), NOW);

const old = oslo('2024-05-01 08:00');

describe('what is remembered of the places', () => {
  it('is a kommune’s places of one kategori, and nothing of who answers for them', () => {
    expect(records({ kategori: 'rehabilitering', kontakt: 'tlf. 00 00 00 00', forbehold: 'ikke delir' })).toEqual([
      { kommune: 'Lillevik', kategori: 'rehabilitering', plasser: 10, ledig: 1, confirmed: true },
    ]);
  });

  it.each<[string, readonly Partial<KapasitetRow>[], readonly object[]]>([
    ['adds up its enheter', [{ enhet: 'A' }, { enhet: 'B', belagt: 7 }], [{ plasser: 20, ledig: 4 }]],
    ['lets overbelegg in one take nothing from another', [{ enhet: 'A', belagt: 12 }, { enhet: 'B' }], [{ ledig: 1 }]],
    ['keeps overbelegg', [{ belagt: 12 }], [{ ledig: -2 }]],
    ['keeps each kategori apart', [{ kategori: 'øhd' }, {}], [{ kategori: 'øhd' }, { kategori: '' }]],
    ['repeats no word that is none of ours', [{ kategoriText: 'Karis plasser' }], [{ kategori: 'annet' }]],
    ['counts a row once', [{}, { duplicate: true }], [{ plasser: 10, ledig: 1 }]],
    [
      'knows what nobody reported',
      [{ plasser: null, belagt: null }],
      [{ plasser: null, ledig: null, confirmed: false }],
    ],
    ['knows what nobody confirmed', [{ oppdatert: old }], [{ ledig: 1, confirmed: false }]],
    ['is confirmed when all of it is', [{ enhet: 'A' }, { enhet: 'B', oppdatert: old }], [{ confirmed: false }]],
  ])('%s', (_, rows, expected) => {
    expect(records(...rows)).toMatchObject(expected);
  });

  it('is nothing without a sheet of places', () => {
    expect(kapasitetRecords(aModel({ kapasitet: null }), NOW)).toEqual([]);
  });
});
