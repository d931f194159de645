import type { Moment } from '#src/domain/day.ts';
import type { Content } from '#src/features/feature.ts';
import { listSection, type Message, section } from '#src/message/message.ts';
import type { Trouble } from '#src/store/store.ts';
import { type AlertFacts, alertFacts } from './alert-facts.ts';
import { toldOfMany } from './alert-many.ts';
import { MAYBE_SAID, NOBODY_HAS_EMAIL, OTHERS_AS_USUAL, sayAgain, wrongBetween } from './alert-phrases.ts';
import { KINDS_TOLD_TOGETHER } from './gathering.ts';

/** What is told of one kind of trouble. `over` is what is in order again, or null for what is never told to be. */
interface Wording {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly over: string | null;
}

const NEXT_TIME = 'Neste utsending går som vanlig.';

/** By the first word of the trouble's key. */
const WORDINGS: Readonly<Record<string, (facts: AlertFacts) => Wording>> = {
  mottaker: ({ name, job, message, maybeSaid }) => ({
    heading: `Jeg når ikke fram til ${name}`,
    lines: [message, maybeSaid ? MAYBE_SAID : sayAgain([job]), OTHERS_AS_USUAL],
    over: `Meldingene til ${name}`,
  }),
  slack: ({ name, job, message, maybeSaid }) => ({
    heading: 'Slack tar ikke imot det jeg sender',
    lines: [message, `Det gjelder ${name}, og kan gjelde flere.`, maybeSaid ? MAYBE_SAID : sayAgain([job])],
    over: 'Tilgangen min til Slack',
  }),
  epost: ({ name }) => ({
    heading: `Jeg finner ikke ${name} i Slack`,
    lines: [NOBODY_HAS_EMAIL, 'Til da får enheten meldingene sine i kanalen.'],
    over: `E-postadressen til ${name}`,
  }),
  ark: ({ title, message }) => ({
    heading: `Jeg får ikke lest ${title}`,
    lines: [message, 'Det jeg skulle sendt, sender jeg når jeg får lest igjen, så lenge det ikke er for sent.'],
    over: `Lesingen av ${title}`,
  }),
  kilde: ({ title, message }) => ({
    heading: `Jeg får ikke fulgt med på ${title}`,
    lines: [
      message,
      'Til det er i orden, svarer jeg med tallene slik de sist var, og sier når de ble lest. Etter et døgn minner jeg ingen.',
    ],
    over: capital(title),
  }),
  jobb: ({ title, message }) => ({
    heading: `Jeg fikk ikke sendt ${title}`,
    lines: [message, 'Jeg prøver igjen til det går, så lenge det ikke er for sent.'],
    over: `Utsendingen av ${title}`,
  }),
  glemt: ({ title, period }) => ({
    heading: `${capital(title)} for ${period} ble ikke sendt`,
    lines: ['Jeg var nede, eller fikk ikke lest arket, da det skulle skje. Nå er det for sent.', NEXT_TIME],
    over: null,
  }),
  utgaatt: ({ title, period }) => ({
    heading: `Ikke alt kom fram i tide: ${title} for ${period}`,
    lines: ['Slack eller arkene var borte for lenge. Det som ikke rakk fram, blir ikke sendt.', NEXT_TIME],
    over: null,
  }),
  tilstand: () => ({
    heading: 'Lagringen var skadet eller borte',
    lines: [
      'Jeg har begynt på en ny. Ingenting sendes to ganger: i åtte dager leter jeg i Slack før jeg sender noe.',
      '«Nytt siden sist» begynner forfra, og de neste påminnelsene vises her med «Send» før de går ut.',
      'Har dere en sikkerhetskopi, står det i docs/drift.md hvordan den legges tilbake.',
    ],
    over: null,
  }),
};

/** One part of an alert, and what there was no room for in it. */
interface Told {
  readonly message: Message;
  readonly thread: readonly Message[];
}

/**
 * What the admin channel is told: what is wrong, and what to do about it; or that it is in order again, and how long it
 * was not. Units are named; cells are never quoted.
 * @param troubles those that began, or ended, together; at least one
 * @param endedAt in real milliseconds; null when it is told that they began
 */
export function alertContent(troubles: readonly Trouble[], endedAt: number | null, now: Moment): Content {
  const kinds = [...Map.groupBy(troubles, kindOf)].toSorted(([one], [other]) => placeOf(one) - placeOf(other));
  const told = kinds.flatMap(([kind, those]) => toldOf(kind, those, endedAt, now));
  return {
    message: {
      text: told.map(({ message }) => message.text).join('\n'),
      blocks: told.flatMap(({ message }) => message.blocks),
    },
    thread: told.flatMap(({ thread }) => thread),
  };
}

function toldOf(kind: string, those: readonly Trouble[], endedAt: number | null, now: Moment): readonly Told[] {
  const many = those.length > 1 ? toldOfMany(kind, those, endedAt, now) : null;
  if (many) return [{ message: listMessage(many.heading, many.lines), thread: many.thread }];
  return those.map((trouble) => ({ message: messageOf(trouble, endedAt, now), thread: [] }));
}

function messageOf(trouble: Trouble, endedAt: number | null, now: Moment): Message {
  const { heading, lines, over } = (WORDINGS[kindOf(trouble)] ?? unknownKind)(alertFacts(trouble, now));
  if (endedAt === null) return listMessage(heading, lines);
  const text = `${over ?? heading} er i orden igjen. ${wrongBetween([trouble.beganAt], endedAt, now)}`;
  return { text, blocks: [section(text)] };
}

function kindOf({ key }: Trouble): string {
  return key.split(':', 1)[0] ?? '';
}

function placeOf(kind: string): number {
  return KINDS_TOLD_TOGETHER.indexOf(kind);
}

/** One that another release has begun. */
function unknownKind({ name, message }: AlertFacts): Wording {
  return { heading: `Noe er galt: ${name}`, lines: [message], over: name };
}

function listMessage(heading: string, lines: readonly string[]): Message {
  return { text: [heading, ...lines].join('\n'), blocks: [listSection(heading, lines)] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
