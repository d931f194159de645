import { describe, expect, it } from 'vitest';
import { kpiWeekly } from '#src/features/kpi/weekly.ts';
import { DATA, KPI, kpiModel, morning } from '../../support/kpi.ts';

const now = morning('2024-06-03');
const model = kpiModel({ kpi: KPI, data: DATA });

describe('the KPI part of the weekly status', () => {
  it('says what is off target or open, what is met, and what is missing', () => {
    expect(kpiWeekly(model, now).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Tall til og med mai (foreløpig)',
      '1 UKP-døgn per år 1 250 hittil i år (mål: høyst 1 767 i året)',
      '2 Andel 0 døgn 86 %, under målet (minst 90 %)',
      '3 Snitt liggetid 31,3 døgn, over målet (høyst 2 døgn)',
      '5 Re-innleggelser 16 % ✓ holdes',
      '6 Øya helsehus ▫ ikke rapportert siden januar',
      'Mangler tall for mai: Melhus, Trondheim',
    ]);
  });

  it('is empty when there are no KPIs', () => {
    expect(kpiWeekly(kpiModel({ kpi: '', data: 'Måned | Kommune' }), now)).toEqual([]);
  });

  it.each([
    ['2024-07-01', '⚠ Tall til og med mai · ingen tall etter det', 'april–mai'],
    ['2025-02-03', '⚠ Tall til og med mai 2024 · ingen tall etter det', 'april–mai 2024'],
  ])('says first that the figures are old, on %s', (today, first, span) => {
    const [heading, count] = kpiWeekly(model, morning(today));

    expect(heading).toBe(first);
    expect(count).toContain(`${span} (mål:`);
  });

  it('says in one line that nobody has reported anything', () => {
    expect(kpiWeekly({ ...model, kpiRows: [] }, now)).toEqual(['▫ Ingen har rapportert tall til KPI-ene ennå.']);
  });

  it('puts those that are met on one line', () => {
    const met = kpiModel({
      kpi: `4 | Rett hjem | UKP rett hjem | UKP-opphold | % | 30 % | ≥ | år
        5 | Re-innleggelser | Re-innleggelser 30 d | Utskrivninger | % | 16 % | holdes | år`,
      data: `Måned | Kommune | UKP-opphold | UKP rett hjem | Utskrivninger | Re-innleggelser 30 d
        2024-04 | Malvik | 100 | 31 | 100 | 16`,
    });

    expect(kpiWeekly(met, morning('2024-05-31')).slice(1)).toEqual([
      '4 Rett hjem 31\u00a0% ✓ · 5 Re-innleggelser 16\u00a0% ✓ holdes',
    ]);
  });

  it('lets those without figures share a line when there is no room for one each', () => {
    const kpi = `${KPI}\n4 | Rett hjem | UKP rett heim | UKP-opphold | % | 30 % | ≥ | år`;

    expect(kpiWeekly(kpiModel({ kpi, data: DATA }), now).slice(-2)).toEqual([
      '▫ KPI 6 ikke rapportert siden januar · KPI 4 kan ikke regnes ut, se KPI!C7',
      'Mangler tall for mai: Melhus, Trondheim',
    ]);
  });

  it('lists the kommuner of all KPIs together in alphabetical order', () => {
    const uneven = kpiModel({
      kpi: KPI,
      data: `Måned | Kommune | UKP-døgn | UKP-opphold | UKP-opphold uten liggedøgn
        2024-05 | Åfjord | 9 | |
        2024-05 | Ørland | | 9 | 9
        2024-05 | Frøya | 9 | |
        2024-05 | Malvik | 9 | 9 | 0`,
    });

    expect(kpiWeekly(uneven, now).at(-1)).toBe('Mangler tall for mai: Frøya, Ørland, Åfjord');
  });

  it('is seven lines of a hundred columns at most, however much there is to say', () => {
    const name = 'Et svært langt navn på en kvalitetsindikator '.repeat(3);
    const rows = [
      ['≤ | år', 'UKP-døgn'],
      ['≥ | år', 'UKP-døgn'],
      ['≤ | år', 'Finnes ikke'],
    ].flatMap(([direction, teller = ''], kind) =>
      Array.from({ length: 9 }, (_, i) => `${kind}${i} | ${name} | ${teller} | | liggedøgn | 5 | ${direction}`),
    );
    const kommuner = Array.from({ length: 400 }, (_, i) => `Storkommune nummer ${i}`);
    const lines = kpiWeekly(kpiModel({ kpi: rows.join('\n'), data: DATA, kommuner }), now);

    expect(lines).toHaveLength(7);
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(98);
    expect(lines.filter((text) => /… og \d+ til/.test(text))).toHaveLength(4);
  });
});
