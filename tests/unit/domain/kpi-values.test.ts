import { describe, expect, it } from 'vitest';
import { compute, computeOne } from '../../support/kpi.ts';

const MEAN_STAY = '3 | Snitt liggetid | UKP-døgn | UKP-opphold − UKP-opphold uten liggedøgn | døgn | 2 | ≤ | år';
const DAYS = '1 | UKP-døgn | UKP-døgn | | døgn | 1767 | ≤ | år';
const SHARE = '2 | Andel 0 døgn | UKP-opphold uten liggedøgn | UKP-opphold | % | 90 % | ≥ | år';
const HEADINGS = 'Måned | Kommune | UKP-opphold | UKP-opphold uten liggedøgn | UKP-døgn';

describe('the value of a KPI', () => {
  it('is sum over sum, not the mean of monthly means', () => {
    const result = computeOne({
      kpi: MEAN_STAY,
      data: `${HEADINGS}
        2024-04 | Malvik | 110 | 10 | 100
        2024-05 | Malvik | 30 | 20 | 100`,
    });

    expect(result.months.map(({ value }) => value)).toEqual([1, 10]);
    expect(result).toMatchObject({ value: 200 / 110, numerator: 200, denominator: 110, period: '2024' });
  });

  it('is the year to date of the newest month with figures', () => {
    const result = computeOne({
      kpi: DAYS,
      data: `${HEADINGS}
        2023-12 | Malvik | | | 900
        2024-01 | Malvik | | | 12
        2024-02 | Malvik | | | 30`,
    });

    expect(result).toMatchObject({ value: 42, period: '2024', numerator: 42, denominator: null, lastMonth: '2024-02' });
  });

  it('is the newest month when the KPI is by the month', () => {
    const result = computeOne({
      kpi: DAYS.replace('| år', '| måned'),
      data: `${HEADINGS}
        2024-01 | Malvik | | | 12
        2024-02 | Malvik | | | 30`,
    });

    expect(result).toMatchObject({ value: 30, period: '2024-02' });
  });

  it('leaves out months that have not begun, but counts the one that runs', () => {
    const result = computeOne({
      kpi: DAYS,
      data: `${HEADINGS}
        2024-06 | Malvik | | | 3
        2024-07 | Malvik | | | 1000`,
    });

    expect(result).toMatchObject({ value: 3, lastMonth: '2024-06' });
  });

  it('takes a nought for a figure and a blank for a missing one', () => {
    const zero = computeOne({ kpi: DAYS, data: `${HEADINGS}\n2024-05 | Malvik | | | 0` });
    const blank = computeOne({ kpi: DAYS, data: `${HEADINGS}\n2024-05 | Malvik | 40 | 30 |` });

    expect(zero).toMatchObject({ value: 0, notReported: [] });
    expect(blank).toMatchObject({ value: null, months: [], notReported: ['Malvik'] });
  });

  it('leaves out a row that has only half of a share', () => {
    const result = computeOne({
      kpi: SHARE,
      data: `${HEADINGS}
        2024-05 | Malvik | 100 | 80 | 20
        2024-05 | Melhus | 900 | | 20`,
    });

    expect(result).toMatchObject({ numerator: 80, denominator: 100, value: 0.8, notReported: ['Melhus'] });
  });

  it('is unknown when there is nothing to divide by', () => {
    expect(computeOne({ kpi: SHARE, data: `${HEADINGS}\n2024-05 | Malvik | 0 | 0 | 0` })).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
      meetsTarget: null,
      notReported: [],
    });
  });

  it('counts only the rows that pass the filter', () => {
    const result = computeOne({
      kpi: '6 | Liggetid Øya | Korttidsdøgn | Korttidsopphold | døgn | 20 | ≤ | år | | | Enhet = Øya helsehus',
      data: `Måned | Kommune | Enhet | Korttidsopphold | Korttidsdøgn
        2024-05 | Trondheim | | 200 | 9000
        2024-05 | Trondheim | øya  Helsehus | 50 | 1000`,
    });

    expect(result).toMatchObject({ value: 20, meetsTarget: true });
  });

  it('adds and subtracts columns that only this workbook has', () => {
    const result = computeOne({
      kpi: '7 | Vunnet | Spart tid + Ventetid – Møter | | timer | | | måned',
      data: `Måned | Kommune | Spart tid | Ventetid | Møter
        2024-05 | Malvik | 10 | 5 | 2`,
    });

    expect(result.value).toBe(13);
  });

  it('names a month that nobody reported between two that somebody did', () => {
    const { months } = computeOne({
      kpi: DAYS,
      data: `${HEADINGS}
        2023-12 | Malvik | | | 7
        2024-02 | Malvik | | | 8`,
    });

    expect(months.map(({ month, value }) => [month, value])).toEqual([
      ['2023-12', 7],
      ['2024-01', null],
      ['2024-02', 8],
    ]);
  });

  it.each([
    ['2024-06-03', true],
    ['2024-06-30', true],
    ['2024-07-01', false],
  ])('of May is preliminary on %s: %s', (now, preliminary) => {
    const { months } = computeOne({
      kpi: DAYS,
      data: `${HEADINGS}\n2024-04 | Malvik | | | 7\n2024-05 | Malvik | | | 7`,
      now,
    });

    expect(months.map((month) => month.preliminary)).toEqual([false, preliminary]);
  });
});

