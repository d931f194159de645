import type { Judged } from '#src/domain/judgement.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { blockTexts } from '#src/message/limits.ts';
import { context, header, listSection, type Message, section, shortCell } from '#src/message/message.ts';
import { faultLine } from '../fault-line.ts';
import { outdatedText, sourceLine } from '../plan-view.ts';
import { contradictionText, tiltakLine } from '../tiltak-line.ts';
import { newsSection } from './news-view.ts';
import { ROOMY, type Room, TIGHT } from './room.ts';
import type { UkesstatusSummary } from './summary.ts';

/** Lines of the whole message. */
const ONE_SCREEN = 30;

/** The weekly status: one screen. What does not fit stands in the thread. */
export function ukesstatusMessage(summary: UkesstatusSummary): Message {
  const roomy = messageWith(ROOMY, summary);
  return linesIn(roomy) <= ONE_SCREEN ? roomy : messageWith(TIGHT, summary);
}

function messageWith(room: Room, summary: UkesstatusSummary): Message {
  const { model, now, week, judgement, kpiLines, kapasitetLine } = summary;
  const plan =
    judgement.tiltak.length === 0
      ? [section('Planen er tom: arket har overskrifter, men ingen tiltak ennå.')]
      : judgement.outdated
        ? [section(outdatedText(judgement))]
        : planSections(room, summary);

  return {
    text: `Ukesstatus uke ${week}: ${headline(summary)}`,
    blocks: [
      header(`Ukesstatus uke ${week} · handlingsplan, KPI og kapasitet`),
      context(sourceLine(model, now)),
      ...newsSection(room, summary),
      ...plan,
      ...(kpiLines.length > 0 ? [listSection('KPI', kpiLines)] : []),
      ...(kapasitetLine === null ? [] : [section(`*Kapasitet*  ${kapasitetLine}`)]),
      ...faultSections(room, summary),
    ],
  };
}

function linesIn({ blocks }: Message): number {
  return blocks.flatMap(blockTexts).reduce((sum, text) => sum + text.split('\n').length, 0);
}

function headline({ overdue, dueSoon, judgement }: UkesstatusSummary): string {
  if (judgement.tiltak.length === 0) return 'planen er tom.';
  if (judgement.outdated) return outdatedText(judgement);
  return `${overdue.length} tiltak over fristen, ${dueSoon.length} med frist snart.`;
}

function planSections(room: Room, summary: UkesstatusSummary) {
  const { now, overdue, dueSoon, noDeadline, unclear, contradictions } = summary;
  const line = (j: Judged) => tiltakLine(j, now.day);
  const questions = contradictions.map((c) => contradictionText(c, now.day));
  return [
    ...(overdue.length === 0
      ? [section('*Over fristen (0)*\nIngen tiltak er over fristen.')]
      : list('Over fristen', overdue.map(line), room.overdue)),
    ...list('Frist snart', dueSoon.map(line), room.others),
    ...list('Uklar frist', unclear.map(line), room.others),
    ...(noDeadline.length === 0 ? [] : [section(`*Uten frist (${noDeadline.length})*  ${nrList(noDeadline)}`)]),
    ...list('Stemmer ikke', questions, room.others),
  ];
}

function faultSections(room: Room, { faults, model }: UkesstatusSummary) {
  const lines = faults.map((fault) => faultLine(fault, model.urls));
  return list('Datafeil', lines, room.others);
}

/** A heading with how many there are, and the first of them; nothing when there are none. */
function list(heading: string, lines: readonly string[], maxLines: number) {
  if (lines.length === 0) return [];
  const shown = cutLines(lines, { maxLines, maxChars: 1200 }, (left) => `… og ${left} til i tråden`);
  return [listSection(`${heading} (${lines.length})`, shown)];
}

const MOST_NRS = 12;

/** «5.8 · 5.9 · 7.1 · 7.2». */
function nrList(judged: readonly Judged[]): string {
  const names = judged.map(({ tiltak }) => tiltak.nr ?? shortCell(tiltak.kortnavn ?? tiltak.text, 40));
  const shown = names.slice(0, MOST_NRS).join(' · ');
  return names.length > MOST_NRS ? `${shown} … og ${names.length - MOST_NRS} til i tråden` : shown;
}
