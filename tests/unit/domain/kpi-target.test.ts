import { describe, expect, it } from 'vitest';
import { meetsTarget } from '#src/domain/kpi-target.ts';
import { computeOne, definitionsOf } from '../../support/kpi.ts';

function judge(kpi: string, value: number | null): boolean | null {
  const [definition] = definitionsOf(kpi);
  if (!definition) throw new Error('No KPI');
  return meetsTarget(definition, { value, complete: true, current: true });
}

describe('whether a target is met', () => {
  it.each([
    ['høyst 2', 2, true],
    ['høyst 2', 2.01, false],
    ['høyst 2', 2 + 1e-12, true],
    ['minst 30 %', 0.3, true],
    ['minst 30 %', 0.1 + 0.2, true],
    ['minst 30 %', 0.2999, false],
    ['holdes 16 %', 0.164, true],
    ['holdes 16 %', 0.166, false],
    ['holdes 16 %', 0.12, true],
    ['holdes 20', 20, true],
    ['holdes 20', 20.4, false],
    ['høyst 2', null, null],
  ])('%s, at %s: %s', (goal, value, met) => {
    const [direction, ...target] = goal.split(' ');
    const unit = goal.endsWith('%') ? '%' : 'døgn';

    expect(judge(`1 | A | UKP-døgn | UKP-opphold | ${unit} | ${target.join(' ')} | ${direction} | år`, value)).toBe(
      met,
    );
  });

  it('cannot be said without a target or a direction', () => {
    expect(judge('1 | A | UKP-døgn | UKP-opphold | døgn | | ≤ | år', 1)).toBeNull();
    expect(judge('1 | A | UKP-døgn | UKP-opphold | døgn | 2 | | år', 1)).toBeNull();
  });
});

const MONTHS = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`);

/** Ten days a month in each kommune, from January 2023; `without` names a row that nobody has typed. */
function tenDaysAMonth({
  months,
  kommuner,
  without,
}: {
  months: number;
  kommuner: readonly string[];
  without?: string;
}): string {
  const rows = MONTHS.slice(0, months).flatMap((month) => kommuner.map((kommune) => `${month} | ${kommune} | 10`));
  return ['Måned | Kommune | UKP-døgn', ...rows.filter((row) => !row.startsWith(without ?? 'ingen'))].join('\n');
}

describe('a yearly cap', () => {
  const cap = (max: number) => `1 | UKP-døgn | UKP-døgn | | døgn | ${max} | ≤ | år`;
  const both = ['Malvik', 'Melhus'];

  it.each([
    ['is not met before the year ends', cap(1000), { months: 12, kommuner: both }, '2023-12-31', null],
    ['is met when the year is over', cap(240), { months: 12, kommuner: both }, '2024-01-01', true],
    [
      'still holds for its last year when that is over',
      `${cap(240)} | | 2023-12-31`,
      { months: 12, kommuner: both },
      '2024-01-15',
      true,
    ],
    ['is broken as soon as it is passed', cap(100), { months: 6, kommuner: both }, '2023-07-03', false],
    ['is not met while a month is missing', cap(1000), { months: 11, kommuner: both }, '2024-01-15', null],
    [
      'is not met while a kommune lacks a month',
      cap(1000),
      { months: 12, kommuner: both, without: '2023-04 | Melhus' },
      '2024-01-15',
      null,
    ],
    ['is broken even while a month is missing', cap(100), { months: 11, kommuner: both }, '2024-01-15', false],
  ])('%s', (_, kpi, data, now, met) => {
    expect(computeOne({ kpi, data: tenDaysAMonth(data), now }).meetsTarget).toBe(met);
  });

  it('is not met while a listed kommune has reported nothing', () => {
    const data = tenDaysAMonth({ months: 12, kommuner: both });

    expect(computeOne({ kpi: cap(1000), data, now: '2024-01-15', kommuner: [...both, 'Osen'] }).meetsTarget).toBeNull();
  });

  it('has a floor for its twin: reached when it is reached, missed when the year is over', () => {
    const floor = (min: number) => `1 | Kurs | UKP-døgn | | antall | ${min} | ≥ | år`;

    expect(
      computeOne({ kpi: floor(100), data: tenDaysAMonth({ months: 6, kommuner: both }), now: '2023-07-03' })
        .meetsTarget,
    ).toBe(true);
    expect(
      computeOne({ kpi: floor(200), data: tenDaysAMonth({ months: 6, kommuner: both }), now: '2023-07-03' })
        .meetsTarget,
    ).toBeNull();
    expect(
      computeOne({ kpi: floor(300), data: tenDaysAMonth({ months: 12, kommuner: both }), now: '2024-01-15' })
        .meetsTarget,
    ).toBe(false);
  });
});
