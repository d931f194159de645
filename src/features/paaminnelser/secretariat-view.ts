import { cutText } from '#src/cut-text.ts';
import type { Moment } from '#src/domain/day.ts';
import { context, type Message, section, shortCell } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { judgeModel } from '../judge-model.ts';
import { outdatedText, sourceLine } from '../plan-view.ts';
import type { ReminderSummary } from './summary.ts';

/** What the secretariat must look after itself: tiltak without an owner, and owners nobody can reach. Null when nothing. */
export function secretariatMessage(summary: ReminderSummary, model: Model, now: Moment): Message | null {
  const unowned = summary.unowned.length;
  const unmapped = knownUnmapped(summary, model).length;
  const lines = secretariatLines(summary, model, now);
  if (lines.length === 0) return null;
  const counts = [
    ...(unowned > 0 ? [`${antall(unowned, 'tiltak', 'tiltak')} uten ansvarlig`] : []),
    ...(unmapped > 0 ? [`${antall(unmapped, 'enhet', 'enheter')} uten Slack eller e-post`] : []),
  ];
  const what = counts.length > 0 ? `${counts.join(', ')}.` : outdatedText(judgeModel(model, now));
  return {
    text: `Til sekretariatet: ${what}`,
    blocks: [section(`*Til sekretariatet*\n${lines.join('\n')}`), context(sourceLine(model, now))],
  };
}

/** One line for each thing to settle. */
export function secretariatLines(summary: ReminderSummary, model: Model, now: Moment): readonly string[] {
  const unowned = summary.unowned.map(({ tiltak }) => tiltak.nr ?? `«${cutText(tiltak.text, 40)}»`);
  const unmapped = knownUnmapped(summary, model);
  return [
    ...(summary.silent === 'outdated' ? [outdatedText(judgeModel(model, now))] : []),
    ...(unowned.length > 0 ? [`*Uten ansvarlig (${unowned.length})*  ${list(unowned, 20)}`] : []),
    ...(unmapped.length > 0
      ? [`*Uten Slack eller e-post i Kontakter (${unmapped.length})*  ${list(unmapped, 15)}`]
      : []),
  ];
}

/** Figures from an earlier run have no addresses, so then nobody can tell who lacks one. */
function knownUnmapped({ unmapped }: ReminderSummary, { restored }: Model): readonly string[] {
  return restored.includes('handlingsplan') ? [] : unmapped;
}

function list(names: readonly string[], most: number): string {
  const shown = names
    .slice(0, most)
    .map((name) => shortCell(name, 60))
    .join(', ');
  return names.length > most ? `${shown} … og ${names.length - most} til` : shown;
}
