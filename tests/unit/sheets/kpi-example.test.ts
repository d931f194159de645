import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ST_OLAVS_KOMMUNER } from '#src/domain/kommuner.ts';
import { computeKpis } from '#src/domain/kpi-values.ts';
import { kpiContract } from '#src/sheets/kpi.ts';
import { kpiDataContract } from '#src/sheets/kpi-data.ts';
import { kpiDataTab, kpiTab, morning } from '../../support/kpi.ts';

function tsv(tab: string): string {
  return readFileSync(new URL(`../../../sheets-templates/eksempel/${tab}.tsv`, import.meta.url), 'utf8');
}

function cellsOf(text: string): (string | null)[][] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell || null));
}

const [headings = [], ...rows] = cellsOf(tsv('KPI'));
const definitions = kpiTab(rows, headings);
const data = kpiDataTab(cellsOf(tsv('KPI-data')), definitions.value);

describe('the example KPIs', () => {
  it('are read without a fault', () => {
    expect([...definitions.faults, ...data.faults]).toEqual([]);
    expect(definitions.rows).toBe(6);
  });

  it('cover 22 kommuner from June 2022 to May 2024, and say of every row that it is invented', () => {
    const months = new Set(data.value.map(({ month }) => month));

    expect([...months].sort().at(0)).toBe('2022-06');
    expect([...months].sort().at(-1)).toBe('2024-05');
    expect(months.size).toBe(24);
    expect(new Set(data.value.map(({ kommune }) => kommune))).toEqual(new Set(ST_OLAVS_KOMMUNER));
    expect(
      cellsOf(tsv('KPI-data'))
        .slice(1)
        .every((row) => row.at(-1) === 'Oppdiktet eksempel'),
    ).toBe(true);
  });

  it.each(['KPI', 'KPI-data'])('stand in a file of the agreed form: %s', (tab) => {
    const text = tsv(tab);

    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/["\r\ufeff]/);
    expect(
      new Set(
        text
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t').length),
      ).size,
    ).toBe(1);
  });

  it('have the headings of our own template', () => {
    expect(headings).toEqual(kpiContract.columns.map(({ title }) => title));
    expect(cellsOf(tsv('KPI-data'))[0]).toEqual(kpiDataContract.columns.map(({ title }) => title));
  });

  it('show a KPI of every kind on the morning of 3 June 2024', () => {
    const results = computeKpis({
      definitions: definitions.value,
      rows: data.value,
      kommuner: ST_OLAVS_KOMMUNER,
      tiltakByKpi: new Map(),
      now: morning('2024-06-03'),
    });

    expect(results.map(({ nr, meetsTarget, notReported }) => [nr, meetsTarget, notReported])).toEqual([
      ['1', null, ['Frøya', 'Oppdal', 'Rindal']],
      ['2', false, ['Frøya', 'Oppdal', 'Rindal']],
      ['3', false, ['Frøya', 'Oppdal', 'Rindal']],
      ['4', true, ['Frøya', 'Oppdal', 'Rindal']],
      ['5', true, ['Frøya', 'Oppdal', 'Rindal']],
      ['6', false, ['Trondheim']],
    ]);
  });
});
