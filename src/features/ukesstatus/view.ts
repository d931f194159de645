import type { Judged } from '#src/domain/judgement.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, listSection, type Message, section } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import { faultLine } from '../fault-line.ts';
import { outdatedText, sourceLine } from '../plan-view.ts';
import { contradictionText, tiltakLine, tiltakTitle } from '../tiltak-line.ts';
import type { UkesstatusSummary } from './summary.ts';

/** The weekly status: one screen. What does not fit stands in {@link ukesstatusThread}. */
export function ukesstatusMessage(summary: UkesstatusSummary): Message {
  const { model, now, week, judgement } = summary;
  const title = `Ukesstatus uke ${week} · handlingsplan, KPI og kapasitet`;
  const isEmpty = judgement.tiltak.length === 0;
  const plan = isEmpty
    ? [section('Planen er tom: arket har overskrifter, men ingen tiltak ennå.')]
    : judgement.outdated
      ? [section(outdatedText(judgement))]
      : planSections(summary);

  return {
    text: `Ukesstatus uke ${week}: ${headline(summary)}`,
    blocks: [
      header(title),
      context(sourceLine(model, now)),
      ...plan,
      ...(summary.kpiLines.length > 0 ? [listSection('KPI', summary.kpiLines)] : []),
      ...(summary.kapasitetLine === null ? [] : [listSection('Kapasitet', [summary.kapasitetLine])]),
      ...faultSection(summary),
    ],
  };
}

/** Every line that the message has no room for, with cell addresses. */
export function ukesstatusThread(summary: UkesstatusSummary): readonly Message[] {
  const { model, now, overdue, noDeadline, unclear, contradictions, judgement, faults } = summary;
  const detail = (j: Judged) =>
    `${tiltakLine(j, now.day)} · ${ansvarligText(j)} · ${cellLink(j.tiltak.cell, model.urls)}`;
  const unowned = judgement.tiltak.filter(
    ({ tiltak, timing }) => tiltak.ansvarlig.length === 0 && timing !== 'done' && timing !== 'cancelled',
  );
  const planPages = judgement.outdated
    ? []
    : [
        ...pages('Over fristen', overdue.map(detail)),
        ...pages('Uten frist eller med uklar frist', [...unclear, ...noDeadline].map(detail)),
        ...pages(
          'Stemmer ikke',
          contradictions.map((c) => contradictionText(c, now.day)),
        ),
      ];
  return [
    ...planPages,
    ...pages('Uten ansvarlig', unowned.map(detail)),
    ...pages(
      'Datafeil',
      faults.map((fault) => faultLine(fault, model.urls)),
    ),
  ];
}

function headline({ overdue, dueSoon, judgement }: UkesstatusSummary): string {
  if (judgement.tiltak.length === 0) return 'planen er tom.';
  if (judgement.outdated) return outdatedText(judgement);
  return `${overdue.length} tiltak over fristen, ${dueSoon.length} med frist snart.`;
}

function planSections(summary: UkesstatusSummary) {
  const { now, overdue, dueSoon, noDeadline, unclear, contradictions } = summary;
  const line = (j: Judged) => tiltakLine(j, now.day);
  const inThread = (left: number) => `… og ${left} til i tråden`;
  return [
    overdue.length === 0
      ? section('*Over fristen (0)*\nIngen tiltak er over fristen.')
      : listSection(`Over fristen (${overdue.length})`, few(overdue.map(line), 5, inThread)),
    ...(dueSoon.length === 0
      ? []
      : [
          listSection(
            `Frist snart (${dueSoon.length})`,
            few(dueSoon.map(line), 4, (left) => `… og ${left} til`),
          ),
        ]),
    ...(unclear.length === 0
      ? []
      : [listSection(`Uklar frist (${unclear.length})`, few(unclear.map(line), 3, inThread))]),
    ...(noDeadline.length === 0 ? [] : [listSection(`Uten frist (${noDeadline.length})`, [nrList(noDeadline)])]),
    ...(contradictions.length === 0
      ? []
      : [
          listSection(
            `Stemmer ikke (${contradictions.length})`,
            few(
              contradictions.map((c) => contradictionText(c, now.day)),
              3,
              inThread,
            ),
          ),
        ]),
  ];
}

function few(lines: readonly string[], maxLines: number, more: (left: number) => string): readonly string[] {
  return cutLines(lines, { maxLines, maxChars: 1200 }, more);
}

const MOST_NRS = 12;

/** «5.8 · 5.9 · 7.1 · 7.2». */
function nrList(judged: readonly Judged[]): string {
  const names = judged.map(({ tiltak }) => (tiltak.nr === null ? tiltakTitle(tiltak) : escapeMrkdwn(tiltak.nr)));
  const shown = names.slice(0, MOST_NRS).join(' · ');
  return names.length > MOST_NRS ? `${shown} … og ${names.length - MOST_NRS} til i tråden` : shown;
}

function ansvarligText({ tiltak }: Judged): string {
  return tiltak.ansvarlig.length === 0 ? 'ingen ansvarlig' : escapeMrkdwn(tiltak.ansvarlig.join(', '));
}

function faultSection({ faults, model }: UkesstatusSummary) {
  if (faults.length === 0) return [];
  const lines = few(
    faults.map((fault) => faultLine(fault, model.urls)),
    3,
    (left) => `… og ${antall(left, 'feil', 'feil')} til i tråden`,
  );
  return [listSection(`Datafeil (${faults.length})`, lines)];
}
