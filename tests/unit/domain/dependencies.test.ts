import { describe, expect, it } from 'vitest';
import { findDependencyFaults } from '#src/domain/dependencies.ts';
import { aTiltak } from '../../support/plan.ts';

/** `1.2: 'Etter 1.1'` as a plan. */
const faultsOf = (plan: Readonly<Record<string, string>>) =>
  findDependencyFaults(Object.entries(plan).map(([nr, tidsrom]) => aTiltak({ nr, tidsrom }))).map(
    ({ tiltak, kind, nrs }) => [tiltak.nr, kind, nrs.join(' → ')],
  );

describe('dependencies that cannot be kept', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
    ['none', { '1.1': 'Innen 1.5.24', '1.2': 'Avhengig av 1.1' }, []],
    ['a chain is no circle', { '1.1': 'Løpende', '1.2': 'Etter 1.1', '1.3': 'Etter 1.2', '1.4': 'Etter 1.2' }, []],
    ['a number nobody has', { '1.1': 'Avhengig av 9.9' }, [['1.1', 'unknown-nr', '9.9']]],
    ['itself', { '1.1': 'Avhengig av 1.1' }, [['1.1', 'circle', '1.1 → 1.1']]],
    [
      'two that wait for each other',
      { '1.1': 'Etter 1.2', '1.2': 'Etter 1.1' },
      [
        ['1.1', 'circle', '1.1 → 1.2 → 1.1'],
        ['1.2', 'circle', '1.2 → 1.1 → 1.2'],
      ],
    ],
    [
      'only those in the circle, not those behind it',
      { '1.1': 'Etter 1.2', '1.2': 'Etter 1.1', '1.3': 'Etter 1.1' },
      [
        ['1.1', 'circle', '1.1 → 1.2 → 1.1'],
        ['1.2', 'circle', '1.2 → 1.1 → 1.2'],
      ],
    ],
  ])('%s', (_, plan, faults) => {
    expect(faultsOf(plan)).toEqual(faults);
  });

  it('finds its way through a long chain and a long circle', () => {
    const nrs = Array.from({ length: 300 }, (_, i) => `${Math.floor(i / 50) + 1}.${(i % 50) + 1}`);
    const chain = Object.fromEntries(nrs.map((nr, i) => [nr, i === 0 ? 'Løpende' : `Etter ${nrs[i - 1]}`]));
    expect(faultsOf(chain)).toEqual([]);
    expect(faultsOf({ ...chain, '1.1': 'Etter 6.50' })).toHaveLength(300);
  });
});
