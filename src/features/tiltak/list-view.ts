import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import type { Judged, Timing } from '#src/domain/judgement.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section, shortCell } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { aktivitetLabel } from '../aktivitet-title.ts';
import { outdatedText, type PlanView, sourceLine } from '../plan-view.ts';
import { tiltakLine } from '../tiltak-line.ts';
import type { TiltakQuestion } from './question.ts';

/** A list longer than this does not fit one screen together with its heading. */
const MAX_LINES = 30;
const MAX_CHARS = 2900;

type ListQuestion = Exclude<TiltakQuestion, { kind: 'mine' }>;

/** The tiltak asked for, the most pressing first. */
export function listMessage(
  question: ListQuestion,
  shown: readonly Judged[],
  { model, now, judgement }: PlanView,
): Message {
  const title = titleOf(question, model);
  const counts = countsText(shown);
  const lines = cutLines(
    [...shown].sort(byUrgency).map((j) => tiltakLine(j, now.day)),
    { maxLines: MAX_LINES, maxChars: MAX_CHARS },
    (left) => `… og ${left} til. Snevre inn med for eksempel \`/tiltak 5\` eller \`/tiltak forfalt\`.`,
  );
  const old =
    judgement.outdated && shown.some(({ timing }) => timing === 'overdue') ? [section(outdatedText(judgement))] : [];

  return {
    text: `${shortCell(title, 300)}: ${counts}`,
    blocks: [
      header(title),
      context(`${counts} · ${sourceLine(model, now)}`),
      ...old,
      ...(lines.length === 0 ? [] : [section(lines.join('\n'))]),
    ],
  };
}

/** Nothing by that number or word. */
export function noSuchMessage(words: string, near: string | null, { model, now }: PlanView): Message {
  const asked = escapeMrkdwn(cutText(words, 60));
  const nrs = model.plan?.tiltak.flatMap(({ nr }) => nr ?? []) ?? [];
  const range = nrs.length > 0 ? ` Tiltakene går fra ${nrs[0]} til ${nrs.at(-1)}.` : '';
  const hint = near
    ? ` Mente du ${escapeMrkdwn(near)}? Prøv \`/tiltak ${escapeMrkdwn(near)}\`.`
    : /\d/.test(words)
      ? escapeMrkdwn(range)
      : ' Prøv `/tiltak forfalt`, `/tiltak 5.7` eller navnet på en enhet.';
  const text = `Jeg fant ingen tiltak for «${asked}».${hint}`;
  return { text, blocks: [section(text), context(sourceLine(model, now))] };
}

/** «mine» from somebody the bot cannot place. */
export function unknownAskerMessage(): Message {
  const text =
    'Jeg vet ikke hvilken enhet du hører til. Be sekretariatet legge Slack-id-en din inn i fanen Kontakter, eller skriv enheten: `/tiltak kompetansegruppen`. I terminalen: `tiltak mine --som Kompetansegruppen`.';
  return { text, blocks: [section(text)] };
}

export function emptyPlanMessage(model: Model, now: Moment): Message {
  const text = 'Planen er tom: arket har overskrifter, men ingen tiltak ennå.';
  return { text, blocks: [section(text), context(sourceLine(model, now))] };
}

function titleOf(question: ListQuestion, model: Model): string {
  switch (question.kind) {
    case 'all':
      return 'Tiltak i handlingsplanen';
    case 'list':
      return LIST_TITLES[question.list];
    case 'unit':
      return `Tiltak for ${question.unit}`;
    case 'aktivitet': {
      const aktivitet = model.plan?.aktiviteter.find(({ nr }) => nr === question.nr);
      return aktivitetLabel(aktivitet ?? { nr: question.nr, name: '' }, 120);
    }
    case 'nr':
      return `Tiltak ${question.nr}`;
    case 'text':
      return `Tiltak med «${cutText(question.words, 60)}»`;
  }
}

const LIST_TITLES = {
  forfalt: 'Tiltak over fristen',
  snart: 'Tiltak med frist snart',
  'uten frist': 'Tiltak uten frist',
  'uten ansvarlig': 'Tiltak uten ansvarlig',
  uklare: 'Tiltak med uklar frist',
  ferdige: 'Ferdige tiltak',
  venter: 'Tiltak som venter på andre',
} as const;

const URGENCY: readonly Timing[] = [
  'overdue',
  'due-soon',
  'unclear',
  'on-track',
  'waiting',
  'not-begun',
  'ongoing',
  'no-deadline',
  'done',
  'cancelled',
];

/** The longest overdue first, then the nearest deadline; rows that are alike keep the order of the plan. */
function byUrgency(a: Judged, b: Judged): number {
  const byTiming = URGENCY.indexOf(a.timing) - URGENCY.indexOf(b.timing);
  if (byTiming !== 0) return byTiming;
  return (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0);
}

function countsText(shown: readonly Judged[]): string {
  if (shown.length === 0) return 'ingen tiltak';
  const overdue = shown.filter(({ timing }) => timing === 'overdue').length;
  const soon = shown.filter(({ timing }) => timing === 'due-soon').length;
  return [
    antall(shown.length, 'tiltak', 'tiltak'),
    ...(overdue > 0 ? [`${overdue} over fristen`] : []),
    ...(soon > 0 ? [`${soon} med frist snart`] : []),
  ].join(' · ');
}
