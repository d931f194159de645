import { describe, expect, it } from 'vitest';
import type { Day } from '#src/domain/day.ts';
import type { KommuneStatus, Tiltak } from '#src/domain/tiltak.ts';
import { aTiltak, judge, judgeOne } from '../../support/plan.ts';

const on = (today: string) => ({ today: today as Day });

describe('the last day', () => {
  it.each([
    ['Innen 1.5.24', '2024-05-01', 'due-soon', null, 0],
    ['Innen 1.5.24', '2024-05-02', 'overdue', 1, null],
    ['Innen 31.12.24', '2024-12-31', 'due-soon', null, 0],
    ['Innen 31.12.24', '2025-01-01', 'overdue', 1, null],
    ['2024', '2024-12-31', 'due-soon', null, 0],
    ['Q1 2024', '2024-04-01', 'overdue', 1, null],
    ['Innen 20.02.24', '2024-06-03', 'overdue', 104, null],
  ])('of «%s» counts in full: on %s it is %s', (tidsrom, today, timing, daysOverdue, daysLeft) => {
    expect(judgeOne(aTiltak({ tidsrom }), on(today))).toMatchObject({ timing, daysOverdue, daysLeft });
  });
});

describe('«frist snart»', () => {
  it.each([
    [14, '2024-06-17', 'due-soon'],
    [14, '2024-06-18', 'on-track'],
    [3, '2024-06-06', 'due-soon'],
    [3, '2024-06-07', 'on-track'],
    [0, '2024-06-03', 'due-soon'],
    [0, '2024-06-04', 'on-track'],
  ])('with %i days: a deadline on %s is %s', (dueSoonDays, end, timing) => {
    expect(judgeOne(aTiltak({ tidsrom: end }), { dueSoonDays }).timing).toBe(timing);
  });
});

describe('what a deadline means', () => {
  it.each([
    ['15.3 – 1.9.2024', 'on-track'],
    ['1.9.24 – 1.12.24', 'not-begun'],
    ['3.6.24 – 1.12.24', 'on-track'],
    ['5.6.24 – 10.6.24', 'due-soon'],
    ['fra og med 1. januar 2024', 'ongoing'],
    ['fra og med 1. januar 2025', 'not-begun'],
    ['Løpende', 'ongoing'],
    ['Dato - dato', 'no-deadline'],
    ['', 'no-deadline'],
    ['snarest mulig kanskje', 'unclear'],
    ['31.2.24', 'unclear'],
  ])('«%s» is %s', (tidsrom, timing) => {
    expect(judgeOne(aTiltak({ tidsrom })).timing).toBe(timing);
  });
});

describe('which judgement goes first', () => {
  const late = { tidsrom: 'Innen 1.5.24' };

  it.each<[string, Partial<Tiltak> & { tidsrom?: string }, string]>([
    ['cancelled before done', { ...late, status: 'cancelled', fullfort: '2024-04-01' as Day }, 'cancelled'],
    ['done before unclear', { tidsrom: '31.2.24', status: 'done' }, 'done'],
    ['done by its date alone', { ...late, fullfort: '2024-04-01' as Day }, 'done'],
    ['done before overdue', { ...late, status: 'done' }, 'done'],
    ['on hold is still overdue', { ...late, status: 'on-hold' }, 'overdue'],
    ['not reported is still overdue', { ...late, status: 'not-reported' }, 'overdue'],
    ['a status nobody understands is still overdue', { ...late, status: 'unknown', statusText: 'OK' }, 'overdue'],
    ['due-soon before not-begun', { tidsrom: '5.6.24 – 10.6.24' }, 'due-soon'],
  ])('%s', (_, fields, timing) => {
    expect(judgeOne(aTiltak(fields)).timing).toBe(timing);
  });

  it('unclear before waiting', () => {
    const circle = [aTiltak({ tidsrom: 'Etter 1.2' }), aTiltak({ nr: '1.2', tidsrom: 'Etter 1.1' })];
    expect(judge(circle).tiltak.map(({ timing }) => timing)).toEqual(['unclear', 'unclear']);
  });

  it('waiting before overdue, when a date stands beside the dependency', () => {
    const [, second] = judge([aTiltak(), aTiltak({ nr: '1.2', tidsrom: 'Avhengig av 1.1, innen 1.5.24' })]).tiltak;
    expect(second).toMatchObject({ timing: 'waiting', daysOverdue: null });
  });
});

