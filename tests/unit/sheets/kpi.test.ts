import { describe, expect, it } from 'vitest';
import type { Cell } from '#src/workbook/workbook.ts';
import { kpiTab, rowsOf } from '../../support/kpi.ts';

const ROW: Readonly<Record<string, Cell>> = {
  Nr: '3',
  Navn: 'Snitt liggetid',
  Teller: 'UKP-døgn',
  Nevner: 'UKP-opphold',
  Enhet: 'døgn',
  Mål: '2',
  Retning: '≤',
  Periode: 'år',
  'Gyldig fra': null,
  'Gyldig til': null,
  Filter: null,
};

/** Reads one row that is right in all but the cells named. */
function read(cells: Readonly<Record<string, Cell>>) {
  const row = { ...ROW, ...cells };
  const { value, faults, skipped } = kpiTab([Object.values(row)], Object.keys(row));
  return { definition: value[0], faults, skipped };
}

describe('a row of the tab KPI', () => {
  it('is read whole', () => {
    const { definition, faults } = read({
      'Gyldig til': '31.12.2025',
      Filter: 'Enhet = Øya helsehus',
      Kilde: 'Planen',
    });

    expect(faults).toEqual([]);
    expect(definition).toMatchObject({
      nr: '3',
      name: 'Snitt liggetid',
      unit: 'døgn',
      target: 2,
      direction: 'at-most',
      period: 'year',
      validFrom: null,
      validTo: '2025-12-31',
      filter: { column: 'enhet', value: 'Øya helsehus' },
      source: 'Planen',
      unreadable: false,
      cell: 'KPI!A2',
    });
  });

  it.each<[Cell, string]>([
    ['3', '3'],
    [3, '3'],
    ['KPI 3', '3'],
    ['3.', '3'],
    ['6b', '6b'],
  ])('with nr %j is KPI %s', (cell, nr) => {
    expect(read({ Nr: cell }).definition?.nr).toBe(nr);
  });

  it.each([
    ['UKP-opphold', ['+UKP-opphold']],
    ['UKP-opphold − UKP-opphold uten liggedøgn', ['+UKP-opphold', '-UKP-opphold uten liggedøgn']],
    ['UKP-opphold - UKP-opphold uten liggedøgn', ['+UKP-opphold', '-UKP-opphold uten liggedøgn']],
    ['A – B + C-d', ['+A', '-B', '+C-d']],
    ['UKP-opphold-UKP-døgn', ['+UKP-opphold-UKP-døgn']],
  ])('adds and subtracts the columns of «%s»', (formula, terms) => {
    const sum = read({ Teller: formula }).definition?.numerator ?? [];

    expect(sum.map(({ sign, title }) => `${sign === 1 ? '+' : '-'}${title}`)).toEqual(terms);
  });

  it('knows a column by every name it goes by', () => {
    const forms = [
      'Re-innleggelser 30 d',
      'reinnleggelser',
      'RE-INNLEGGELSER (antall)',
      'Re-innleggelser innen 30 dager',
    ].map((formula) => read({ Teller: formula }).definition?.numerator[0]?.column);

    expect(new Set(forms).size).toBe(1);
  });

  it.each([[null], ['—'], ['-']])('is a plain count when Nevner is %j', (nevner) => {
    expect(read({ Nevner: nevner }).definition).toMatchObject({ denominator: null, unreadable: false });
  });

  it.each<[string, Cell, number]>([
    ['%', '90 %', 0.9],
    ['%', '0,9', 0.9],
    ['%', '90', 0.9],
    ['%', 90, 0.9],
    ['%', 0.9, 0.9],
    ['Andel', '16 %', 0.16],
    ['', '90 %', 0.9],
    ['døgn', '1 767', 1767],
    ['døgn', '1.767', 1767],
    ['døgn', 2, 2],
    ['døgn', '0', 0],
  ])('measured in «%s» with the target %j aims at %d', (unit, cell, target) => {
    expect(read({ Enhet: unit, Mål: cell })).toMatchObject({ definition: { target }, faults: [] });
  });

  it.each([
    ['≤', 'at-most'],
    ['<=', 'at-most'],
    ['Høyst', 'at-most'],
    ['maks.', 'at-most'],
    ['≥', 'at-least'],
    ['>=', 'at-least'],
    ['minst', 'at-least'],
    ['Minimum', 'at-least'],
    ['holdes', 'hold'],
    ['Uendret', 'hold'],
    ['holdes uendret', 'hold'],
  ])('with the direction «%s» is %s', (cell, direction) => {
    expect(read({ Retning: cell })).toMatchObject({ definition: { direction }, faults: [] });
  });

  it.each([
    ['år', 'year'],
    ['per år', 'year'],
    [null, 'year'],
    ['Måned', 'month'],
    ['pr. måned', 'month'],
    ['månedlig', 'month'],
  ])('with the period %j is by the %s', (cell, period) => {
    expect(read({ Periode: cell })).toMatchObject({ definition: { period }, faults: [] });
  });

  it.each<[Cell, string]>([
    [{ serial: 46022 }, '2025-12-31'],
    ['31. desember 2025', '2025-12-31'],
    ['2025', '2025-12-31'],
  ])('valid to %j counts on its last day', (cell, day) => {
    expect(read({ 'Gyldig til': cell })).toMatchObject({ definition: { validTo: day }, faults: [] });
  });

  it('of the template is skipped', () => {
    expect(read({ Navn: 'Eksempel: UKP-døgn per år' })).toMatchObject({
      definition: undefined,
      skipped: 1,
      faults: [],
    });
  });
});

