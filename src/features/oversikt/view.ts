import { cutText } from '#src/cut-text.ts';
import type { Judged } from '#src/domain/judgement.ts';
import type { Aktivitet } from '#src/domain/tiltak.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { blockTextLength } from '#src/message/limits.ts';
import { context, escapeMrkdwn, header, listSection, type Message, section } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import { outdatedText, type PlanView, sourceLine } from '../plan-view.ts';
import { statusText, tiltakLine } from '../tiltak-line.ts';

/** Room for the aktiviteter, leaving some of Slack's budget for headings and small print. */
const MAX_CHARS = 8000;
const MAX_AKTIVITETER = 40;

/** Aktivitet by aktivitet, one line a tiltak; a plan too long for one message shows what is pressing in each. */
export function oversiktMessage(view: PlanView): Message {
  const { model, now, judgement } = view;
  const { tiltak } = judgement;
  const groups = groupByAktivitet(model.plan?.aktiviteter ?? [], tiltak);
  if (tiltak.length === 0) {
    const text = 'Planen er tom: arket har overskrifter, men ingen tiltak ennå.';
    return { text, blocks: [section(text), context(sourceLine(model, now))] };
  }

  const counts = `${antall(tiltak.length, 'tiltak', 'tiltak')} i ${antall(groups.length, 'aktivitet', 'aktiviteter')}`;
  const whole = groups.map((group) => groupSection(group, view, group.tiltak.length));
  const fits = blockTextLength(whole) <= MAX_CHARS && whole.length <= MAX_AKTIVITETER;
  const shown = groups.slice(0, MAX_AKTIVITETER);
  const perGroup = Math.max(1, Math.floor(MAX_CHARS / 130 / Math.max(1, shown.length)));
  const sections = fits ? whole : shown.map((group) => groupSection(group, view, perGroup));
  const left = groups.length - shown.length;

  return {
    text: `Handlingsplanen: ${counts}`,
    blocks: [
      header('Handlingsplanen'),
      context(`${counts} · ${sourceLine(model, now)}`),
      ...(judgement.outdated ? [section(outdatedText(judgement))] : []),
      ...sections,
      ...(fits || left <= 0 ? [] : [section(`… og ${left} aktiviteter til. Se dem i arket.`)]),
    ],
  };
}

interface Group {
  readonly aktivitet: Aktivitet;
  readonly tiltak: readonly Judged[];
}

function groupByAktivitet(aktiviteter: readonly Aktivitet[], tiltak: readonly Judged[]): readonly Group[] {
  const byNr = Map.groupBy(tiltak, (j) => j.tiltak.aktivitet);
  const known = aktiviteter.length > 0 ? aktiviteter : [{ nr: '', name: 'Tiltak' }];
  const listed = new Set(known.map(({ nr }) => nr));
  const rest = [...byNr.keys()].filter((nr) => !listed.has(nr)).map((nr) => ({ nr, name: 'Uten aktivitet' }));
  return [...known, ...rest].map((aktivitet) => ({ aktivitet, tiltak: byNr.get(aktivitet.nr) ?? [] }));
}

function groupSection({ aktivitet, tiltak }: Group, { now }: PlanView, maxLines: number) {
  const lines = tiltak.map((j) => {
    const reported =
      j.status === 'not-reported' || j.status === 'done' ? '' : ` · ${statusText(j.status, j.tiltak.statusText)}`;
    return `${tiltakLine(j, now.day)}${reported}`;
  });
  const pressing = lines.length <= maxLines ? lines : [...lines].sort((a, b) => rank(a) - rank(b));
  const shown = cutLines(
    pressing,
    { maxLines, maxChars: 2700 },
    (left) => `… og ${left} til: \`/tiltak ${aktivitet.nr}\``,
  );
  const name = cutText(aktivitet.name, 90);
  return listSection(escapeMrkdwn(/^\d/.test(aktivitet.nr) ? `${aktivitet.nr}. ${name}` : name), shown);
}

function rank(line: string): number {
  return Number(!line.includes('over fristen'));
}
