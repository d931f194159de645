import type { Moment } from '#src/domain/day.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, header, listSection, type Message, section, shortCell } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import { handlingsplanContract } from '#src/sheets/handlingsplan.ts';
import type { Model, TabReport } from '#src/sheets/model.ts';
import { faultLine } from '../fault-line.ts';
import { sourceLine } from '../plan-view.ts';
import { headingRowsText, headingTexts, otherTabsTexts } from './headings.ts';

const MOST_FAULTS = 10;

/** How every tab was understood, then the first faults; one screen. */
export function sjekkMessage(model: Model, now: Moment): Message {
  const { faults, tabs } = model;
  const count = faults.length === 0 ? 'Ingen feil å rette' : antall(faults.length, 'feil å rette', 'feil å rette');
  const lines = cutLines(
    faults.map((fault) => faultLine(fault, model.urls)),
    { maxLines: MOST_FAULTS, maxChars: 2800 },
    (left) => `… og ${left} til`,
  );
  const notes = otherTabsTexts(model);

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
    headingRowsText(tab),
    ...(tab.skipped > 0 ? [`${antall(tab.skipped, 'malrad', 'malrader')} hoppet over`] : []),
  ];
  const second = headingTexts(tab).join('   ');
  return `*${shortCell(tab.sheet, 60)}*: ${parts.join(' · ')}${second === '' ? '' : `\n    ${second}`}`;
}

function contentText(tab: TabReport, { plan }: Model): string {
  if (tab.contract === handlingsplanContract.name && plan) {
    return `${antall(plan.tiltak.length, 'tiltak', 'tiltak')} i ${antall(plan.aktiviteter.length, 'aktivitet', 'aktiviteter')}`;
  }
  return antall(tab.rows, 'rad', 'rader');
}
