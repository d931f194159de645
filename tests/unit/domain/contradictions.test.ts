import { describe, expect, it } from 'vitest';
import type { Day } from '#src/domain/day.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { aTiltak, judge } from '../../support/plan.ts';

const day = (text: string) => text as Day;
const rulesOf = (tiltak: readonly Tiltak[], context = {}) =>
  judge(tiltak, context).contradictions.map(({ judged, rule, other }) => [judged.tiltak.nr, rule, other]);

describe('what cannot both be true', () => {
  it.each<[string, Partial<Tiltak> & { tidsrom?: string }, readonly string[]]>([
    ['green, but past the deadline', { tidsrom: 'Innen 22.4.24', status: 'on-track' }, ['green-overdue']],
    ['green one day late', { tidsrom: 'Innen 2.6.24', status: 'on-track' }, ['green-overdue']],
    ['green on the last day', { tidsrom: 'Innen 3.6.24', status: 'on-track' }, []],
    ['yellow and late', { tidsrom: 'Innen 1.5.24', status: 'minor-deviation' }, []],
    ['red and late', { tidsrom: 'Innen 1.5.24', status: 'critical-deviation' }, []],
    ['late and not reported', { tidsrom: 'Innen 1.5.24' }, []],
    ['late and on hold', { tidsrom: 'Innen 1.5.24', status: 'on-hold' }, []],
    ['done by its date, but red', { fullfort: day('2024-05-01'), status: 'critical-deviation' }, ['done-but-red']],
    ['done and dated', { fullfort: day('2024-05-01'), status: 'done' }, []],
    ['done tomorrow', { fullfort: day('2024-06-04'), status: 'done' }, ['done-in-future']],
    ['done today', { fullfort: day('2024-06-03'), status: 'done' }, []],
    ['dated, but not started', { fullfort: day('2024-05-01'), status: 'not-started' }, ['fullfort-but-open']],
    ['dated and green', { fullfort: day('2024-05-01'), status: 'on-track' }, []],
    ['done after the deadline', { tidsrom: 'Innen 1.5.24', fullfort: day('2024-05-30'), status: 'done' }, []],
    ['cancelled and late', { tidsrom: 'Innen 1.5.24', status: 'cancelled' }, []],
  ])('%s', (_, fields, rules) => {
    expect(rulesOf([aTiltak(fields)]).map(([, rule]) => rule)).toEqual(rules);
  });
});

describe('done before what it was to wait for', () => {
  const dependent = aTiltak({ nr: '1.2', tidsrom: 'Avhengig av 1.1', status: 'done', fullfort: day('2024-05-10') });
  const found = [['1.2', 'done-before-dependency', '1.1']];

  it.each<[string, Partial<Tiltak>, readonly (readonly unknown[])[]]>([
    ['the other is open', {}, found],
    ['the other was done the day after', { status: 'done', fullfort: day('2024-05-11') }, found],
    ['the other was done the same day', { status: 'done', fullfort: day('2024-05-10') }, []],
    ['the other is done, nobody says when', { status: 'done' }, []],
    ['the other was called off', { status: 'cancelled' }, []],
  ])('is asked about when %s', (_, fields, contradictions) => {
    expect(rulesOf([aTiltak(fields), dependent])).toEqual(contradictions);
  });

  it('is no question while it is open itself', () => {
    expect(rulesOf([aTiltak(), { ...dependent, status: 'on-track', fullfort: null }])).toEqual([]);
  });
});

describe('a plan that says done while a kommune says not', () => {
  const all = aTiltak({ fanOut: 'kommuner', status: 'done' });
  const said = (status: 'done' | 'on-track') => ({ nr: '1.1', kommune: 'Lillevik', status, fullfort: null });

  it.each([
    ['on-track', 'Lillevik', [['1.1', 'done-but-kommuner-open', null]]],
    ['done', 'Lillevik', []],
  ] as const)('%s: %s', (status, kommune, contradictions) => {
    expect(rulesOf([all], { kommuner: [kommune], kommuneStatuses: [said(status)] })).toEqual(contradictions);
    const dated = aTiltak({ fanOut: 'kommuner', fullfort: '2024-05-01' as Day });
    expect(rulesOf([dated], { kommuner: [kommune], kommuneStatuses: [said(status)] })).toEqual(contradictions);
  });
});
