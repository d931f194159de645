import { Cursor } from './tidsrom-cursor.ts';
import type { Period } from './tidsrom-period.ts';
import { readClause } from './tidsrom-read-clause.ts';
import { readPlaceholder } from './tidsrom-read-placeholder.ts';
import type { Reading } from './tidsrom-reading.ts';
import type { Token } from './tidsrom-tokens.ts';
import { ACTUAL, NEW_DATE } from './tidsrom-words.ts';

export interface CellReading {
  readonly reading: Reading;
  /** The date before it was moved: a new date without a year is read from there. */
  readonly replaced: Reading | null;
  /** «1.5.24 (uke 18)»: the day that was written must lie in this week. */
  readonly inWeek?: Period;
}

interface Segment {
  readonly mark: 'moved' | 'remark' | 'actual' | null;
  readonly tokens: Token[];
}

/** What a remark in brackets does to the rest. */
type Effect =
  | { readonly moves: Reading }
  | { readonly waitsFor: readonly string[] }
  | { readonly inWeek: Period }
  | 'nothing';

const OPENING = ['(', '['];
const CLOSING = [')', ']'];
const SEPARATORS = [',', ';', ':', '-', '.', '/', '+', 'og', 'men'];

/** Reads a whole cell, with new dates and remarks in it; null when any of it is not understood. */
export function readCell(cell: readonly Token[]): CellReading | null {
  const tokens = withoutBracketsAroundYear(cell);
  const bare = tokens.filter(({ text }) => !OPENING.includes(text) && !CLOSING.includes(text));
  if (bare.length === tokens.length) return readMain(tokens);
  if (readPlaceholder(new Cursor(bare))) return { reading: { says: 'placeholder' }, replaced: null };

  const parts = partBrackets(tokens);
  if (parts === null) return null;
  const [only] = parts.brackets;
  if (parts.main.length === 0 && parts.brackets.length === 1 && only) return readMain(only);

  const main = readMain(parts.main);
  return parts.brackets.reduce<CellReading | null>((so, bracket) => so && applyEffect(so, readBracket(bracket)), main);
}

/** «Uke 34 (2024)» is «uke 34 2024». */
function withoutBracketsAroundYear(tokens: readonly Token[]): readonly Token[] {
  const isYearAt = (at: number) =>
    OPENING.includes(tokens[at - 1]?.text ?? '') &&
    /^\d{4}$/.test(tokens[at]?.text ?? '') &&
    CLOSING.includes(tokens[at + 1]?.text ?? '');
  return tokens.filter((_, at) => !isYearAt(at + 1) && !isYearAt(at - 1));
}

/** Null when brackets do not match or lie inside each other. */
function partBrackets(tokens: readonly Token[]): { readonly main: Token[]; readonly brackets: Token[][] } | null {
  const main: Token[] = [];
  const brackets: Token[][] = [];
  let open: Token[] | null = null;
  for (const token of tokens) {
    const opens = OPENING.includes(token.text);
    const closes = CLOSING.includes(token.text);
    if ((opens && open !== null) || (closes && open === null)) return null;
    if (opens) {
      open = [];
      brackets.push(open);
    } else if (closes) open = null;
    else (open ?? main).push(token);
  }
  return open === null ? { main, brackets } : null;
}

/** «1.5.24», «1.5.24, utsatt til 1.9.24» or «Utsatt til høsten 2025»: the last date is the one that counts. */
function readMain(tokens: readonly Token[]): CellReading | null {
  const readings: Reading[] = [];
  for (const { mark, tokens: own } of splitAtNews(tokens)) {
    if (mark === 'actual') continue;
    const reading = readClause(own);
    if (reading === null) return null;
    readings.push(reading);
  }
  const reading = readings.at(-1);
  return reading ? { reading, replaced: readings.at(-2) ?? null } : null;
}

function splitAtNews(tokens: readonly Token[]): readonly Segment[] {
  const cursor = new Cursor(tokens);
  const segments: Segment[] = [{ mark: null, tokens: [] }];
  while (!cursor.isDone) {
    const mark = cursor.takePhrase(NEW_DATE) ?? (cursor.takePhrase(ACTUAL) && 'actual');
    if (mark !== null) {
      cursor.takeSign(':');
      segments.push({ mark, tokens: [] });
      continue;
    }
    const token = cursor.takeToken();
    if (token) segments.at(-1)?.tokens.push(token);
  }
  return segments.map(withoutSeparator).filter(({ mark, tokens: own }) => mark !== null || own.length > 0);
}

/** «1.5.24 – utsatt til …»: what stands between two dates belongs to neither. */
function withoutSeparator(segment: Segment, index: number, all: readonly Segment[]): Segment {
  if (index === all.length - 1) return segment;
  const end = segment.tokens.findLastIndex(({ text }) => !SEPARATORS.includes(text));
  return { ...segment, tokens: segment.tokens.slice(0, end + 1) };
}

function applyEffect(so: CellReading, effect: Effect | null): CellReading | null {
  if (effect === null) return null;
  if (effect === 'nothing') return so;
  if ('inWeek' in effect) return { ...so, inWeek: effect.inWeek };
  if ('moves' in effect) return { reading: effect.moves, replaced: so.reading };
  if (so.reading.says === 'placeholder') return { ...so, reading: dependsOn(effect.waitsFor, null) };
  if (so.reading.says === 'depends-on') return null;
  return { ...so, reading: dependsOn(effect.waitsFor, so.reading) };
}

function dependsOn(
  nr: readonly string[],
  timing: Exclude<Reading, { says: 'depends-on' | 'placeholder' }> | null,
): Reading {
  return { says: 'depends-on', nr, timing };
}

/** Null when a date or a number stands in it that the bot cannot place. */
function readBracket(tokens: readonly Token[]): Effect | null {
  const segments = splitAtNews(tokens);
  if (segments.length > 0 && segments.every(({ mark }) => mark === 'actual')) return 'nothing';

  const [first] = segments;
  const hasDigits = tokens.some(({ kind }) => kind === 'number');
  const inWeek = readWeek(tokens);
  if (inWeek) return { inWeek };
  const inside = first?.mark ? readMain(tokens) : readWaits(tokens);
  if (inside) return 'waitsFor' in inside ? inside : { moves: inside.reading };
  return hasDigits || first?.mark === 'moved' ? null : 'nothing';
}

function readWeek(tokens: readonly Token[]): Period | null {
  const reading = readClause(tokens);
  if (reading?.says !== 'bare' || reading.span.join !== 'single') return null;
  return reading.span.first.unit === 'week' ? reading.span.first : null;
}

function readWaits(tokens: readonly Token[]): { readonly waitsFor: readonly string[] } | null {
  const reading = readClause(tokens);
  return reading?.says === 'depends-on' && reading.timing === null ? { waitsFor: reading.nr } : null;
}
