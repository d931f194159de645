import { describe, expect, it } from 'vitest';
import { tiltakStates } from '#src/features/tiltak-states.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aKontakt, aTiltak, planModel } from '../../support/plan.ts';

const states = (...tiltak: readonly ReturnType<typeof aTiltak>[]) => tiltakStates(planModel(tiltak), NOW);

describe('what is remembered of a tiltak', () => {
  it('is its number, title, status and deadline', () => {
    expect(states(aTiltak({ status: 'on-track', kommentar: 'Ring meg' }))).toEqual([
      {
        key: '1.1',
        nr: '1.1',
        title: 'Lage mal',
        status: 'on-track',
        fristKind: 'by',
        fristEnd: '2024-12-31',
        reported: null,
        kommuner: null,
      },
    ]);
  });

  it('is its short name where it has one, at most 60 characters, and never a birth number', () => {
    const number = syntheticBirthNumber('018190');
    const [short, long, hidden] = states(
      aTiltak({ nr: '1.1', kortnavn: 'Mal' }),
      aTiltak({ nr: '1.2', text: 'Utarbeide en overordnet plan for samhandling ved kapasitetsoverskridelse' }),
      aTiltak({ nr: null, text: `Ringe ${number}` }),
    );
    expect(short?.title).toBe('Mal');
    expect(long?.title).toBe('Utarbeide en overordnet plan for samhandling ved…');
    expect(JSON.stringify(hidden)).not.toContain(number);
  });

  it('is how many kommuner have reported', () => {
    const kontakter = ['Vik', 'Nes', 'Os'].map((navn) => aKontakt(navn, { type: 'kommune' }));
    const kommuneStatuses = [{ nr: '5.5', kommune: 'Nes', status: 'done', fullfort: null }] as const;
    const all = aTiltak({ nr: '5.5', fanOut: 'kommuner' });
    expect(tiltakStates(planModel([all], { kontakter, kommuneStatuses }), NOW)).toMatchObject([
      { reported: 1, kommuner: 3 },
    ]);
  });

  it.each<[string, readonly Parameters<typeof aTiltak>[0][], readonly string[]]>([
    ['its number', [{ nr: '1.1' }, { nr: '1.2' }], ['1.1', '1.2']],
    ['its text, when it has no number', [{ nr: null, text: 'Lage en mal!' }], ['1/lageenmal']],
    ['also its aktivitet then', [{ nr: null }, { nr: null, aktivitet: '2' }], ['1/lagemal', '2/lagemal']],
    ['its place among those that are alike', [{ nr: '1.1' }, { nr: '1.1' }], ['1.1', '1.1#2']],
  ])('is kept under %s', (_, tiltak, keys) => {
    expect(states(...tiltak.map((fields) => aTiltak(fields))).map(({ key }) => key)).toEqual(keys);
  });

  it('is kept under the same key when it is written in another way', () => {
    const keys = ['Lage  mal.', 'lage mal']
      .flatMap((text) => states(aTiltak({ nr: null, text })))
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
  });
});
