import type { TabContract } from './contract.ts';
import type { TabResult } from './fault-list.ts';
import type { Heading } from './find-headings.ts';
import { headingForm } from './heading.ts';
import type { TabReport } from './model.ts';
import type { TabRead } from './read-tab.ts';

/** How a tab was understood: every heading mapped to a column, or named as ignored. */
export function reportOf<K extends string>(
  read: TabRead<K>,
  contract: TabContract<K>,
  result: TabResult<unknown>,
): TabReport {
  const headings = read.tables.flatMap((table) => table.headings);
  const columns = Object.fromEntries(headings.flatMap(({ text, key }) => (key === null ? [] : [[text, key]])));
  const ignored = headings.filter(({ key, text }) => key === null && !(text in columns)).map(({ text }) => text);
  return {
    workbook: contract.workbook,
    contract: contract.name,
    sheet: read.sheet,
    headingRows: read.tables.map(({ headingRow }) => headingRow + 1),
    columns,
    renamed: renamedHeadings(headings, contract),
    ignored: [...new Set(ignored)],
    rows: result.rows,
    skipped: result.skipped,
  };
}

/** Headings that go by another name in our own templates: heading → the template's title. */
function renamedHeadings<K extends string>(
  headings: readonly Heading<K>[],
  { columns }: TabContract<K>,
): Readonly<Record<string, string>> {
  const titles = new Map<string | null, string>(columns.map(({ key, title }) => [key, title]));
  return Object.fromEntries(
    headings.flatMap(({ text, key }) => {
      const title = titles.get(key);
      return title === undefined || headingForm(title) === headingForm(text) ? [] : [[text, title]];
    }),
  );
}
