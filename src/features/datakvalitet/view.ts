import type { Moment } from '#src/domain/day.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, header, listSection, type Message, section, shortCell } from '#src/message/message.ts';
import { antall, oppramsing, oppramsingInntil } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import { handlingsplanContract } from '#src/sheets/handlingsplan.ts';
import type { Model, TabReport } from '#src/sheets/model.ts';
import { faultLine } from '../fault-line.ts';
import { sourceLine } from '../plan-view.ts';

const MOST_FAULTS = 10;

/** How every tab was understood, then the first faults; one screen. */
export function sjekkMessage(model: Model, now: Moment): Message {
  const { faults, tabs, missingTabs, unusedTabs } = model;
  const count = faults.length === 0 ? 'Ingen feil å rette' : antall(faults.length, 'feil å rette', 'feil å rette');
  const lines = cutLines(
    faults.map((fault) => faultLine(fault, model.urls)),
    { maxLines: MOST_FAULTS, maxChars: 2800 },
    (left) => `… og ${left} til`,
  );
  const notes = [
    ...(missingTabs.length > 0 ? [`Faner som ikke finnes: ${oppramsing(missingTabs)}`] : []),
    ...(unusedTabs.length > 0 ? [`Faner boten ikke leser: ${oppramsingInntil(8, unusedTabs)}`] : []),
  ];

  return {
    text: count,
    blocks: [
      header('Slik leser jeg arkene'),
      ...tabSections(tabs, model),
      ...(notes.length === 0 ? [] : [context(shortCell(notes.join(' · '), 1000))]),
      faults.length === 0 ? section(`*${count}*`) : listSection(count, lines),
      context(sourceLine(model, now)),
    ],
  };
}

/** All faults, when there are more than the message shows. */
export function sjekkDetails({ faults, urls }: Model): readonly Message[] {
  if (faults.length <= MOST_FAULTS) return [];
  return pages(
    'Alle feil',
    faults.map((fault) => faultLine(fault, urls)),
  );
}

/** Two sections, since the tabs of two workbooks with many columns of their own do not fit in one. */
function tabSections(tabs: readonly TabReport[], model: Model) {
  const half = Math.ceil(tabs.length / 2);
  return [tabs.slice(0, half), tabs.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) => section(part.map((tab) => tabLines(tab, model)).join('\n')));
}

function tabLines(tab: TabReport, model: Model): string {
  const parts = [
    contentText(tab, model),
    headingRowsText(tab.headingRows),
    ...(tab.skipped > 0 ? [`${antall(tab.skipped, 'malrad', 'malrader')} hoppet over`] : []),
  ];
  const mapped = Object.entries(tab.renamed).map(([heading, title]) => `${title} ← «${shortCell(heading, 60)}»`);
  const columns = cutLines(mapped, { maxLines: 8, maxChars: 400 }, (left) => `${left} til`);
  const ignored = tab.ignored.length > 0 ? [`ikke brukt: ${ignoredText(tab.ignored)}`] : [];
  const second = [...columns, ...ignored].join('   ');
  return `*${shortCell(tab.sheet, 60)}*: ${parts.join(' · ')}${second === '' ? '' : `\n    ${second}`}`;
}

function ignoredText(headings: readonly string[]): string {
  const quoted = headings.map((heading) => `«${shortCell(heading, 40)}»`);
  return cutLines(quoted, { maxLines: 6, maxChars: 200 }, (left) => `… og ${left} til`).join(' ');
}

function contentText(tab: TabReport, { plan }: Model): string {
  if (tab.contract === handlingsplanContract.name && plan) {
    return `${antall(plan.tiltak.length, 'tiltak', 'tiltak')} i ${antall(plan.aktiviteter.length, 'aktivitet', 'aktiviteter')}`;
  }
  return antall(tab.rows, 'rad', 'rader');
}

const MOST_HEADING_ROWS = 3;

function headingRowsText(rows: readonly number[]): string {
  const shown = rows.slice(0, MOST_HEADING_ROWS).join(', ');
  return `overskrifter i rad ${shown}${rows.length > MOST_HEADING_ROWS ? ' …' : ''}`;
}
