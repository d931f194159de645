import type { Fault } from '#src/domain/fault.ts';
import type { KpiDefinition, KpiRow, KpiSum } from '#src/domain/kpi.ts';
import { nearest, sameName } from '#src/domain/names.ts';
import type { CountSource } from './kpi-counts.ts';

/** The comparable forms of all columns that the formulas name. */
export function namedColumns(definitions: readonly KpiDefinition[]): ReadonlySet<string> {
  return new Set(
    definitions.flatMap(({ numerator, denominator }) => [...numerator, ...(denominator ?? [])].map((t) => t.column)),
  );
}

/** A formula that names a column the data do not have can never be computed. */
export function formulaFaults(
  definitions: readonly KpiDefinition[],
  sources: readonly CountSource[],
  dataSheet: string,
): readonly Fault[] {
  if (sources.length === 0) return [];
  const present = new Set(sources.map(({ form }) => form));
  const titles = sources.map(({ title }) => title);

  return definitions.flatMap(({ numerator, denominator, cells }) => [
    ...missing(numerator, cells.numerator),
    ...missing(denominator ?? [], cells.denominator),
  ]);

  function missing(sum: KpiSum, cell: string): readonly Fault[] {
    return sum
      .filter(({ column }) => !present.has(column))
      .map(({ title }) => {
        const near = nearest(title, titles);
        const hint = near ? `Mente du «${near}»?` : 'Legg den til der, eller rett formelen.';
        return faultAt(cell, title, `en kolonne i ${dataSheet}`, `${dataSheet} har ingen kolonne «${title}». ${hint}`);
      });
  }
}

/** A filter that no row passes is most often a misspelt name. */
export function filterFaults(
  definitions: readonly KpiDefinition[],
  rows: readonly KpiRow[],
  dataSheet: string,
): readonly Fault[] {
  if (rows.length === 0) return [];
  const names = {
    enhet: [...new Set(rows.map(({ enhet }) => enhet))].filter((name) => name !== ''),
    kommune: [...new Set(rows.map(({ kommune }) => kommune))],
  };

  return definitions.flatMap(({ filter, cells }) => {
    if (filter === null || names[filter.column].some((name) => sameName(name, filter.value))) return [];
    const near = nearest(filter.value, names[filter.column]);
    const hint = near ? `Mente du «${near}»?` : 'Rett filteret, eller legg inn tallene.';
    const message = `Ingen rader i ${dataSheet} har ${filter.column} «${filter.value}». ${hint}`;
    return [faultAt(cells.filter, filter.value, `et navn som står i ${dataSheet}`, message)];
  });
}

function faultAt(address: string, found: string, expected: string, message: string): Fault {
  const at = address.lastIndexOf('!');
  return { sheet: address.slice(0, at), cell: address.slice(at + 1), found, expected, message };
}
