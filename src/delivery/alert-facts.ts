import { type Moment, parseIsoDay } from '#src/domain/day.ts';
import { escapeMrkdwn, shortCell } from '#src/message/message.ts';
import { dato } from '#src/message/norsk.ts';
import type { Trouble } from '#src/store/store.ts';

/** What is known of a trouble: facts as markup, and periods as people say them. */
export interface AlertFacts {
  readonly name: string;
  readonly title: string;
  readonly job: string;
  /** The advice of the one who met the trouble. */
  readonly message: string;
  readonly maybeSaid: boolean;
  /** «uke 23», «3. juni», or from the first to the last of several. */
  readonly period: string;
}

const LONGEST_ADVICE = 1000;

const MISTAKE = 'Noe gikk galt hos meg. Feilen er logget.';

/** @param longestName in characters; a longer one is cut */
export function alertFacts({ key, facts }: Trouble, { day: today }: Moment, longestName = 200): AlertFacts {
  const { name = key, title = facts.job ?? key, job = '', message, maybeSaid } = facts;
  const first = facts.first ?? facts.period ?? '';
  const last = facts.last ?? first;
  const span = [...new Set([first, last])].map((period) => periodText(period, today));
  return {
    name: shortCell(name, longestName),
    title: shortCell(title, longestName),
    job,
    message: message ? escapeOutsideCode(message) : MISTAKE,
    maybeSaid: maybeSaid !== undefined,
    period: span.join(' til og med '),
  };
}

/** «uke 23» of `2024-W23`, «3. juni» of `2024-06-03`. */
function periodText(period: string, today: Moment['day']): string {
  const week = /^\d{4}-W0?(\d+)$/.exec(period)?.[1];
  if (week !== undefined) return `uke ${week}`;
  const day = parseIsoDay(period);
  return day === null ? escapeMrkdwn(period) : dato(day, today);
}

/** Advice may hold something to type, which is shown as such; the rest may quote a file's name. */
function escapeOutsideCode(advice: string): string {
  const parts = advice.slice(0, LONGEST_ADVICE).split(/(`[^`]*`)/);
  return parts
    .map((part, index) => (index % 2 === 0 ? escapeMrkdwn(part) : `\`${escapeMrkdwn(part.slice(1, -1))}\``))
    .join('');
}
