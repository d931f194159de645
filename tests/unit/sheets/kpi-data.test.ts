import { describe, expect, it } from 'vitest';
import { formOf } from '#src/sheets/kpi-columns.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { definitionsOf, kpiDataTab, rowsOf } from '../../support/kpi.ts';

const DAYS = formOf('ukp-dogn');

function read(text: string, kpi = '1 | UKP-døgn | UKP-døgn | | døgn | 1767 | ≤ | år') {
  return kpiDataTab(rowsOf(text), definitionsOf(kpi));
}

describe('a row of the tab KPI-data', () => {
  it('is read by its headings, whatever they are called', () => {
    const { value, faults } = read(`Mnd | Kommunenavn | Institusjon | Antall UKP-døgn
      mai 2024 | Malvik kommune | | 1 767`);

    expect(faults).toEqual([]);
    expect(value).toMatchObject([{ month: '2024-05', kommune: 'Malvik', enhet: '', cell: 'KPI-data!A2' }]);
    expect(value[0]?.counts.get(DAYS)).toBe(1767);
  });

  it.each<[Cell, number | null]>([
    ['12', 12],
    [12, 12],
    ['0', 0],
    [0, 0],
    ['1 767', 1767],
    ['1.767', 1767],
    [null, null],
    ['', null],
    ['  ', null],
  ])('with the count %j has %j', (cell, count) => {
    const { value, faults } = kpiDataTab([
      ['Måned', 'Kommune', 'UKP-opphold', 'UKP-døgn'],
      ['2024-05', 'Malvik', '40', cell],
    ]);

    expect(faults).toEqual([]);
    expect(value[0]?.counts.get(DAYS)).toBe(count);
  });

  it.each<[Cell, string]>([
    ['fullt', '«fullt» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    [{ error: '#REF!' }, '«#REF!» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    ['#REF!', '«#REF!» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    ['<5', '«<5» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    ['-', '«-» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    ['100 %', '«100 %» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    [true, '«SANN» er ikke et tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
    [-3, 'UKP-døgn kan ikke være negativt (-3). Skriv antallet, eller la cellen stå tom.'],
    ['1,5', '«1,5» er ikke et helt tall. Skriv antall UKP-døgn, eller la cellen stå tom.'],
  ])('with the count %j has a fault, and keeps its other counts', (cell, message) => {
    const { value, faults } = kpiDataTab([
      ['Måned', 'Kommune', 'UKP-opphold', 'UKP-døgn'],
      ['2024-05', 'Malvik', '40', cell],
    ]);

    expect(faults).toMatchObject([{ sheet: 'KPI-data', cell: 'D2', message }]);
    expect(value[0]?.counts.get(DAYS)).toBeNull();
    expect(value[0]?.counts.get(formOf('ukp-opphold'))).toBe(40);
  });

  it('is nothing at all before somebody has typed a count', () => {
    const { value, faults, rows, skipped } = read(`Måned | Kommune | UKP-døgn | Merknad
      2024-05 | Malvik | | kommer
      2024-05 | Malvik | 3 |
      | | |`);

    expect(faults).toEqual([]);
    expect({ rows, skipped, counted: value.length }).toEqual({ rows: 1, skipped: 0, counted: 1 });
  });

  it('is skipped when it is the template’s example or a sum', () => {
    const { value, skipped, faults } = read(`Måned | Kommune | UKP-døgn
      2024-05 | Eksempel: Lillevik | 12
      2024-05 | Malvik | 3
      2024-05 | Totalt | 3
      | Sum: | 3`);

    expect(faults).toEqual([]);
    expect({ skipped, counted: value.length }).toEqual({ skipped: 3, counted: 1 });
  });
});

describe('faults in the tab KPI-data', () => {
  it.each([
    ['kvartal 2 | Malvik | 3', 'A2', '«kvartal 2» er ikke en måned. Skriv for eksempel 2024-05 eller mai 2024.'],
    ['| Malvik | 3', 'A2', 'Raden mangler måned, så tallene er ikke regnet med.'],
    ['2024-05 | | 3', 'B2', 'Raden mangler kommune, så tallene er ikke regnet med.'],
  ])('a row «%s» is not counted', (row, cell, message) => {
    const { value, faults } = read(`Måned | Kommune | UKP-døgn\n${row}`);

    expect(value).toEqual([]);
    expect(faults).toMatchObject([{ cell, message: expect.stringContaining(message) }]);
  });

  it('name the kommune that was probably meant, once, and count its figures', () => {
    const { value, faults } = read(`Måned | Kommune | UKP-døgn
      2024-04 | Malvk | 3
      2024-05 | Malvk | 4`);

    expect(value).toHaveLength(2);
    expect(faults).toMatchObject([
      { cell: 'B2', found: 'Malvk', message: expect.stringContaining('Mente du Malvik?') },
    ]);
  });

  it('name the row that stands twice, and count the first', () => {
    const { value, faults } = read(`Måned | Kommune | Enhet | UKP-døgn
      2024-05 | Trondheim | | 30
      2024-05 | Trondheim | Øya helsehus | 12
      mai 2024 | trondheim kommune | | 31`);

    expect(value.map(({ counts }) => counts.get(DAYS))).toEqual([30, 12]);
    expect(faults).toMatchObject([
      {
        cell: 'A4',
        message:
          'Trondheim står to ganger for 2024-05, også i A2. Bare den øverste raden er regnet med. Slett en av dem.',
      },
    ]);
  });

  const COUNTS =
    'Måned | Kommune | UKP-opphold | UKP-opphold uten liggedøgn | UKP-døgn | UKP rett hjem | Utskrivninger | Re-innleggelser 30 d';

  it.each([
    ['40 | 41 | | | |', 'D2', 'UKP-opphold uten liggedøgn kan ikke være flere enn UKP-opphold.'],
    ['40 | | | 41 | |', 'F2', 'UKP rett hjem kan ikke være flere enn UKP-opphold.'],
    ['| | | | 100 | 101', 'H2', 'Re-innleggelser 30 d kan ikke være flere enn Utskrivninger.'],
    ['40 | 30 | 9 | | |', 'E2', 'UKP-døgn er færre enn oppholdene med minst ett døgn.'],
    ['40 | 40 | 1 | | |', 'E2', 'Alle oppholdene er uten liggedøgn, men UKP-døgn er ikke 0.'],
  ])('ask about counts that contradict each other: %s', (counts, cell, message) => {
    const { value, faults } = read(`${COUNTS}\n2024-05 | Malvik | ${counts}`);

    expect(value).toHaveLength(1);
    expect(faults).toMatchObject([{ cell, message: expect.stringContaining(message) }]);
    expect(faults[0]?.message).toContain('er holdt utenfor');
  });

  it.each([
    ['12 | 999 | 5 | 4 | 100 | 16', [null, null, 5, 4, 100, 16]],
    ['40 | 30 | 9 | 4 | 100 | 16', [null, null, null, 4, 100, 16]],
    ['40 | 30 | 10 | 4 | 100 | 101', [40, 30, 10, 4, null, null]],
  ])('leave out the counts that contradict each other, and keep the others: %s', (counts, left) => {
    const { value } = read(`${COUNTS}\n2024-05 | Malvik | ${counts}`);

    expect([...(value[0]?.counts.values() ?? [])]).toEqual(left);
  });

  it.each([['40 | 30 | 10 | 40 | 100 | 100'], ['40 | 40 | 0 | 0 | 0 | 0'], ['40 | | 1 | | |']])(
    'do not ask about counts that may be true: %s',
    (counts) => {
      expect(read(`${COUNTS}\n2024-05 | Malvik | ${counts}`).faults).toEqual([]);
    },
  );
});

describe('the two KPI tabs together', () => {
  const data = 'Måned | Kommune | Enhet | UKP-døgn | Spart tid (timer)\n2024-05 | Trondheim | Øya helsehus | 3 | 7';

  it('a formula may name a column that only this workbook has', () => {
    const { value, faults } = read(data, '7 | Spart | Spart tid (timer) | | timer');

    expect(faults).toEqual([]);
    expect([...(value[0]?.counts.values() ?? [])]).toEqual([3, 7]);
  });

  it.each([
    ['7 | Feil | UKP-døger | | døgn', 'C2', 'KPI-data har ingen kolonne «UKP-døger». Mente du «UKP-døgn»?'],
    [
      '7 | Feil | UKP-døgn | Senger | døgn',
      'D2',
      'KPI-data har ingen kolonne «Senger». Legg den til der, eller rett formelen.',
    ],
    [
      '7 | Feil | UKP-døgn | | døgn | | | | | | Enhet = Øya helshus',
      'K2',
      'Ingen rader i KPI-data har enhet «Øya helshus». Mente du «Øya helsehus»?',
    ],
  ])('a definition that asks for what is not there is a fault in its own tab: %s', (kpi, cell, message) => {
    expect(read(data, kpi).faults).toMatchObject([{ sheet: 'KPI', cell, message }]);
  });
});
