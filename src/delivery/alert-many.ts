import type { Moment } from '#src/domain/day.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import type { Message } from '#src/message/message.ts';
import { antall, oppramsingInntil } from '#src/message/norsk.ts';
import { pages } from '#src/message/pages.ts';
import type { Trouble } from '#src/store/store.ts';
import { type AlertFacts, alertFacts } from './alert-facts.ts';
import { MAYBE_SAID, NOBODY_HAS_EMAIL, OTHERS_AS_USUAL, sayAgain, wrongBetween } from './alert-phrases.ts';

/** What is told of many troubles of one kind. */
interface ManyWording {
  heading(count: number): string;
  /** What is wrong, and what to do about it; those with the same are listed together. */
  reason(facts: AlertFacts): string;
  after(all: readonly AlertFacts[]): readonly string[];
  /** What is in order again. */
  over(count: number): string;
}

/** By the first word of the troubles' keys. */
const MANY_WORDINGS: Readonly<Record<string, ManyWording>> = {
  mottaker: {
    heading: (count) => `Jeg når ikke fram til ${antall(count, 'mottaker', 'mottakere')}`,
    reason: ({ message, maybeSaid }) => (maybeSaid ? `${message} ${MAYBE_SAID}` : message),
    after(all) {
      const unsaid = all.filter(({ maybeSaid }) => !maybeSaid).map(({ job }) => job);
      return [...(unsaid.length > 0 ? [sayAgain([...new Set(unsaid)])] : []), OTHERS_AS_USUAL];
    },
    over: (count) => `Meldingene til ${antall(count, 'mottaker', 'mottakere')}`,
  },
  epost: {
    heading: (count) => `Jeg finner ikke ${antall(count, 'enhet', 'enheter')} i Slack`,
    reason: () => NOBODY_HAS_EMAIL,
    after: () => ['Til da får enhetene meldingene sine i kanalen.'],
    over: (count) => `E-postadressene til ${antall(count, 'enhet', 'enheter')}`,
  },
};

/** What is told of many: a heading and lines, and the thread that names those there was no room for. */
interface ManyTold {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly thread: readonly Message[];
}

const LONGEST_NAME = 60;
const NAMES_SHOWN = 10;
/** Two lines a reason; the largest first. */
const ROOM_FOR_REASONS = { maxLines: 4, maxChars: 1800 } as const;

/**
 * Those who are in trouble, by reason, or who are out of it. Null for a kind that is told of one by one.
 * @param endedAt in real milliseconds; null when it is told that they began
 */
export function toldOfMany(
  kind: string,
  troubles: readonly Trouble[],
  endedAt: number | null,
  now: Moment,
): ManyTold | null {
  const wording = MANY_WORDINGS[kind];
  if (!wording) return null;
  const facts = troubles.map((trouble) => alertFacts(trouble, now, LONGEST_NAME));
  const all = facts.toSorted((one, other) => one.name.localeCompare(other.name, 'nb'));
  if (endedAt === null) return began(wording, all);
  const beganAt = troubles.map((trouble) => trouble.beganAt);
  return ended(wording, all, wrongBetween(beganAt, endedAt, now));
}

function began(wording: ManyWording, all: readonly AlertFacts[]): ManyTold {
  const heading = wording.heading(all.length);
  const reasons = [...Map.groupBy(all, wording.reason)].toSorted(([, one], [, other]) => other.length - one.length);

  const lines = reasons.map(([reason, facts]) => {
    const share = reasons.length > 1 ? ` ${facts.length} av ${all.length}` : '';
    return `${reason}\nGjelder${share}: ${oppramsingInntil(NAMES_SHOWN, namesOf(facts))}.`;
  });
  const shown = cutLines(lines, ROOM_FOR_REASONS, (left) => `… og ${antall(left, 'grunn', 'grunner')} til`);
  const cut = shown.at(-1) !== lines.at(-1) || reasons.some(([, facts]) => facts.length > NAMES_SHOWN);
  const everyone = reasons.flatMap(([reason, facts]) => [reason, ...listed(facts)]);
  return {
    heading,
    lines: [...shown, ...wording.after(all), ...(cut ? [`Alle ${all.length} står i tråden.`] : [])],
    thread: cut ? pages(heading, everyone) : [],
  };
}

function ended(wording: ManyWording, all: readonly AlertFacts[], span: string): ManyTold {
  const heading = `${wording.over(all.length)} er i orden igjen`;
  const cut = all.length > NAMES_SHOWN;
  const lines = [`Gjelder: ${oppramsingInntil(NAMES_SHOWN, namesOf(all))}.`, span];
  return {
    heading,
    lines: [...lines, ...(cut ? [`Alle ${all.length} står i tråden.`] : [])],
    thread: cut ? pages(heading, listed(all)) : [],
  };
}

function namesOf(all: readonly AlertFacts[]): readonly string[] {
  return all.map(({ name }) => name);
}

function listed(all: readonly AlertFacts[]): readonly string[] {
  return namesOf(all).map((name) => `• ${name}`);
}
