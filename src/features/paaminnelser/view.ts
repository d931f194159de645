import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { sameName } from '#src/domain/names.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, type Message, section, shortCell } from '#src/message/message.ts';
import { antall, oppramsing } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import type { Model } from '#src/sheets/model.ts';
import { judgeModel } from '../judge-model.ts';
import { outdatedText, sourceLine } from '../plan-view.ts';
import { blocksText, contradictionText, dueText, partsText, tiltakTitle, timingText } from '../tiltak-line.ts';
import type { Digest, ReminderSummary } from './summary.ts';

/** More than this is not answered in one sitting; the rest stands in the thread. Two lines a tiltak. */
const ROOM = { maxLines: 9, maxChars: 2800 } as const;

/** One unit's reminder. */
export function reminderMessage({ unit, tiltak }: Digest, model: Model, now: Moment): Message {
  const greeting = `Hei. ${shortCell(unit, 200)} har ${antall(tiltak.length, 'tiltak', 'tiltak')} som trenger svar.`;
  const lines = digestLines(tiltak, model, now);
  const questions = judgeModel(model, now)
    .contradictions.filter(({ judged }) => tiltak.includes(judged))
    .map((c) => `⚠ ${contradictionText(c, now.day)}`);
  const asked = cutLines(questions, { maxLines: 3, maxChars: 900 }, (left) => `… og ${left} spørsmål til`);

  return {
    text: `${greeting} ${shortList(tiltak)}`,
    blocks: [
      section(greeting),
      section(lines.join('\n')),
      ...(asked.length === 0 ? [] : [section(asked.join('\n'))]),
      context(`${howToReport(unit, tiltak, model)}\n${sourceLine(model, now)}`),
    ],
  };
}

/** All the lines of a digest that is too long for one message. */
export function reminderThread({ unit, tiltak }: Digest, model: Model, now: Moment): readonly Message[] {
  const all = tiltak.map((j) => reminderLines(j, model, now));
  const shown = digestLines(tiltak, model, now);
  return all.at(-1) === shown.at(-1) ? [] : pages(`Alle tiltak for ${unit}`, all);
}

function digestLines(tiltak: readonly Judged[], model: Model, now: Moment): readonly string[] {
  const all = tiltak.map((j) => reminderLines(j, model, now));
  return cutLines(all, ROOM, (left) => `… og ${left} til i tråden`);
}

/** What the secretariat must look after itself: tiltak without an owner, and owners without Slack. Null when nothing. */
export function secretariatMessage(summary: ReminderSummary, model: Model, now: Moment): Message | null {
  const judgement = judgeModel(model, now);
  const unowned = summary.unowned.map(({ tiltak }) => tiltak.nr ?? `«${cutText(tiltak.text, 40)}»`);
  const lines = [
    ...(summary.silent === 'outdated' ? [outdatedText(judgement)] : []),
    ...(unowned.length > 0 ? [`*Uten ansvarlig (${unowned.length})*  ${list(unowned, 20)}`] : []),
    ...(summary.unmapped.length > 0
      ? [`*Uten Slack i Kontakter (${summary.unmapped.length})*  ${list(summary.unmapped, 15)}`]
      : []),
  ];
  if (lines.length === 0) return null;
  const counts = [
    ...(unowned.length > 0 ? [`${antall(unowned.length, 'tiltak', 'tiltak')} uten ansvarlig`] : []),
    ...(summary.unmapped.length > 0 ? [`${antall(summary.unmapped.length, 'enhet', 'enheter')} uten Slack`] : []),
  ];
  const text = `Til sekretariatet: ${counts.length > 0 ? `${counts.join(', ')}.` : outdatedText(judgement)}`;
  return { text, blocks: [section(`*Til sekretariatet*\n${lines.join('\n')}`), context(sourceLine(model, now))] };
}

/** «1.1 Kvalitetsindikatorer · frist 1. mai · 33 dager over fristen · 1.2 venter på dette», and where it stands. */
function reminderLines(judged: Judged, model: Model, now: Moment): string {
  const { tiltak } = judged;
  const { end } = tiltak.frist;
  const due = judged.timing === 'overdue' && end !== null ? `frist ${dueText(end, now.day)}` : '';
  const parts = [due, timingText(judged, now.day), partsText(judged), ...blocksText(judged)].filter((p) => p !== '');
  return `*${tiltakTitle(tiltak)}*\n    ${parts.join(' · ')} · ${cellLink(tiltak.cell, model.urls)}`;
}

function shortList(tiltak: readonly Judged[]): string {
  const names = tiltak.slice(0, 3).map(({ tiltak: t }) => tiltakTitle(t));
  const left = tiltak.length - names.length;
  return left > 0 ? `${names.join('; ')} … og ${left} til.` : `${oppramsing(names)}.`;
}

/** Where this unit writes: a kommune in its own row for what all kommuner answer for, everybody else in the plan. */
function howToReport(unit: string, tiltak: readonly Judged[], model: Model): string {
  const tabs = tiltak.map(({ tiltak: t, perKommune }) => {
    const own = perKommune.some(({ kommune }) => sameName(kommune, unit));
    return own && !model.missingTabs.includes(PER_KOMMUNE) ? PER_KOMMUNE : sheetOf(t.cell);
  });
  const where = [...new Set(tabs)].map((tab) => `fanen ${escapeMrkdwn(tab)}`).join(' og ');
  return `Skriv status i ${where}, kolonnen Status: på vei, ferdig, forsinket eller på vent.`;
}

const PER_KOMMUNE = 'Status per kommune';

function sheetOf(cell: string): string {
  return cell.slice(0, cell.lastIndexOf('!'));
}

function list(names: readonly string[], most: number): string {
  const shown = names
    .slice(0, most)
    .map((name) => shortCell(name, 60))
    .join(', ');
  return names.length > most ? `${shown} … og ${names.length - most} til` : shown;
}
