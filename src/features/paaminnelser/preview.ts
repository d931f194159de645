import { firstSpeakingDayOfWeek } from '#src/domain/speaking-days.ts';
import { context, type Message, section, shortCell } from '#src/message/message.ts';
import { antall, klokkeslett, oppramsing, ukedagNr } from '#src/message/norsk.ts';
import { withReleaseButton } from '#src/message/release-button.ts';
import { type Occasion, type Outgoing, PREVIEW_RECIPIENT } from '../feature.ts';
import { sourceLine } from '../plan-view.ts';
import { tiltakLine } from '../tiltak-line.ts';
import { secretariatLines } from './secretariat-view.ts';
import { type Digest, isUnmapped, type ReminderSummary } from './summary.ts';

const EXAMPLES = 3;

/**
 * What the secretariat is shown before the first reminders are sent: how many, to whom, and some of them. Shown when there
 * is first something to send, then once a week until somebody presses «Send». Null without a channel to show it in.
 */
export function reminderPreview(summary: ReminderSummary, occasion: Occasion): Outgoing | null {
  const { admin } = occasion.channels;
  if (admin === null || !isShownToday(occasion)) return null;
  return {
    recipient: PREVIEW_RECIPIENT,
    to: { name: 'sekretariatet', slack: admin, email: null, fallback: null },
    content: () => ({ message: previewMessage(summary, occasion), thread: [] }),
  };
}

function isShownToday({ model, now, previewed = null }: Occasion): boolean {
  if (previewed === null || previewed.day === now.day) return true;
  return firstSpeakingDayOfWeek(model.innstillinger.paaminnelser.weekdays, now.day) === now.day;
}

function previewMessage(summary: ReminderSummary, occasion: Occasion): Message {
  const { model, now } = occasion;
  const intro = `${antall(summary.digests.length, 'påminnelse er klar', 'påminnelser er klare')}. Ingenting er sendt ennå.`;
  const message = {
    text: `${intro} Se over, og trykk «Send» når de kan sendes.`,
    blocks: [
      section(`*Påminnelser: se over før de sendes første gang*\n${intro}`),
      section([`*Hvem*  ${whoText(summary.digests, occasion)}`, ...examples(summary.digests, occasion)].join('\n')),
      ...settle(summary, occasion),
      section(whatSendDoes(occasion)),
      context(sourceLine(model, now)),
    ],
  };
  return withReleaseButton(message, 'paaminnelser');
}

/** «24 enheter med Slack-id · 2 enheter med e-post · 2 enheter i kanalen (uten Slack-id og e-post i Kontakter)». */
function whoText(digests: readonly Digest[], { channels }: Occasion): string {
  const unmapped = digests.filter(isUnmapped).length;
  const byId = digests.filter(({ slack }) => slack !== null).length;
  const byEmail = digests.length - byId - unmapped;
  const whereUnmapped =
    channels.summary === null
      ? 'får ingen påminnelse (uten Slack-id og e-post i Kontakter, og SLACK_CHANNEL er ikke satt)'
      : 'i kanalen (uten Slack-id og e-post i Kontakter)';
  return [
    ...(byId > 0 ? [`${antall(byId, 'enhet', 'enheter')} med Slack-id`] : []),
    ...(byEmail > 0 ? [`${antall(byEmail, 'enhet', 'enheter')} med e-post`] : []),
    ...(unmapped > 0 ? [`${antall(unmapped, 'enhet', 'enheter')} ${whereUnmapped}`] : []),
  ].join(' · ');
}

function examples(digests: readonly Digest[], { now }: Occasion): readonly string[] {
  const lines = digests
    .slice(0, EXAMPLES)
    .flatMap(({ unit, tiltak: [first] }) => (first ? [`${shortCell(unit, 100)}: ${tiltakLine(first, now.day)}`] : []));
  return ['*For eksempel*', ...lines];
}

function settle(summary: ReminderSummary, { model, now }: Occasion) {
  const lines = secretariatLines(summary, model, now);
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
}

function whatSendDoes({ model }: Occasion): string {
  const { weekdays, minutes } = model.innstillinger.paaminnelser;
  const when = `${dayNames(weekdays)} klokken ${klokkeslett({ minutes })}`;
  return [
    `*Send* sender dagens påminnelser nå. Deretter sender jeg dem selv, ${when}, uten å spørre.`,
    'Trykker ingen, sender jeg ingenting, og spør igjen neste uke. Rett arket først om noe ikke stemmer.',
  ].join(' ');
}

const WORKING_DAYS = 5;

/** «hver arbeidsdag», «mandag og torsdag». */
export function dayNames(weekdays: readonly number[]): string {
  return weekdays.length === WORKING_DAYS ? 'hver arbeidsdag' : oppramsing(weekdays.map(ukedagNr));
}
