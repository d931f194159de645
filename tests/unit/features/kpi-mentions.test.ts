import { describe, expect, it } from 'vitest';
import { kpiMentions, tiltakByKpi } from '#src/features/kpi-mentions.ts';
import { aTiltak } from '../../support/plan.ts';

describe('the KPI-er a text names', () => {
  it.each([
    ['Lage dashboard med KPI 1-5', ['1', '2', '3', '4', '5']],
    ['Lage dashboard med KPI 1–3', ['1', '2', '3']],
    ['Rapportere på KPI 1,2,3', ['1', '2', '3']],
    ['Rapportere på KPI 1, 2 og 6', ['1', '2', '6']],
    ['håndtering av KPI 6, og eventuell annen styringsinformasjon', ['6']],
    ['KPI-ene 2 og KPIer 4', ['4']],
    ['KPI 1 og KPI 1', ['1']],
    ['KPI 5-1', []],
    ['KPI 1-9999', []],
    ['Lage KPI-er', []],
    ['', []],
  ])('«%s»: %j', (text, nrs) => {
    expect(kpiMentions(text)).toEqual(nrs);
  });

  it('point back to the tiltak that serve them', () => {
    const tiltak = [
      aTiltak({ text: 'KPI 1-2' }),
      aTiltak({ nr: '1.4', text: 'KPI 2' }),
      aTiltak({ nr: null, text: 'KPI 2' }),
    ];
    expect([...tiltakByKpi({ aktiviteter: [], tiltak, skipped: 0 })]).toEqual([
      ['1', ['1.1']],
      ['2', ['1.1', '1.4']],
    ]);
    expect(tiltakByKpi(null).size).toBe(0);
  });
});