describe('what cannot be read in the tab KPI', () => {
  it.each<[string, Cell, string, string]>([
    ['Nr', null, 'A2', 'KPI-en mangler nummer. Skriv for eksempel 3, så andre kan spørre etter den.'],
    [
      'Nr',
      { serial: 45413 },
      'A2',
      '«1.5.2024» er ikke et nummer. Skriv for eksempel 3, så andre kan spørre etter den.',
    ],
    ['Teller', null, 'C2', 'KPI-en mangler teller.'],
    ['Teller', 'UKP-døgn + + UKP-opphold', 'C2', 'Jeg forstår ikke «UKP-døgn + + UKP-opphold».'],
    ['Teller', { error: '#REF!' }, 'C2', 'Jeg forstår ikke «#REF!».'],
    ['Nevner', 'UKP-opphold −', 'D2', 'Jeg forstår ikke «UKP-opphold −».'],
    ['Mål', 'lavest mulig', 'F2', '«lavest mulig» er ikke et tall.'],
    ['Mål', '≤ 2', 'F2', '«≤ 2» er ikke et tall.'],
    ['Mål', '-2', 'F2', '«-2» kan ikke være et mål.'],
    ['Retning', 'oppover kanskje', 'G2', 'Jeg forstår ikke retningen «oppover kanskje».'],
    ['Retning', null, 'G2', 'Målet mangler retning. Skriv ≤ (høyst), ≥ (minst) eller «holdes».'],
    ['Periode', 'kvartal', 'H2', 'Jeg forstår ikke perioden «kvartal».'],
    ['Gyldig til', '31.2.2025', 'J2', '«31.2.2025» er ikke en dato.'],
    ['Filter', 'bare Øya', 'K2', 'Jeg forstår ikke filteret «bare Øya».'],
    ['Filter', 'Alder = 67', 'K2', 'Jeg forstår ikke filteret «Alder = 67».'],
  ])('%s %j is a fault in %s', (heading, cell, address, message) => {
    const { faults } = read({ [heading]: cell });

    expect(faults).toEqual([
      expect.objectContaining({ sheet: 'KPI', cell: address, message: expect.stringContaining(message) }),
    ]);
  });

  it.each([
    ['Teller', null],
    ['Nevner', 'UKP-opphold −'],
    ['Filter', 'bare Øya'],
  ])('%s %j leaves the KPI in the list, but not to be computed', (heading, cell) => {
    expect(read({ [heading]: cell }).definition).toMatchObject({ nr: '3', unreadable: true });
  });

  it('says so when a target ends before it begins', () => {
    const { faults } = read({ 'Gyldig fra': '1.1.2025', 'Gyldig til': '31.12.2024' });

    expect(faults).toMatchObject([
      { cell: 'J2', message: 'Målet slutter å gjelde før det begynner. Rett en av datoene.' },
    ]);
  });

  it('says so when two rows with one nr are valid at the same time', () => {
    const row = '3 | Snitt | UKP-døgn | UKP-opphold | døgn | 2 | ≤ | år |';
    const overlapping = kpiTab(rowsOf(`${row} 2024-01-01 | 2024-12-31\n${row} 2024-12-31 |`));
    const following = kpiTab(rowsOf(`${row} 2024-01-01 | 2024-12-31\n${row} 2025-01-01 |`));

    expect(overlapping.faults).toMatchObject([
      { cell: 'A3', found: '3', message: expect.stringContaining('også i A2') },
    ]);
    expect(following.faults).toEqual([]);
    expect(following.value).toHaveLength(2);
  });
});
