import { expect, it } from 'vitest';
import { BookReader } from '#src/sheets/book-reader.ts';
import { kommuneLookup } from '#src/sheets/kommune-lookup.ts';
import { kpiTabs } from '#src/sheets/kpi-tabs.ts';
import { rowsOf } from '../../support/kpi.ts';

it('the workbook’s own columns are in use when a formula of the other tab names them', () => {
  const tabs = [
    ['KPI', 'Nr | Navn | Teller\n7 | Spart | Spart tid (timer)'],
    ['KPI-data', 'Måned | Kommune | UKP-døgn | Spart tid (timer) | Fase\n2024-05 | Malvik | 3 | 7 | 1'],
  ].map(([name = '', rows = '']) => ({ name, rows: rowsOf(rows), merges: [], url: null }));

  const book = new BookReader({ tabs, version: '1' }, kpiTabs.contracts);
  const { data } = kpiTabs.read(book, kommuneLookup([], true));

  expect(data.report?.ignored).toEqual(['Fase']);
});
