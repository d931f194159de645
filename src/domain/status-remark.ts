import type { Status } from './status.ts';
import { statusOfPhrase } from './status-words.ts';
import { parseTidsrom } from './tidsrom.ts';

/** Not «?», «%» or «+»: they change what the words say, so that the phrase is no longer known. */
const PUNCTUATION = /[\s.,;:!/()[\]"'«»“”‘’*_=|–—-]+/g;

/** The words of a lower-case text, without punctuation. A blank text is one blank word. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(PUNCTUATION, ' ').trim().split(' ');
}

/** «Pågår/under arbeid»: one status said twice. Null when the two differ («ferdig/pågår») or either is not known. */
export function statusOfAlternatives(text: string): Status | null {
  const [first, ...others] = text.split('/').map(phraseIn);
  if (first === undefined || others.length === 0) return null;
  return others.every((status) => status === first) ? first : null;
}

/** Where a phrase may end and a remark begin. A dash inside a word is a hyphen. */
const BREAK = /\s?\(|[,:]|\s[-–—]|[-–—]\s|\stil\s/g;
/** A remark with any of these takes the phrase back, or doubts it. */
const RESERVATION =
  /(?<!\p{L})(?:men|ikke|ikkje|ei|ingen|inga|aldri|uten|utan|dog|unntatt|unnateke|bortsett|nesten)(?!\p{L})|\?/u;
/** Said in a remark, these are news of their own: «Pågår, forsinket i tre kommuner». «Pågår, venter på svar» is not. */
const WAITING = /^(?:av)?vent(?:er|ar)$/;
const TROUBLES: readonly Status[] = ['minor-deviation', 'critical-deviation', 'on-hold', 'cancelled'];

/**
 * What the phrase says that a text begins with, when a remark in parentheses, a remark after a dash, a comma or a colon,
 * or «til» with a date follows: «Ingen avvik (se kommentar)», «Utsatt til 1.9.24». Null when the remark may change it,
 * and always for done: «ferdig, svar mangler» is not done.
 */
export function statusOfOpening(text: string): Status | null {
  const opening = [...text.matchAll(BREAK)]
    .map(({ index, 0: sign }) => ({
      status: phraseIn(text.slice(0, index)),
      sign: sign.trim(),
      remark: text.slice(index + sign.length).trim(),
    }))
    .findLast(({ status }) => status !== undefined);
  if (opening?.status === undefined || opening.status === 'done' || opening.status === 'not-reported') return null;

  const { status, sign, remark } = opening;
  if (sign === '(' && !/^[^()]*\)[.\s]*$/.test(remark)) return null;
  if (sign === 'til' && !isDate(remark)) return null;
  return isHarmless(remark, status) ? status : null;
}

function phraseIn(text: string): Status | undefined {
  const words = wordsOf(text);
  return statusOfPhrase((words.length > 1 && words[0] === 'status' ? words.slice(1) : words).join(''));
}

function isDate(text: string): boolean {
  const anyYear = 2024;
  const { kind } = parseTidsrom(text, anyYear);
  return kind === 'by' || kind === 'range';
}

function isHarmless(remark: string, status: Status): boolean {
  if (RESERVATION.test(remark)) return false;
  const whole = phraseIn(remark) ?? status;
  const words = wordsOf(remark).filter((word) => !WAITING.test(word));
  const news = words.map((word) => statusOfPhrase(word) ?? status);
  return whole === status && news.every((said) => said === status || !TROUBLES.includes(said));
}
