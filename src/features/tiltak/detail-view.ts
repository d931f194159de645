import { cutText } from '#src/cut-text.ts';
import type { Judged } from '#src/domain/judgement.ts';
import type { Slips } from '#src/domain/plan-changes.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section, shortCell } from '#src/message/message.ts';
import { dato, oppramsing, oppramsingInntil } from '#src/message/norsk.ts';
import { aktivitetLabel } from '../aktivitet-title.ts';
import { kpiMentions } from '../kpi-mentions.ts';
import { slipText } from '../plan-change-text.ts';
import { type PlanView, sourceLine } from '../plan-view.ts';
import { contradictionText, statusText, tiltakTitle, timingText } from '../tiltak-line.ts';

/** A longer title stands in full right below. */
const TITLE_LENGTH = 80;

/** Everything the plan says of one tiltak, what it means today, and how often its deadline has slipped. */
export function detailMessage(judged: Judged, slips: Slips | null, view: PlanView): Message {
  const { model, now } = view;
  const { tiltak } = judged;
  const title =
    tiltak.nr === null ? (tiltak.kortnavn ?? tiltak.text) : `${tiltak.nr} ${tiltak.kortnavn ?? tiltak.text}`;
  const timing = timingText(judged, now.day);

  return {
    text: `${tiltakTitle(tiltak)}: ${timing}`,
    blocks: [
      header(cutText(title, TITLE_LENGTH)),
      context(escapeMrkdwn(belongsTo(judged, view))),
      ...(title.endsWith(tiltak.text) && title.length <= TITLE_LENGTH ? [] : [section(shortCell(tiltak.text, 1500))]),
      section(factLines(judged, slips, view).join('\n')),
      ...questions(judged, view),
      context(`${cellLink(tiltak.cell, model.urls)} · ${sourceLine(model, now)}`),
    ],
  };
}

function belongsTo({ tiltak }: Judged, { model }: PlanView): string {
  const aktivitet = model.plan?.aktiviteter.find(({ nr }) => nr === tiltak.aktivitet);
  const kpi = kpiMentions(tiltak.text);
  return [
    ...(aktivitet ? [aktivitetLabel(aktivitet, 100)] : []),
    ...(kpi.length > 0 ? [`KPI ${oppramsing(kpi)}`] : []),
    ...(aktivitet || kpi.length > 0 ? [] : ['Uten aktivitet']),
  ].join(' · ');
}

function factLines(judged: Judged, slips: Slips | null, { now }: PlanView): readonly string[] {
  const { tiltak, status, blocks } = judged;
  const priority = [
    ...(tiltak.prioritet ? [`prioritet ${PRIORITET[tiltak.prioritet]}`] : []),
    ...(tiltak.omfang ? [`omfang ${tiltak.omfang}`] : []),
  ].join(' · ');
  return [
    `*Frist*  ${[fristText(judged, now.day), ...slipText(slips, now.day)].join(' · ')}`,
    `*Ansvarlig*  ${tiltak.ansvarlig.length > 0 ? shortCell(tiltak.ansvarlig.join(', '), 500) : 'ikke satt'}`,
    `*Status*  ${statusText(status, tiltak.statusText)}`,
    ...(priority ? [`*Vekt*  ${priority}`] : []),
    ...(tiltak.kommentar ? [`*Kommentar*  ${shortCell(tiltak.kommentar, 500)}`] : []),
    ...(blocks.length > 0 ? [`*Venter på dette*  ${oppramsingInntil(12, blocks)}`] : []),
    ...perKommuneLines(judged),
  ];
}

const PRIORITET = { hoy: 'høy', middels: 'middels', lav: 'lav' } as const;

/** The deadline as understood, what the sheet says, and what that means today. */
function fristText(judged: Judged, today: PlanView['now']['day']): string {
  const { frist } = judged.tiltak;
  const timing = timingText(judged, today);
  const understood = frist.end === null ? '' : dato(frist.end, today);
  const written = frist.text === '' ? 'cellen er tom' : `arket sier «${shortCell(frist.text, 100)}»`;
  if (frist.kind === 'fault') return `finnes ikke i kalenderen (${written})`;
  if (judged.timing === 'unclear') return `kan ikke avgjøres (${written})`;
  if (understood === '') return `${timing.replace(/^uten frist/, 'ikke satt')} (${written})`;
  // «Frist» stands in front already.
  if (timing.startsWith('frist ') && timing.endsWith(understood))
    return `${timing.slice('frist '.length)} (${written})`;
  return `${understood} (${written}) · ${timing.replace(/^frist /, '')}`;
}

function perKommuneLines({ perKommune, tiltak }: Judged): readonly string[] {
  if (perKommune.length === 0) return [];
  const reported = perKommune.filter(({ status }) => status !== 'not-reported');
  const missing = perKommune.filter(({ status }) => status === 'not-reported').map(({ kommune }) => kommune);
  const who = tiltak.fanOut === 'kommuner' ? 'kommuner' : 'kommunegrupper';
  const lines = reported.map(({ kommune, status }) => `${escapeMrkdwn(kommune)} ${statusText(status, '')}`);
  return [
    `*Rapportert*  ${reported.length} av ${perKommune.length} ${who}`,
    ...cutLines(lines, { maxLines: 15, maxChars: 1000 }, (left) => `… og ${left} til`),
    ...(missing.length > 0 && reported.length > 0 ? [`▫ mangler: ${shortCell(missing.join(', '), 400)}`] : []),
  ];
}

function questions(judged: Judged, { judgement, now }: PlanView) {
  const texts = judgement.contradictions
    .filter((c) => c.judged === judged)
    .map((c) => `⚠ ${contradictionText(c, now.day)}`);
  const asked = cutLines(texts, { maxLines: 4, maxChars: 1500 }, (left) => `… og ${left} spørsmål til`);
  return asked.length === 0 ? [] : [section(asked.join('\n'))];
}
