import { describe, expect, it } from 'vitest';
import { DEFAULT_INNSTILLINGER } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { judgeKapasitet, ledigePlasser, sumKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { aRow, NOW, oslo } from '../../support/kapasitet.ts';

const judge = (...rows: readonly KapasitetRow[]) => judgeKapasitet(rows, NOW, DEFAULT_INNSTILLINGER);

describe('free places', () => {
  it.each([
    // plasser, bemannet, belagt, reservert, stengt → ledig
    [92, 88, 80, 2, 0, 6],
    [14, null, 13, null, null, 1],
    [null, 12, 10, null, null, 2],
    [14, 12, 10, null, 4, 0],
    [14, 12, 10, null, 1, 2],
    [10, 20, 8, null, null, 2],
    [18, 18, 19, null, null, -1],
    [10, 10, 8, 3, null, -1],
    [10, null, 0, null, null, 10],
    [0, 0, 0, 0, 0, 0],
    [3, null, 0, null, 5, -2],
    [null, 12, 10, null, 5, 2],
  ])('plasser %s, bemannet %s, belagt %s, reservert %s, stengt %s: %s', (...numbers) => {
    const [plasser, bemannet, belagt, reservert, stengt, ledig] = numbers;

    expect(ledigePlasser(aRow({ plasser, bemannet, belagt, reservert, stengt }))).toBe(ledig);
  });

  it.each([
    ['nobody says how many are occupied', { belagt: null }],
    ['there is neither plasser nor bemannet', { plasser: null, bemannet: null }],
    ['a number cannot be read', { unreadable: true }],
  ])('are not known when %s', (_, fields) => {
    const [judged] = judge(aRow(fields)).rows;

    expect(judged).toMatchObject({ ledig: null, status: 'not-reported' });
  });
});

describe('more patients than places', () => {
  it.each([
    // plasser, bemannet, belagt → is it most likely mistyped?
    [10, null, 21, true],
    [10, null, 20, false],
    [4, null, 14, false],
    [4, null, 15, true],
    [100, null, 150, false],
    [null, 10, 21, true],
    [10, null, 5, false],
  ])('plasser %s, bemannet %s, belagt %s: %s', (plasser, bemannet, belagt, unlikely) => {
    expect(judge(aRow({ plasser, bemannet, belagt })).rows[0]?.unlikely).toBe(unlikely);
  });
});

describe('freshness', () => {
  const statusOf = (stamp: string | null, now: string, rule: Partial<typeof DEFAULT_INNSTILLINGER> = {}) => {
    const row = aRow({ oppdatert: stamp === null ? null : oslo(stamp) });
    const { rows } = judgeKapasitet([row], oslo(now), { ...DEFAULT_INNSTILLINGER, ...rule });
    return rows[0];
  };

  it.each([
    ['2024-06-02 08:00', 'confirmed', 24],
    ['2024-06-02 07:59', 'stale', 24],
    ['2024-06-03 08:00', 'confirmed', 0],
    ['2024-06-03 07:12', 'confirmed', 0.8],
    ['2024-05-16 10:20', 'stale', 429.7],
  ])('figures from %s are %s on 3 June at 08:00', (stamp, status, ageHours) => {
    expect(statusOf(stamp, '2024-06-03 08:00')).toMatchObject({ status, ageHours });
  });

  it('a missing stamp confirms nothing', () => {
    expect(statusOf(null, '2024-06-03 08:00')).toMatchObject({ status: 'stale', doubt: 'no-stamp', ageHours: null });
  });

  it('a stamp that cannot be read confirms nothing, and is not missing', () => {
    expect(judge(aRow({ unreadableFrom: 'Kapasitet!I2' })).rows[0]).toMatchObject({ status: 'stale' });
    expect(judge(aRow({ oppdatert: null, unreadableStamp: 'Kapasitet!M2' })).rows[0]).toMatchObject({
      status: 'stale',
      doubt: 'unreadable-stamp',
    });
  });

  it('a stamp in the future confirms nothing', () => {
    expect(statusOf('2024-06-03 08:01', '2024-06-03 08:00')).toMatchObject({
      status: 'stale',
      doubt: 'future-stamp',
      ageHours: null,
    });
  });

  it.each([
    ['the night to 31 March is an hour short', '2024-03-30 07:30', '2024-03-31 08:00', 'confirmed', 23.5],
    ['the night to 27 October is an hour long', '2024-10-26 08:30', '2024-10-27 08:00', 'stale', 24.5],
  ])('hours are real hours: %s', (_, stamp, now, status, ageHours) => {
    expect(statusOf(stamp, now)).toMatchObject({ status, ageHours });
  });

  it.each([
    ['Friday morning', '2024-05-31 08:00', 'confirmed'],
    ['Friday before the limit', '2024-05-31 07:59', 'stale'],
    ['Saturday', '2024-06-01 12:00', 'confirmed'],
    ['Sunday', '2024-06-02 23:59', 'confirmed'],
    ['Thursday', '2024-05-30 09:00', 'stale'],
    ['the Friday before last', '2024-05-24 16:00', 'stale'],
  ])('without weekends, on Monday at 08:00 figures from %s are judged by weekdays', (_, stamp, status) => {
    expect(statusOf(stamp, '2024-06-03 08:00', { weekendsCount: false })?.status).toBe(status);
  });

  it('without weekends, a Friday figure holds all through the weekend when clocks change', () => {
    const rule = { weekendsCount: false };

    expect(statusOf('2024-03-29 08:00', '2024-03-31 23:00', rule)?.status).toBe('confirmed');
    expect(statusOf('2024-03-29 08:00', '2024-04-01 08:00', rule)?.status).toBe('confirmed');
    expect(statusOf('2024-03-29 08:00', '2024-04-01 08:01', rule)?.status).toBe('stale');
  });

  it('lasts as long as the owners of the sheet say', () => {
    expect(statusOf('2024-06-01 08:00', '2024-06-03 08:00', { freshHours: 48 })?.status).toBe('confirmed');
    expect(statusOf('2024-06-03 06:59', '2024-06-03 08:00', { freshHours: 1 })?.status).toBe('stale');
  });
});

describe('sums', () => {
  const old = oslo('2024-05-16 10:20');

  it('add up only what is confirmed and free', () => {
    const { sum } = judge(
      aRow({ kommune: 'Lillevik', plasser: 10, belagt: 8 }),
      aRow({ kommune: 'Storvik', plasser: 10, belagt: 5, oppdatert: old }),
      aRow({ kommune: 'Nordvik', plasser: 10, belagt: 12 }),
      aRow({ kommune: 'Sørvik', belagt: null }),
    );

    expect(sum).toMatchObject({ ledig: 2, freeKommuner: 1, kommuner: 4, confirmedKommuner: 2 });
  });

  it('keep øhd apart', () => {
    const { sum } = judge(aRow({ plasser: 10, belagt: 8 }), aRow({ kategori: 'øhd', plasser: 10, belagt: 7 }));

    expect(sum).toMatchObject({ ledig: 2, ohd: 3 });
  });

  it.each([
    ['there are no such rows', [aRow()], null],
    ['none of them is confirmed', [aRow({ kategori: 'øhd', oppdatert: old })], null],
    ['they are confirmed full', [aRow({ kategori: 'øhd', belagt: 10 })], 0],
  ])('of øhd, when %s: %s', (_, rows, ohd) => {
    expect(judge(...rows).sum.ohd).toBe(ohd);
  });

  it('count a kommune as confirmed only when all its rows are, however its name is typed', () => {
    const { sum } = judge(
      aRow({ kommune: 'Lillevik' }),
      aRow({ kommune: 'LILLEVIK', enhet: 'Helsehuset', oppdatert: old }),
    );

    expect(sum).toMatchObject({ kommuner: 1, confirmedKommuner: 0, ledig: 1 });
  });

  it('leave out a kategori nobody knows, and a row that stands twice', () => {
    const { sum } = judge(
      aRow({ kategoriText: 'fantasi', plasser: 10, belagt: 0 }),
      aRow({ duplicate: true, plasser: 10, belagt: 0 }),
      aRow({ plasser: 10, belagt: 7 }),
    );

    expect(sum.ledig).toBe(3);
  });

  it('tell which places are not for patients from others', () => {
    const { sum } = judge(
      aRow({ belagt: 8, tarImot: 'nei' }),
      aRow({ kommune: 'Storvik', belagt: 7, tarImot: null }),
      aRow({ kommune: 'Nordvik', belagt: 9, tarImot: 'nei', oppdatert: old }),
    );

    expect(sum).toMatchObject({ ledig: 5, notForOthers: 2 });
  });

  it('tell which places are free only later', () => {
    const { rows, sum } = judge(
      aRow({ kommune: 'Lillevik' }),
      aRow({ kommune: 'Storvik', belagt: 7, ledigFra: oslo('2024-06-10').day }),
      aRow({ kommune: 'Nordvik', ledigFra: oslo('2024-06-03').day }),
    );

    expect(sum).toMatchObject({ ledig: 5, later: { ledig: 3, from: '2024-06-10', several: false } });
    expect(sumKapasitet(rows.slice(0, 1), NOW.day).later).toBeNull();
  });
});