describe('waiting for another tiltak', () => {
  const dependent = aTiltak({ nr: '1.2', tidsrom: 'Avhengig av 1.1' });

  it.each<[Partial<Tiltak>, string, readonly string[]]>([
    [{}, 'waiting', ['1.1']],
    [{ status: 'on-hold' }, 'waiting', ['1.1']],
    [{ status: 'done' }, 'no-deadline', []],
    [{ fullfort: '2024-05-20' as Day }, 'no-deadline', []],
    [{ status: 'cancelled' }, 'no-deadline', []],
  ])('while that is %o it is %s', (fields, timing, waitsFor) => {
    const [first, second] = judge([aTiltak(fields), dependent]).tiltak;
    expect(second).toMatchObject({ timing, waitsFor });
    expect(first?.blocks).toEqual(timing === 'waiting' ? ['1.2'] : []);
  });

  it('has no deadline of its own to be late for', () => {
    expect(judge([aTiltak({ tidsrom: 'Innen 1.5.24' }), dependent]).tiltak[1]).toMatchObject({
      daysOverdue: null,
      daysLeft: null,
    });
  });

  it('does not block for one that is done already', () => {
    const [first] = judge([aTiltak(), { ...dependent, status: 'done' as const }]).tiltak;
    expect(first?.blocks).toEqual([]);
  });

  it('is unclear when the other is not in the plan', () => {
    expect(judgeOne(aTiltak({ tidsrom: 'Avhengig av 9.9' })).timing).toBe('unclear');
  });
});

describe('a tiltak that every kommune answers for', () => {
  const KOMMUNER = ['Lillevik', 'Storvik', 'Sandvik'];
  const all = aTiltak({ tidsrom: 'Innen 1.5.24', fanOut: 'kommuner', ansvarlig: ['Den enkelte kommune'] });
  const said = (kommune: string, status: KommuneStatus['status'], fullfort: string | null = null): KommuneStatus => ({
    nr: '1.1',
    kommune,
    status,
    fullfort: fullfort as Day | null,
  });
  const withStatuses = (...kommuneStatuses: readonly KommuneStatus[]) => ({ kommuner: KOMMUNER, kommuneStatuses });

  it('shows who has said what, and who has not', () => {
    expect(judgeOne(all, withStatuses(said('Storvik', 'minor-deviation'))).perKommune).toEqual([
      { kommune: 'Lillevik', status: 'not-reported' },
      { kommune: 'Storvik', status: 'minor-deviation' },
      { kommune: 'Sandvik', status: 'not-reported' },
    ]);
  });

  it.each<[string, readonly KommuneStatus[], string]>([
    ['nobody has reported', [], 'overdue'],
    ['one is left', [said('Lillevik', 'done'), said('Storvik', 'done')], 'overdue'],
    ['all are done', [said('Lillevik', 'done'), said('Storvik', 'done'), said('Sandvik', 'done')], 'done'],
    [
      'the last only has a date',
      [said('Lillevik', 'done'), said('Storvik', 'done'), said('Sandvik', 'not-reported', '2024-05-01')],
      'done',
    ],
    [
      'the last is to do nothing',
      [said('Lillevik', 'done'), said('Storvik', 'done'), said('Sandvik', 'cancelled')],
      'done',
    ],
  ])('when %s it is judged so', (_, statuses, timing) => {
    expect(judgeOne(all, withStatuses(...statuses)).timing).toBe(timing);
  });

  it('is done when the plan says so and no kommune has said otherwise', () => {
    expect(judgeOne({ ...all, status: 'done' }, withStatuses()).timing).toBe('done');
    expect(judgeOne({ ...all, status: 'done' }, withStatuses(said('Storvik', 'on-track'))).timing).toBe('overdue');
  });

  it('is not done by the first report when nobody has said who «all» are', () => {
    const context = { kommuner: [], kommuneStatuses: [said('Storvik', 'done')] };
    expect(judgeOne(all, context).timing).toBe('overdue');
    expect(judgeOne({ ...all, status: 'done' }, context).timing).toBe('done');
  });

  it('belongs to the kommunegrupper when the phrase says so', () => {
    const groups = { ...all, fanOut: 'kommunegrupper' as const };
    const { perKommune } = judgeOne(groups, { kommuner: KOMMUNER, kommunegrupper: ['Nordregionen'] });
    expect(perKommune.map(({ kommune }) => kommune)).toEqual(['Nordregionen']);
  });
});

describe('an outdated plan', () => {
  const old = (n: number) => Array.from({ length: n }, () => aTiltak({ tidsrom: 'Innen 2.12.23' }));
  const young = (n: number) => Array.from({ length: n }, () => aTiltak({ tidsrom: 'Innen 1.5.24' }));

  it.each([
    ['90 % are more than six months late', [...old(9), ...young(1)], true],
    ['89 % are', [...old(89), ...young(11)], false],
    ['six months to the day is not more than six months', [aTiltak({ tidsrom: 'Innen 3.12.23' })], false],
    ['there is nothing with a date', [aTiltak({ tidsrom: 'Løpende' })], false],
    ['there is nothing at all', [], false],
    [
      'those that are done do not count',
      [...old(9), ...Array.from({ length: 20 }, () => aTiltak({ tidsrom: 'Innen 1.1.23', status: 'done' }))],
      true,
    ],
    [
      'those without a date do not count',
      [...old(9), ...Array.from({ length: 20 }, () => aTiltak({ tidsrom: 'Dato - dato' }))],
      true,
    ],
    ['the old ones are done', [...old(20).map((t) => ({ ...t, status: 'done' as const })), ...young(2)], false],
  ])('when %s', (_, tiltak, outdated) => {
    expect(judge(tiltak).outdated).toBe(outdated);
  });
});
