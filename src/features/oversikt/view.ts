import { cutLines } from '#src/message/cut-lines.ts';
import { blockTextLength } from '#src/message/limits.ts';
import { context, escapeMrkdwn, header, listSection, type Message, section } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import { aktivitetTitle } from '../aktivitet-title.ts';
import { outdatedText, type PlanView, sourceLine } from '../plan-view.ts';
import { tiltakLine } from '../tiltak-line.ts';
import { type AktivitetGroup, groupByAktivitet } from './groups.ts';

/** Room for the aktiviteter, leaving some of Slack's budget for headings and small print. */
const MAX_CHARS = 8000;
const MAX_AKTIVITETER = 40;
/** Lines for each aktivitet, tried until the plan fits in one message. */
const LINES = [Number.POSITIVE_INFINITY, 20, 12, 8, 5, 3, 2] as const;

/** Aktivitet by aktivitet, one line a tiltak; a plan too long for one message shows what is pressing in each. */
export function oversiktMessage(view: PlanView): Message {
  const { model, now, judgement } = view;
  const { tiltak } = judgement;
  if (tiltak.length === 0) {
    const text = 'Planen er tom: arket har overskrifter, men ingen tiltak ennå.';
    return { text, blocks: [section(text), context(sourceLine(model, now))] };
  }

  const groups = groupByAktivitet(model.plan?.aktiviteter ?? [], tiltak);
  const counts = `${antall(tiltak.length, 'tiltak', 'tiltak')} i ${antall(groups.length, 'aktivitet', 'aktiviteter')}`;
  const sections = sectionsThatFit(groups, view);
  const left = groups.length - sections.length;

  return {
    text: `Handlingsplanen: ${counts}`,
    blocks: [
      header('Handlingsplanen'),
      context(`${counts} · ${sourceLine(model, now)}`),
      ...(judgement.outdated ? [section(outdatedText(judgement))] : []),
      ...sections,
      ...(left > 0 ? [section(`… og ${antall(left, 'aktivitet', 'aktiviteter')} til. Se dem i arket.`)] : []),
    ],
  };
}

function sectionsThatFit(groups: readonly AktivitetGroup[], view: PlanView) {
  const shown = groups.slice(0, MAX_AKTIVITETER);
  const tried = LINES.map((maxLines) => () => shown.map((group) => groupSection(group, view, maxLines)));
  for (const make of tried) {
    const sections = make();
    if (blockTextLength(sections) <= MAX_CHARS) return sections;
  }
  const shortest = shown.map((group) => groupSection(group, view, LINES.at(-1) ?? 2));
  return shortest.filter((_, index) => blockTextLength(shortest.slice(0, index + 1)) <= MAX_CHARS);
}

function groupSection({ aktivitet, tiltak }: AktivitetGroup, { now }: PlanView, maxLines: number) {
  const isWhole = tiltak.length <= maxLines;
  const ordered = isWhole ? tiltak : tiltak.toSorted((a, b) => (b.daysOverdue ?? -1) - (a.daysOverdue ?? -1));
  const lines = cutLines(
    ordered.map((judged) => tiltakLine(judged, now.day)),
    { maxLines, maxChars: 2400 },
    (left) => `… og ${left} til: \`${`/tiltak ${aktivitet.nr}`.trim()}\``,
  );
  return listSection(escapeMrkdwn(aktivitetTitle(aktivitet, 90)), lines);
}
