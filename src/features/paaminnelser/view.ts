import type { Moment } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { sameName } from '#src/domain/names.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, section, shortCell } from '#src/message/message.ts';
import { antall, oppramsing } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Content, Occasion } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { sourceLine } from '../plan-view.ts';
import { blocksText, contradictionText, dueText, partsText, tiltakTitle, timingText } from '../tiltak-line.ts';
import { type Digest, isUnmapped } from './summary.ts';

/** More than this is not answered in one sitting; the rest stands in the thread. Two lines a tiltak. */
const ROOM = { maxLines: 9, maxChars: 2800 } as const;
const ROOM_FOR_QUESTIONS = { maxLines: 3, maxChars: 900 } as const;

/** One unit's reminder; the thread holds all the lines of one that is too long for a message. */
export function reminderContent(digest: Digest, { model, now }: Occasion): Content {
  const { unit, tiltak } = digest;
  const greeting = `Hei. ${shortCell(unit, 200)} har ${antall(tiltak.length, 'tiltak', 'tiltak')} som trenger svar.`;
  const all = tiltak.map((j) => reminderLines(j, model, now));
  const shown = cutLines(all, ROOM, (left) => `… og ${left} til i tråden`);
  const asked = cutLines(questionsAbout(tiltak, model, now), ROOM_FOR_QUESTIONS, (left) => `… og ${left} spørsmål til`);
  const small = [howToReport(unit, tiltak, model), ...whyHere(digest, model), sourceLine(model, now)];

  const message = {
    text: `${greeting} ${shortList(tiltak)}`,
    blocks: [
      section(greeting),
      section(shown.join('\n')),
      ...(asked.length === 0 ? [] : [section(asked.join('\n'))]),
      context(small.join('\n')),
    ],
  };
  return { message, thread: all.at(-1) === shown.at(-1) ? [] : pages(`Alle tiltak for ${unit}`, all) };
}

function questionsAbout(tiltak: readonly Judged[], model: Model, now: Moment): readonly string[] {
  return judgeModel(model, now)
    .contradictions.filter(({ judged }) => tiltak.includes(judged))
    .map((c) => `⚠ ${contradictionText(c, now.day)}`);
}

/** In a channel where others read it, too. */
function whyHere(digest: Digest, { restored }: Model): readonly string[] {
  if (!isUnmapped(digest) || restored.includes('handlingsplan')) return [];
  return [`Står her fordi ${shortCell(digest.unit, 200)} ikke har Slack-id eller e-post i fanen Kontakter.`];
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
