import type { KpiDefinition, KpiRow, KpiSum } from './kpi.ts';
import type { MissingColumn } from './kpi-result.ts';

/** The first column of the formula that no row has; null when all are there, or when there are no rows to tell from. */
export function missingColumn(
  { numerator, denominator, cells }: KpiDefinition,
  rows: readonly KpiRow[],
): MissingColumn | null {
  const [first] = rows;
  if (!first) return null;

  const sheet = first.cell.slice(0, first.cell.lastIndexOf('!'));
  const lacks = (sum: KpiSum) => sum.find(({ column }) => !rows.some(({ counts }) => counts.has(column)));
  const over = lacks(numerator);
  if (over) return { title: over.title, sheet, cell: cells.numerator };
  const under = lacks(denominator ?? []);
  return under ? { title: under.title, sheet, cell: cells.denominator } : null;
}
