import { describe, expect, it } from 'vitest';
import { changesSince, slipsOf } from '#src/domain/plan-changes.ts';
import { followTiltak } from '#src/domain/plan-lives.ts';
import type { TiltakRecord, TiltakState } from '#src/domain/plan-past.ts';
import { oslo } from '../../support/kapasitet.ts';
import { aState, read, takenOut } from '../../support/plan-past.ts';

const TOLD = '2024-05-27 08:00';

/** What is new since {@link TOLD}, in short: `1.1 status`. */
function news(records: readonly TiltakRecord[], ...current: readonly TiltakState[]): readonly string[] | null {
  const changes = changesSince(followTiltak(records, current), oslo(TOLD));
  return changes?.map(({ kind, state }) => `${state.nr ?? '–'} ${kind}`) ?? null;
}

const before = (...states: readonly TiltakState[]) => read('2024-05-01', ...states);

describe('what is new since the group was told', () => {
  it.each<[string, Partial<Parameters<typeof aState>[0]>, Partial<Parameters<typeof aState>[0]>, readonly string[]]>([
    ['nothing', {}, {}, []],
    ['a status', {}, { status: 'done' }, ['1.1 status']],
    ['a status nobody can read', {}, { status: 'unknown' }, []],
    ['a deadline moved later', {}, { end: '2025-02-01' }, ['1.1 moved-later']],
    ['a deadline moved earlier', {}, { end: '2024-11-01' }, ['1.1 moved-earlier']],
    ['a first deadline', { end: null }, { end: '2024-11-01' }, ['1.1 deadline-set']],
    ['no deadline any more', {}, { end: null }, ['1.1 deadline-gone']],
    ['a deadline nobody can read', {}, { end: null, fristKind: 'unknown' }, []],
    ['a date that does not exist', {}, { end: null, fristKind: 'fault' }, []],
    ['the same last day in other words', { fristKind: 'range' }, { fristKind: 'by' }, []],
    ['a later deadline of what is done', {}, { status: 'done', end: '2025-02-01' }, ['1.1 status']],
    ['one more that has reported', { reported: 5, kommuner: 22 }, { reported: 6, kommuner: 22 }, ['1.1 reported']],
    ['one more that could report', { reported: 5, kommuner: 22 }, { reported: 5, kommuner: 23 }, []],
    ['that it is for every kommune', {}, { reported: 0, kommuner: 22 }, []],
    ['another title', {}, { title: 'Lage en bedre mal' }, []],
  ])('%s', (_, then, now, expected) => {
    expect(news(before(aState(then)), aState(now))).toEqual(expected);
  });

  it('is what has come, and what is gone', () => {
    const [kept, left, come] = [
      aState(),
      aState({ nr: '1.2', title: 'Måle' }),
      aState({ nr: '1.3', title: 'Evaluere' }),
    ];
    expect(news(before(kept, left), kept, come)).toEqual(['1.3 new', '1.2 removed']);
  });

  it('has status first, then deadlines, then reports', () => {
    const then = [
      aState({ nr: '1.1', title: 'a', reported: 1, kommuner: 9 }),
      aState({ nr: '1.2', title: 'b' }),
      aState({ nr: '1.3', title: 'c' }),
    ];
    const now = [
      aState({ nr: '1.1', title: 'a', reported: 2, kommuner: 9 }),
      aState({ nr: '1.2', title: 'b', end: '2025-02-01' }),
      aState({ nr: '1.3', title: 'c', status: 'done' }),
    ];
    expect(news(before(...then), ...now)).toEqual(['1.3 status', '1.2 moved-later', '1.1 reported']);
  });

  it('is compared with the last status and the last deadline that could be read', () => {
    const unread = aState({ status: 'unknown', end: null, fristKind: 'unknown' });
    const records = [...before(aState({ status: 'on-track' })), ...read('2024-05-20', unread)];
    expect(news(records, aState({ status: 'on-track' }))).toEqual([]);
    expect(news(records, aState({ status: 'done' }))).toEqual(['1.1 status']);
    expect(news(records, aState({ status: 'on-track', end: '2025-02-01' }))).toEqual(['1.1 moved-later']);
  });

  it('is not a typing error that was put right', () => {
    const records = [
      ...before(aState()),
      ...read('2024-05-28', aState({ end: '2042-12-31', status: 'done' })),
      ...read('2024-05-29', aState()),
    ];
    expect(news(records, aState())).toEqual([]);
  });

  it('is not a row that was taken out and put back', () => {
    const records = [...before(aState()), ...takenOut('2024-05-28', aState()), ...read('2024-05-29', aState())];
    expect(news(records, aState())).toEqual([]);
  });

  it('is a tiltak that had been taken out when the group was told', () => {
    expect(news([...before(aState()), ...takenOut('2024-05-20', aState())], aState())).toEqual(['1.1 new']);
  });

  it('is unknown when nothing is remembered from then', () => {
    expect(news([], aState())).toBe(null);
    expect(news(read('2024-05-28', aState()), aState({ status: 'done' }))).toBe(null);
  });
});

describe('a deadline that has slipped', () => {
  /** The deadline as it has been through the days, the last of them now. */
  function slips(...ends: readonly (string | null)[]) {
    const states = ends.map((end) => aState({ end }));
    const records = states.slice(0, -1).flatMap((state, day) => read(`2024-05-0${day + 1}`, state));
    return followTiltak(records, states.slice(-1)).map(slipsOf);
  }

  it.each<[string, readonly (string | null)[], number | null, string | null]>([
    ['never', ['2024-03-15', '2024-03-15'], null, null],
    ['once', ['2024-03-15', '2024-09-01'], 1, '2024-03-15'],
    ['twice', ['2024-03-15', '2024-06-01', '2024-09-01'], 2, '2024-03-15'],
    ['twice, with a time nobody could read between', ['2024-03-15', '2024-06-01', null, '2024-09-01'], 2, '2024-03-15'],
    ['once, when the other was a typing error', ['2024-03-15', '2042-09-01', '2024-09-01'], 1, '2024-03-15'],
    ['never, when it was moved back', ['2024-03-15', '2024-09-01', '2024-03-15'], null, null],
    ['never, when it was moved earlier', ['2024-03-15', '2024-02-01'], null, null],
    ['since it got its first', [null, '2024-03-15', '2024-09-01'], 1, '2024-03-15'],
  ])('%s', (_, ends, times, first) => {
    expect(slips(...ends)).toEqual([times === null ? null : { times, first }]);
  });
});
