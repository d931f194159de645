import type { Judged } from '#src/domain/judgement.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { type Message, shortCell } from '#src/message/message.ts';
import { pages } from '#src/message/pages.ts';
import { faultLine } from '../fault-line.ts';
import { changeLine, slipText } from '../plan-change-text.ts';
import { contradictionText, tiltakLine } from '../tiltak-line.ts';
import type { UkesstatusSummary } from './summary.ts';

/** Every line that the message has no room for, with cell addresses. */
export function ukesstatusThread(summary: UkesstatusSummary): readonly Message[] {
  const { model, now, overdue, dueSoon, noDeadline, unclear, contradictions, judgement, faults, news } = summary;
  const detail = (j: Judged) =>
    [
      tiltakLine(j, now.day),
      ...slipText(news.slipsOf(j), now.day),
      ansvarligText(j),
      cellLink(j.tiltak.cell, model.urls),
    ].join(' · ');
  const unowned = judgement.tiltak.filter(
    ({ tiltak, timing }) => tiltak.ansvarlig.length === 0 && timing !== 'done' && timing !== 'cancelled',
  );
  const planPages = judgement.outdated
    ? []
    : [
        ...pages('Over fristen', overdue.map(detail)),
        ...pages('Frist snart', dueSoon.map(detail)),
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
    // Last, so that the other parts keep their places when the status is told while this thread is being posted.
    ...pages(
      'Nytt siden sist',
      news.changes.map((one) => changeLine(one, now.day, model.urls)),
    ),
  ];
}

function ansvarligText({ tiltak }: Judged): string {
  return tiltak.ansvarlig.length === 0 ? 'ingen ansvarlig' : shortCell(tiltak.ansvarlig.join(', '), 300);
}
