import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTiltak } from '#src/domain/plan-lives.ts';
import type { TiltakState } from '#src/domain/plan-past.ts';
import { aState, read, takenOut } from '../../support/plan-past.ts';

const [mal, maale, evaluere] = [
  aState({ nr: '3.1', title: 'Lage mal' }),
  aState({ nr: '3.2', title: 'Måle' }),
  aState({ nr: '3.3', title: 'Evaluere' }),
];

/** `3.1 Lage mal ← 3.2`: how each is now, and the numbers it has had. */
function lives(...args: Parameters<typeof followTiltak>): readonly string[] {
  return followTiltak(...args).map(({ current, records }) => {
    const had = [...new Set(records.filter(({ gone }) => !gone).map(({ nr }) => nr))];
    return `${current ? `${current.nr} ${current.title}` : '–'} ← ${had.join(' ')}`;
  });
}

const renumbered = (state: TiltakState, nr: string): TiltakState => ({ ...state, nr, key: nr });

describe('a tiltak through time', () => {
  it('keeps its past under the number it has', () => {
    expect(lives(read('2024-05-01', mal, maale), [mal, maale])).toEqual(['3.1 Lage mal ← 3.1', '3.2 Måle ← 3.2']);
  });

  it('is the same when somebody has edited its title', () => {
    expect(lives(read('2024-05-01', mal), [{ ...mal, title: 'Lage to maler' }])).toEqual(['3.1 Lage to maler ← 3.1']);
  });

  it('is followed when a row is put in before it, and the numbers move', () => {
    const now = [aState({ nr: '3.1', title: 'Noe nytt' }), renumbered(mal, '3.2'), renumbered(maale, '3.3')];
    const expected = ['3.1 Noe nytt ← ', '3.2 Lage mal ← 3.1', '3.3 Måle ← 3.2'];
    expect(lives(read('2024-05-01', mal, maale), now)).toEqual(expected);
  });

  it('is followed also when it happened in an earlier reading', () => {
    const records = [
      ...read('2024-05-01', mal, maale, evaluere),
      ...read('2024-05-02', renumbered(maale, '3.1'), renumbered(evaluere, '3.2')),
      ...takenOut('2024-05-02', evaluere),
    ];
    expect(lives(records, [renumbered(maale, '3.1'), renumbered(evaluere, '3.2')])).toEqual([
      '3.1 Måle ← 3.2 3.1',
      '3.2 Evaluere ← 3.3 3.2',
      '– ← 3.1',
    ]);
  });

  it('is another when its number is taken by another title after it was taken out', () => {
    const records = [...read('2024-05-01', mal), ...takenOut('2024-05-02', mal)];
    expect(lives(records, [aState({ nr: '3.1', title: 'Noe nytt' })])).toEqual(['3.1 Noe nytt ← ', '– ← 3.1']);
  });

  it('keeps to numbers where titles do not tell tiltak apart', () => {
    const same = ['3.1', '3.2', '3.3'].map((nr) => aState({ nr, title: 'Evaluere' }));
    expect(lives(read('2024-05-01', ...same.slice(0, 2)), same.slice(1))).toEqual([
      '3.2 Evaluere ← 3.2',
      '3.3 Evaluere ← ',
      '– ← 3.1',
    ]);
  });

  it('is one life each, whatever has happened', () => {
    const state = fc
      .record({ nr: fc.constantFrom('1', '2', '3', '4'), title: fc.constantFrom('a', 'b', 'c', '') })
      .map(aState);
    const plan = fc.uniqueArray(state, { selector: ({ key }) => key });
    fc.assert(
      fc.property(fc.array(fc.tuple(plan, plan), { maxLength: 5 }), plan, (readings, now) => {
        const records = readings.flatMap(([there, gone], day) => {
          const keys = new Set(there.map(({ key }) => key));
          const left = gone.filter(({ key }) => !keys.has(key));
          return [...read(`2024-05-0${day + 1}`, ...there), ...takenOut(`2024-05-0${day + 1}`, ...left)];
        });
        const found = followTiltak(records, now);
        const current = found.flatMap((life) => life.current ?? []).map(({ key }) => key);
        expect(current.toSorted()).toEqual(now.map(({ key }) => key).toSorted());
        const noted = found.flatMap((life) => life.records);
        expect(new Set(noted).size).toBe(noted.length);
        expect(noted.filter(({ gone }) => !gone)).toHaveLength(records.filter(({ gone }) => !gone).length);
      }),
    );
  });
});
