import type { Updated } from './write-values.ts';

/** The totals of several updates; Google leaves out what is zero. */
export function summed(updates: readonly Updated[]): object {
  const total = (field: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
    updates.reduce((sum, update) => sum + (update[field] ?? 0), 0);
  const sheets = new Set(updates.map(({ updatedRange }) => updatedRange.slice(0, updatedRange.lastIndexOf('!'))));
  const totals = {
    totalUpdatedRows: total('updatedRows'),
    totalUpdatedColumns: total('updatedColumns'),
    totalUpdatedCells: total('updatedCells'),
    totalUpdatedSheets: sheets.size,
  };
  return Object.fromEntries(Object.entries(totals).filter(([, sum]) => sum > 0));
}
