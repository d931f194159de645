import { describe, expect, it } from 'vitest';
import { computeOne } from '../../support/kpi.ts';

const DAYS = '1 | UKP-døgn | UKP-døgn | | døgn | 1767 | ≤ | måned';
const SHARE = '2 | Andel 0 døgn | UKP-opphold uten liggedøgn | UKP-opphold | % | 90 % | ≥ | måned';
const MEAN_STAY = '3 | Snitt | UKP-døgn | UKP-opphold − UKP-opphold uten liggedøgn | døgn | 2 | ≤ | måned';
const HEADINGS = 'Måned | Kommune | UKP-opphold | UKP-opphold uten liggedøgn | UKP-døgn';
const OTHERS = '2024-04 | Melhus | 100 | 80 | 40';

describe('the figure of one single kommune', () => {
  it.each([
    ['1–4 bed-days', DAYS, '40 | 36 | 4', true],
    ['no bed-days', DAYS, '40 | 40 | 0', false],
    ['five bed-days', DAYS, '40 | 36 | 5', false],
    ['a teller of 1–4', SHARE, '40 | 3 | 60', true],
    ['1–4 left of the nevner', SHARE, '40 | 37 | 5', true],
    ['nobody left of the nevner', SHARE, '40 | 40 | 0', false],
    ['a nevner below ten', SHARE, '9 | 0 | 20', true],
    ['a nevner of ten', SHARE, '10 | 5 | 20', false],
    ['a mean over fewer than ten', MEAN_STAY, '40 | 31 | 20', true],
    ['a mean that is not far from its nevner', MEAN_STAY, '40 | 20 | 22', false],
  ])('with %s is hidden where it should be', (_, kpi, counts, hidden) => {
    const result = computeOne({ kpi, data: `${HEADINGS}\n${OTHERS}\n2024-05 | Malvik | ${counts}` });

    expect(result.hidden).toBe(hidden);
    expect(result.months.at(-1)?.hidden).toBe(hidden);
    if (hidden) expect(result).toMatchObject({ value: null, numerator: null, denominator: null, meetsTarget: null });
    else expect(result.value).not.toBeNull();
  });

  it('is a total, and shown, when two have reported', () => {
    const data = `${HEADINGS}\n2024-05 | Malvik | 5 | 4 | 1\n2024-05 | Melhus | 4 | 3 | 1`;

    expect(computeOne({ kpi: DAYS, data })).toMatchObject({ value: 2, hidden: false });
  });

  it('is shown when the workbook is that kommune’s own', () => {
    expect(computeOne({ kpi: DAYS, data: `${HEADINGS}\n2024-05 | Malvik | 5 | 4 | 1` })).toMatchObject({ value: 1 });
  });

  it('cannot be found by subtracting the other months from the year', () => {
    const { months, value } = computeOne({
      kpi: DAYS.replace('måned', 'år'),
      data: `${HEADINGS}
        2024-02 | Melhus | | | 70
        2024-03 | Melhus | | | 20
        2024-04 | Melhus | | | 50
        2024-05 | Malvik | | | 3`,
    });

    expect(value).toBe(143);
    expect(months.map(({ numerator }) => numerator)).toEqual([70, null, 50, null]);
  });
});