describe('who has not reported', () => {
  const data = `${HEADINGS}
    2024-04 | Åfjord | | | 1
    2024-04 | Frøya | | | 2
    2024-05 | Malvik | | | 3`;

  it('is everyone who ever has, when nobody has listed the kommuner', () => {
    expect(computeOne({ kpi: DAYS, data }).notReported).toEqual(['Frøya', 'Åfjord']);
  });

  it('is those of the list, in alphabetical order, however they are spelt', () => {
    const kommuner = ['MALVIK', 'Åfjord', 'Ørland', 'Osen', 'Frøya'];

    expect(computeOne({ kpi: DAYS, data, kommuner }).notReported).toEqual(['Frøya', 'Osen', 'Ørland', 'Åfjord']);
  });

  it('concerns only those with such a place, and the newest month that anyone has reported', () => {
    const [stay, days] = compute({
      kpi: `6 | Øya | Korttidsdøgn | Korttidsopphold | døgn | 20 | ≤ | år | | | Enhet = Øya helsehus\n${DAYS}`,
      data: `Måned | Kommune | Enhet | UKP-døgn | Korttidsopphold | Korttidsdøgn
        2024-01 | Trondheim | Øya helsehus | | 50 | 900
        2024-05 | Trondheim | | 60 | 200 | 4000
        2024-05 | Malvik | | 6 | 20 | 400`,
      kommuner: ['Trondheim', 'Malvik', 'Melhus'],
    });

    expect(stay).toMatchObject({ lastMonth: '2024-01', dueMonth: '2024-05', notReported: ['Trondheim'], value: 18 });
    expect(days).toMatchObject({ lastMonth: '2024-05', notReported: ['Melhus'] });
  });

  it('never lets old figures stand as a target that is met', () => {
    const [stay] = compute({
      kpi: `${MEAN_STAY}\n${DAYS}`,
      data: `${HEADINGS}
        2024-01 | Malvik | 40 | 20 | 20
        2024-05 | Malvik | | | 20`,
    });

    expect(stay).toMatchObject({ value: 1, meetsTarget: null });
  });
});

describe('what cannot be true, or cannot be computed', () => {
  it('counts a kommune whose figures contradict each other as not reported', () => {
    const result = computeOne({
      kpi: SHARE,
      data: `${HEADINGS}
        2024-05 | Malvik | 100 | 80 | 20
        2024-05 | Melhus | 12 | 999 | 20`,
    });

    expect(result).toMatchObject({ numerator: 80, denominator: 100, meetsTarget: false, notReported: ['Melhus'] });
  });

  it.each([
    ['7 | Svart | Svar | Spurte | % | 90 % | ≥ | år', 1.28],
    ['7 | Igjen | Spurte − Svar | | antall | 5 | ≤ | måned', -28],
  ])('never takes more than all, or less than nothing, for a target that is met: %s', (kpi, value) => {
    const data = 'Måned | Kommune | Svar | Spurte\n2024-05 | Malvik | 128 | 100';

    expect(computeOne({ kpi, data })).toMatchObject({ value, meetsTarget: null });
  });

  it.each([
    ['4 | Rett hjem | UKP rett heim | UKP-opphold | % | 30 %', 'UKP rett heim', 'KPI!C2'],
    ['4 | Rett hjem | UKP-døgn | UKP-opphold + Senger | % | 30 %', 'Senger', 'KPI!D2'],
  ])('names the column that the figures do not have, and no kommuner: %s', (kpi, title, cell) => {
    const result = computeOne({ kpi, data: `${HEADINGS}\n2024-05 | Malvik | 100 | 80 | 20` });

    expect(result).toMatchObject({ value: null, notReported: [], missingColumn: { title, sheet: 'KPI-data', cell } });
  });

  it('does not miss a column that is there with nothing in it', () => {
    const result = computeOne({ kpi: DAYS, data: `${HEADINGS}\n2024-05 | Malvik | 100 | 80 |` });

    expect(result).toMatchObject({ value: null, missingColumn: null, notReported: ['Malvik'] });
  });
});

describe('a target', () => {
  const data = `${HEADINGS}\n2024-05 | Malvik | 100 | 95 | 10`;

  it.each([
    ['valid until its last day', '| | 2024-06-03', 0.9, true],
    ['valid from its first day', '| 2024-06-03 |', 0.9, true],
    ['not valid any more', '| | 2024-06-02', null, null],
    ['not valid yet', '| 2024-06-04 |', null, null],
  ])('that is %s', (_, validity, target, meetsTarget) => {
    expect(computeOne({ kpi: `${SHARE} ${validity}`, data })).toMatchObject({ target, meetsTarget, value: 0.95 });
  });

  it('that cannot be read is told from one that is not set', () => {
    const cells = ['mange', '', '90 %'].map(
      (target) => computeOne({ kpi: SHARE.replace('90 %', target), data }).unreadableTarget,
    );

    expect(cells).toEqual(['KPI!F2', null, null]);
  });

  it('is the one that is valid now, of several for one KPI', () => {
    const results = compute({
      kpi: `${SHARE} | | 2023-12-31\n${SHARE.replace('90 %', '96 %')} | 2024-01-01 | 2025-12-31`,
      data,
    });

    expect(results.map(({ nr, target, meetsTarget }) => [nr, target, meetsTarget])).toEqual([['2', 0.96, false]]);
  });
});
