import { cutText } from '#src/cut-text.ts';
import type { Day } from '#src/domain/day.ts';
import type { Slips } from '#src/domain/plan-changes.ts';
import type { TiltakState } from '#src/domain/plan-past.ts';
import type { Status } from '#src/domain/status.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { escapeMrkdwn } from '#src/message/message.ts';
import { dato } from '#src/message/norsk.ts';
import type { News } from './plan-news.ts';
import { partsText } from './tiltak-line.ts';

/** «3.4 fikk ny frist 1. september (2. gang, først 15. mars)», escaped. */
export function changeText(news: News, today: Day): string {
  return `${shortName(news.change.state)} ${whatChanged(news, today)}`;
}

/** The same with the tiltak's title and cell, for the thread. */
export function changeLine(news: News, today: Day, urls: Readonly<Record<string, string>>): string {
  const { nr, title } = news.change.state;
  const name = escapeMrkdwn(nr === null ? title : `${nr} ${title}`);
  const cell = news.judged ? [cellLink(news.judged.tiltak.cell, urls)] : [];
  return [name, whatChanged(news, today), ...cell].join(' · ');
}

/** «flyttet 2 ganger, først 15. mars», one part or none. */
export function slipText(slips: Slips | null, today: Day): readonly string[] {
  if (slips === null) return [];
  const times = slips.times === 1 ? 'én gang' : `${slips.times} ganger`;
  return [`flyttet ${times}, først ${dato(slips.first, today)}`];
}

function whatChanged({ change, judged }: News, today: Day): string {
  const { state } = change;
  const end = state.fristEnd === null ? '' : dato(state.fristEnd, today);
  switch (change.kind) {
    case 'status':
      return STATUS_WORDS[state.status];
    case 'moved-later':
      return `fikk ny frist ${end} (${change.slips.times}. gang, først ${dato(change.slips.first, today)})`;
    case 'moved-earlier':
      return `fikk tidligere frist ${end} (før ${dato(change.before, today)})`;
    case 'deadline-set':
      return `fikk frist ${end}`;
    case 'deadline-gone':
      return `${state.fristKind === 'ongoing' ? 'er nå løpende' : 'har ikke lenger frist'} (før ${dato(change.before, today)})`;
    case 'reported':
      return (judged && partsText(judged)) || 'ikke lenger rapportert av noen';
    case 'new':
      return 'er nytt';
    case 'removed':
      return 'er tatt ut';
  }
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  done: 'ferdig',
  'on-track': 'på vei',
  'minor-deviation': 'mindre avvik',
  'critical-deviation': 'kritiske avvik',
  'not-started': 'ikke startet',
  'on-hold': 'på vent',
  cancelled: 'utgår',
  'not-reported': 'ikke lenger rapportert',
  unknown: 'uklar status',
};

const SHORT_TITLE = 40;

/** Its number, as people say it; one without goes by its title. */
function shortName({ nr, title }: TiltakState): string {
  return escapeMrkdwn(nr ?? `«${cutText(title, SHORT_TITLE)}»`);
}
