import { cutText } from '#src/cut-text.ts';
import type { Contradiction } from '#src/domain/contradictions.ts';
import { type Day, daysBetween } from '#src/domain/day.ts';
import type { Judged } from '#src/domain/judgement.ts';
import type { Status } from '#src/domain/status.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { escapeMrkdwn, shortCell } from '#src/message/message.ts';
import { antall, dato, oppramsingInntil, ukedag } from '#src/message/norsk.ts';

/** A title longer than this does not fit on a line with its deadline. */
const TITLE_LENGTH = 60;
/** More numbers than this are counted, not listed: the line is about one tiltak. */
const MOST_NRS = 5;

/** «1.1 Kvalitetsindikatorer til dashboard», escaped. */
export function tiltakTitle({ nr, kortnavn, text }: Tiltak): string {
  const title = cutText(kortnavn ?? text, TITLE_LENGTH) || '(uten tekst)';
  return escapeMrkdwn(nr === null ? title : `${nr} ${title}`);
}

/** «1.1 Kvalitetsindikatorer · 33 dager over fristen · 1.2 venter på dette». */
export function tiltakLine(judged: Judged, today: Day): string {
  const { tiltak, status, timing } = judged;
  // What nobody has reported on, or the line already calls done, needs no word.
  const isSaid = status === 'not-reported' || timing === 'done' || timing === 'cancelled';
  const reported = isSaid ? '' : statusText(status, tiltak.statusText);
  return [tiltakTitle(tiltak), timingText(judged, today), partsText(judged), ...blocksText(judged), reported]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What the deadline means today, in words. */
export function timingText(judged: Judged, today: Day): string {
  const { tiltak, timing, daysOverdue, waitsFor } = judged;
  const { frist } = tiltak;
  switch (timing) {
    case 'overdue':
      return `${antall(daysOverdue ?? 0, 'dag', 'dager')} over fristen`;
    case 'due-soon':
    case 'on-track':
      return frist.end === null ? '' : `frist ${dueText(frist.end, today)}`;
    case 'not-begun':
      return frist.start === null ? '' : `starter ${dato(frist.start, today)}`;
    case 'waiting':
      return `venter på ${oppramsingInntil(MOST_NRS, waitsFor)}`;
    case 'ongoing':
      return 'løpende';
    case 'no-deadline':
      return frist.kind === 'depends-on'
        ? `uten frist, ${oppramsingInntil(MOST_NRS, frist.dependsOn)} er ferdig`
        : 'uten frist';
    case 'unclear':
      return `fristen «${escapeMrkdwn(cutText(frist.text, TITLE_LENGTH))}» er uklar`;
    case 'done':
      return tiltak.fullfort === null ? 'ferdig' : `ferdig ${dato(tiltak.fullfort, today)}`;
    case 'cancelled':
      return 'utgår';
  }
}

/** «i dag», «i morgen», «onsdag 5. juni», «1. september». */
export function dueText(end: Day, today: Day): string {
  const days = daysBetween(today, end);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgen';
  return days > 0 && days < 7 ? `${ukedag(end)} ${dato(end, today)}` : dato(end, today);
}

/** «1.2 venter på dette», one part or none. */
export function blocksText({ blocks }: Judged): readonly string[] {
  return blocks.length === 0 ? [] : [`${oppramsingInntil(MOST_NRS, blocks)} venter på dette`];
}

/** «rapportert av 6 av 22 kommuner» for a tiltak that many answer for. */
export function partsText({ tiltak, perKommune, timing }: Judged): string {
  if (perKommune.length === 0 || timing === 'done' || timing === 'cancelled') return '';
  const reported = perKommune.filter(({ status }) => status !== 'not-reported').length;
  const who = tiltak.fanOut === 'kommuner' ? 'kommuner' : 'kommunegrupper';
  return reported === 0 ? '' : `rapportert av ${reported} av ${perKommune.length} ${who}`;
}

const STATUS_WORDS: Readonly<Record<Exclude<Status, 'unknown'>, string>> = {
  done: '✓ ferdig',
  'on-track': '🟢 ingen avvik',
  'minor-deviation': '🟡 mindre avvik',
  'critical-deviation': '🔴 kritiske avvik',
  'not-started': '○ ikke startet',
  'on-hold': '‖ på vent',
  cancelled: '✕ utgår',
  'not-reported': '▫ ikke rapportert',
};

/** A status as symbol and word; one that was not understood as written. */
export function statusText(status: Status, asWritten: string): string {
  return status === 'unknown' ? `? «${escapeMrkdwn(cutText(asWritten, TITLE_LENGTH))}»` : STATUS_WORDS[status];
}

/** A contradiction as a question to those who know. */
export function contradictionText({ judged, rule, other }: Contradiction, today: Day): string {
  const { tiltak, daysOverdue } = judged;
  const nr = escapeMrkdwn(tiltak.nr ?? `«${cutText(tiltak.text, TITLE_LENGTH)}»`);
  switch (rule) {
    case 'green-overdue':
      return `${nr} er merket «${shortCell(tiltak.statusText, TITLE_LENGTH)}», men fristen gikk ut for ${antall(daysOverdue ?? 0, 'dag', 'dager')} siden. Er det ferdig?`;
    case 'done-but-red':
      return `${nr} har fullført dato, men er merket rødt. Hva stemmer?`;
    case 'done-in-future':
      return `${nr} står som fullført ${tiltak.fullfort ? dato(tiltak.fullfort, today) : ''}, og den dagen er ikke kommet. Er datoen riktig?`;
    case 'done-before-dependency':
      return `${nr} er ferdig, men ${escapeMrkdwn(other ?? '')}, som det skulle vente på, var det ikke. Stemmer det?`;
    case 'done-but-kommuner-open':
      return `${nr} står som ferdig, men ikke alle kommuner har meldt at de er ferdige. Hva stemmer?`;
    case 'fullfort-but-open':
      return `${nr} har fullført dato, men status er «${shortCell(tiltak.statusText, TITLE_LENGTH)}». Er det ferdig?`;
  }
}
