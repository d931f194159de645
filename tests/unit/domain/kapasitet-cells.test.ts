import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoMoment } from '#src/domain/day.ts';
import { KATEGORIER } from '#src/domain/kapasitet.ts';
import { parseKategori } from '#src/domain/kapasitet-kategori.ts';
import { parseOppdatert } from '#src/domain/kapasitet-stamp.ts';
import { parseTarImot } from '#src/domain/kapasitet-tar-imot.ts';
import { anyCell } from '../../support/cell.ts';

describe('Oppdatert', () => {
  it.each([
    ['03.06.2024 07:12', '2024-06-03T07:12'],
    ['3.6.2024 kl. 07.12', '2024-06-03T07:12'],
    ['3.6.24 7:12', '2024-06-03T07:12'],
    ['2024-06-03 07:12', '2024-06-03T07:12'],
    ['2024-06-03T05:12:00Z', '2024-06-03T07:12'],
    ['2024-06-03T07:12+02:00', '2024-06-03T07:12'],
    ['3. juni 2024 07:12', '2024-06-03T07:12'],
    ['3. juni 2024 kl 0712', '2024-06-03T07:12'],
    ['mandag 3. juni 2024 kl. 7', '2024-06-03T07:00'],
    ['03.06.2024, 07:12:44', '2024-06-03T07:12'],
    ['03.06.2024\u00a007:12', '2024-06-03T07:12'],
    ['15.01.2024 07:12', '2024-01-15T07:12'],
    ['03.06.2024', '2024-06-03T00:00'],
    ['3. juni 2024', '2024-06-03T00:00'],
    ['45446,3', '2024-06-03T07:12'],
    [45446.3, '2024-06-03T07:12'],
    [{ serial: 45446.3 }, '2024-06-03T07:12'],
    [{ serial: 45446 }, '2024-06-03T00:00'],
  ])('%j is %s', (cell, expected) => {
    const stamp = parseOppdatert(cell);

    expect(typeof stamp === 'string' ? stamp : isoMoment(stamp)).toBe(expected);
  });

  it.each([
    'i går',
    '03.06 07:12',
    '07:12',
    '31.02.2024 07:12',
    '03.06.2024 25:12',
    '03.06.2024 07:61',
    'tirsdag 3. juni 2024 07:12',
    'før 1.5.24',
    'juni 2024',
    'ca. 3.6.2024',
    0.3,
    7,
    true,
    { error: '#REF!' },
  ])('%j is for a person to mend', (cell) => {
    expect(parseOppdatert(cell)).toBe('unreadable');
  });

  it.each([null, '', ' \u00a0 '])('%j is blank', (cell) => {
    expect(parseOppdatert(cell)).toBe('blank');
  });

  it('reads any cell without failing', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        const stamp = parseOppdatert(cell);
        expect(stamp === 'blank' || stamp === 'unreadable' || Number.isFinite(stamp.ms)).toBe(true);
      }),
    );
  });
});

describe('Kategori', () => {
  it.each([
    ['rehab', 'rehabilitering'],
    ['Rehabiliteringsplasser', 'rehabilitering'],
    ['KORTTID', 'korttid utredning/behandling'],
    ['Korttidsopphold', 'korttid utredning/behandling'],
    ['utredning/behandling', 'korttid utredning/behandling'],
    ['korttid (2. etasje)', 'korttid utredning/behandling'],
    ['palliativ enhet', 'lindrende'],
    ['Lindrende plass', 'lindrende'],
    ['ø-hjelp', 'øhd'],
    ['Øyeblikkelig hjelp (ØHD)', 'øhd'],
    ['KAD-plasser', 'øhd'],
    ['ohd', 'øhd'],
    ['demens/skjermet', 'skjermet'],
    ['skjermede plasser', 'skjermet'],
    ['isolat', 'smitte'],
    ['avlastningsopphold', 'avlastning'],
    ['Overgangsplass', 'overgangsplass'],
  ])('«%s» is %s', (text, kategori) => {
    expect(parseKategori(text)).toBe(kategori);
  });

  it.each(KATEGORIER)('«%s» is itself', (kategori) => {
    expect(parseKategori(kategori)).toBe(kategori);
  });

  it.each(['', 'plass', 'langtid', 'korttid/rehab', 'rehab og avlastning', 'fullt'])('«%s» is none of ours', (text) => {
    expect(parseKategori(text)).toBeNull();
  });
});

describe('Tar imot fra andre', () => {
  it.each([
    ['Ja', 'ja'],
    ['x', 'ja'],
    ['✓', 'ja'],
    [true, 'ja'],
    ['nei', 'nei'],
    [false, 'nei'],
    ['Etter avtale', 'avtale'],
    ['ja, etter avtale', 'avtale'],
  ])('%j is %s', (cell, value) => {
    expect(parseTarImot(cell)).toEqual({ value, understood: true });
  });

  it.each([null, '', '–'])('%j says nothing', (cell) => {
    expect(parseTarImot(cell)).toEqual({ value: null, understood: true });
  });

  it.each(['kanskje', 'ja/nei/avtale', 1])('%j is not understood', (cell) => {
    expect(parseTarImot(cell)).toEqual({ value: null, understood: false });
  });
});
