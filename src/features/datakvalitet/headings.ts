import { cutLines } from '#src/message/cut-lines.ts';
import { shortCell } from '#src/message/message.ts';
import { oppramsing, oppramsingInntil } from '#src/message/norsk.ts';
import type { Model, TabReport } from '#src/sheets/model.ts';

const MOST_HEADING_ROWS = 3;

/** «overskrifter i rad 1, 8, 15 …». */
export function headingRowsText({ headingRows: rows }: TabReport): string {
  const shown = rows.slice(0, MOST_HEADING_ROWS).join(', ');
  return `overskrifter i rad ${shown}${rows.length > MOST_HEADING_ROWS ? ' …' : ''}`;
}

/** Headings that go by another name than in the template, and those that nothing is read from. */
export function headingTexts({ renamed, ignored }: TabReport): readonly string[] {
  const mapped = Object.entries(renamed).map(([heading, title]) => `${title} ← «${shortCell(heading, 60)}»`);
  const columns = cutLines(mapped, { maxLines: 8, maxChars: 400 }, (left) => `${left} til`);
  return [...columns, ...(ignored.length > 0 ? [`ikke brukt: ${ignoredText(ignored)}`] : [])];
}

function ignoredText(headings: readonly string[]): string {
  const quoted = headings.map((heading) => `«${shortCell(heading, 40)}»`);
  return cutLines(quoted, { maxLines: 6, maxChars: 200 }, (left) => `… og ${left} til`).join(' ');
}

/** Tabs that are looked for in vain, and those that nothing is read from. */
export function otherTabsTexts({
  missingTabs,
  unusedTabs,
}: Pick<Model, 'missingTabs' | 'unusedTabs'>): readonly string[] {
  return [
    ...(missingTabs.length > 0 ? [`Faner som ikke finnes: ${oppramsing(missingTabs)}`] : []),
    ...(unusedTabs.length > 0 ? [`Faner boten ikke leser: ${oppramsingInntil(8, unusedTabs)}`] : []),
  ];
}
