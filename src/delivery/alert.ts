import { type Moment, momentAt, parseIsoDay } from '#src/domain/day.ts';
import type { Content } from '#src/features/feature.ts';
import { escapeMrkdwn, listSection, type Message, section, shortCell } from '#src/message/message.ts';
import { dato, klokkeslett } from '#src/message/norsk.ts';
import type { Trouble } from '#src/store/store.ts';

/** What is told of one kind of trouble. `over` is what is in order again, or null for what is never told to be. */
interface Wording {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly over: string | null;
}

/** Facts as markup, and periods as people say them. */
interface Facts {
  readonly name: string;
  readonly title: string;
  readonly job: string;
  /** The advice of the one who met the trouble. */
  readonly message: string;
  readonly maybeSaid: boolean;
  /** «uke 23», «3. juni», or from the first to the last of several. */
  readonly period: string;
}

const LONGEST_NAME = 200;
const LONGEST_ADVICE = 1000;

const MISTAKE = 'Noe gikk galt hos meg. Feilen er logget.';
const NEXT_TIME = 'Neste utsending går som vanlig.';

/** By the first word of the trouble's key. */
const WORDINGS: Readonly<Record<string, (facts: Facts) => Wording>> = {
  mottaker: ({ name, job, message, maybeSaid }) => ({
    heading: `Jeg når ikke fram til ${name}`,
    lines: [message, sayAgain(job, maybeSaid), 'Andre får meldingene sine som vanlig.'],
    over: `Meldingene til ${name}`,
  }),
  slack: ({ name, job, message, maybeSaid }) => ({
    heading: 'Slack tar ikke imot det jeg sender',
    lines: [message, `Det gjelder ${name}, og kan gjelde flere.`, sayAgain(job, maybeSaid)],
    over: 'Tilgangen min til Slack',
  }),
  epost: ({ name }) => ({
    heading: `Jeg finner ikke ${name} i Slack`,
    lines: [
      'Ingen i Slack har e-postadressen som står i fanen Kontakter. Rett den, eller skriv inn Slack-id-en i stedet.',
      'Til da får enheten meldingene sine i kanalen.',
    ],
    over: `E-postadressen til ${name}`,
  }),
  ark: ({ title, message }) => ({
    heading: `Jeg får ikke lest det jeg trenger til ${title}`,
    lines: [message, 'Det som venter, sendes når jeg får lest igjen.'],
    over: `Arkene til ${title}`,
  }),
  jobb: ({ title, message }) => ({
    heading: `Jeg fikk ikke kjørt ${title}`,
    lines: [message, 'Jeg prøver igjen til det går, så lenge det ikke er for sent.'],
    over: capital(title),
  }),
  glemt: ({ title, period }) => ({
    heading: `${capital(title)} for ${period} ble ikke sendt`,
    lines: ['Jeg var nede da det skulle skje, og nå er det for sent.', NEXT_TIME],
    over: null,
  }),
  utgaatt: ({ title, period }) => ({
    heading: `Ikke alt kom fram i tide: ${title} for ${period}`,
    lines: ['Slack eller arkene var borte for lenge. Det som ikke rakk fram, blir ikke sendt.', NEXT_TIME],
    over: null,
  }),
};

/**
 * What the admin channel is told of a trouble: what is wrong, and what to do about it; or that it is in order again, and
 * how long it was not. Units are named; cells are never quoted.
 * @param endedAt in real milliseconds; null when it is told that it began
 */
export function alertContent(trouble: Trouble, endedAt: number | null, now: Moment): Content {
  const kind = trouble.key.split(':', 1)[0] ?? '';
  const { heading, lines, over } = (WORDINGS[kind] ?? unknownKind)(factsOf(trouble, now));
  if (endedAt === null) return { message: listMessage(heading, lines), thread: [] };
  const text = `${over ?? heading} er i orden igjen. Det var galt ${span(trouble.beganAt, endedAt, now)}.`;
  return { message: { text, blocks: [section(text)] }, thread: [] };
}

/** One that another release has begun. */
function unknownKind({ name, message }: Facts): Wording {
  return { heading: `Noe er galt: ${name}`, lines: [message], over: name };
}

function factsOf({ key, facts }: Trouble, { day: today }: Moment): Facts {
  const { name = key, title = facts.job ?? key, job = '', message, maybeSaid } = facts;
  const first = facts.first ?? facts.period ?? '';
  const last = facts.last ?? first;
  const span = [...new Set([first, last])].map((period) => periodText(period, today));
  return {
    name: shortCell(name, LONGEST_NAME),
    title: shortCell(title, LONGEST_NAME),
    job,
    message: message ? escapeOutsideCode(message) : MISTAKE,
    maybeSaid: maybeSaid !== undefined,
    period: span.join(' til '),
  };
}

function sayAgain(job: string, maybeSaid: boolean): string {
  if (maybeSaid) return 'Det siste kan ha kommet fram likevel, så jeg sender det ikke på nytt.';
  const how = job === '' ? '' : ` Den som drifter meg, kan sende det med \`kjor ${job}\` når det er rettet.`;
  return `Det som ikke kom fram, sender jeg ikke på nytt av meg selv.${how}`;
}

/** «uke 23» of `2024-W23`, «3. juni» of `2024-06-03`. */
function periodText(period: string, today: Moment['day']): string {
  const week = /^\d{4}-W0?(\d+)$/.exec(period)?.[1];
  if (week !== undefined) return `uke ${week}`;
  const day = parseIsoDay(period);
  return day === null ? escapeMrkdwn(period) : dato(day, today);
}

/** «fra 3. juni 08:00 til 09:30», in Oslo. */
function span(fromMs: number, toMs: number, now: Moment): string {
  const [from, to] = [momentAt(fromMs), momentAt(toMs)];
  const end = from.day === to.day ? klokkeslett(to) : `${dato(to.day, now.day)} ${klokkeslett(to)}`;
  return `fra ${dato(from.day, now.day)} ${klokkeslett(from)} til ${end}`;
}

/** Advice may hold something to type, which is shown as such; the rest may quote a file's name. */
function escapeOutsideCode(advice: string): string {
  const parts = advice.slice(0, LONGEST_ADVICE).split(/(`[^`]*`)/);
  return parts
    .map((part, index) => (index % 2 === 0 ? escapeMrkdwn(part) : `\`${escapeMrkdwn(part.slice(1, -1))}\``))
    .join('');
}

function listMessage(heading: string, lines: readonly string[]): Message {
  return { text: [heading, ...lines].join('\n'), blocks: [listSection(heading, lines)] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
