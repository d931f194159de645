import type { Day } from './day.ts';
import type { KapasitetRow, Kategori } from './kapasitet.ts';
import { isFillWord, isNearWord, readDateAt, readNumber } from './kapasitet-question-words.ts';
import { type Remark, remarksOn } from './kapasitet-remarks.ts';
import { type Meaning, type Vocabulary, vocabularyOf } from './kapasitet-vocabulary.ts';
import type { Kontakt } from './kontakter.ts';

/** Which rows to show; an empty list leaves none out. */
export interface KapasitetFilter {
  readonly kommuner: readonly string[];
  readonly enheter: readonly string[];
  readonly kategorier: readonly Kategori[];
  /** Only rows that take patients from other kommuner. */
  readonly receiving: boolean;
}

/** «2 rehab nær Orkland fra fredag». */
export interface PlaceQuestion {
  readonly places: number;
  /** Empty = any korttidsplass. */
  readonly kategorier: readonly Kategori[];
  /** The kommuner it should be in or near; empty when not said. */
  readonly near: readonly string[];
  /** Null = today. */
  readonly from: Day | null;
}

/** Words nobody knows, as typed. */
export interface UnknownWords {
  readonly phrase: string;
  readonly suggestion: string | null;
  /** The whole question with the suggestion in their place. */
  readonly corrected: string | null;
}

/** What the words after `/kapasitet` ask for. */
export type KapasitetQuestion =
  | { readonly kind: 'overview'; readonly all: boolean }
  | { readonly kind: 'rows'; readonly filter: KapasitetFilter }
  | { readonly kind: 'find'; readonly find: PlaceQuestion }
  | { readonly kind: 'update'; readonly kommuner: readonly string[] }
  | { readonly kind: 'unknown'; readonly unknown: UnknownWords }
  /** Many unknown words may be somebody's story: they are not kept, so that nothing can echo them. */
  | { readonly kind: 'ask-again'; readonly why: 'no-places' | 'many-unknown-words' };

export interface ReadQuestion {
  readonly question: KapasitetQuestion;
  readonly remarks: readonly Remark[];
}

const MANY_WORDS = 4;

/** What one or more words in a row were read as. */
type Reading = (
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'number'; readonly places: number }
  | { readonly kind: 'near' | 'fill' | 'unknown' }
) & { readonly words: number };

/**
 * Reads the words after `/kapasitet`, in any order and case, with or without æ, ø and å. Never fails: words that are
 * not known come back with the nearest known name.
 * @param today what «fredag», «i morgen» and dates without a year are counted from
 */
export function parseKapasitetQuestion(
  words: string,
  rows: readonly KapasitetRow[],
  kontakter: readonly Kontakt[],
  today: Day,
): ReadQuestion {
  const tokens = words.split(/[\s,;!?«»"`<>]+/).filter((token) => token !== '');
  if (tokens.length === 0) return { question: { kind: 'overview', all: false }, remarks: [] };

  const vocabulary = vocabularyOf(rows, kontakter);
  const readings: Reading[] = [];
  for (let at = 0; at < tokens.length; at += readings.at(-1)?.words ?? 1) {
    readings.push(readAt(tokens, at, vocabulary, today));
  }
  const unknowns = readings.filter(({ kind }) => kind === 'unknown').length;
  if (unknowns >= MANY_WORDS) return { question: { kind: 'ask-again', why: 'many-unknown-words' }, remarks: [] };
  const unknown = firstUnknown(tokens, readings, vocabulary);
  if (unknown) return { question: { kind: 'unknown', unknown }, remarks: [] };

  const question = questionOf(readings);
  const from = question.kind === 'find' ? question.find.from : null;
  return { question, remarks: remarksOn(meaningsOf(readings), from, today) };
}

function meaningsOf(readings: readonly Reading[]): readonly Meaning[] {
  return readings.flatMap((reading) => (reading.kind === 'meaning' ? [reading.meaning] : []));
}

function readAt(tokens: readonly string[], at: number, vocabulary: Vocabulary, today: Day): Reading {
  for (let words = Math.min(vocabulary.longestPhrase, tokens.length - at); words > 0; words--) {
    const meaning = vocabulary.meaningOf(tokens.slice(at, at + words).join(' '));
    if (meaning) return { kind: 'meaning', meaning, words };
  }
  const date = readDateAt(tokens, at, today);
  if (date) return { kind: 'date', ...date };

  const token = tokens[at] ?? '';
  const places = readNumber(token);
  if (places !== null) return { kind: 'number', places, words: 1 };
  return { kind: isNearWord(token) ? 'near' : isFillWord(token) ? 'fill' : 'unknown', words: 1 };
}

function questionOf(readings: readonly Reading[]): KapasitetQuestion {
  const meanings = meaningsOf(readings);
  const numbers = readings.flatMap((reading) => (reading.kind === 'number' ? [reading.places] : []));
  const dates = readings.flatMap((reading) => (reading.kind === 'date' ? [reading.day] : []));
  const kommuner = meanings.flatMap((meaning) => (meaning.kind === 'kommuner' ? meaning.names : []));
  const enheter = meanings.flatMap((meaning) => (meaning.kind === 'enhet' ? [meaning] : []));
  const kategorier = meanings.flatMap((meaning) => (meaning.kind === 'kategori' ? [meaning.kategori] : []));
  const said = (kind: Meaning['kind']) => meanings.some((meaning) => meaning.kind === kind);

  if (said('update')) return { kind: 'update', kommuner };
  if (numbers.length > 0 && Math.max(...numbers) === 0) return { kind: 'ask-again', why: 'no-places' };
  if (numbers.length + dates.length > 0 || readings.some(({ kind }) => kind === 'near')) {
    const near = [...kommuner, ...enheter.map(({ kommune }) => kommune)];
    return { kind: 'find', find: { places: Math.max(1, ...numbers), kategorier, near, from: dates[0] ?? null } };
  }
  const receiving = said('receiving');
  if (!receiving && kommuner.length + enheter.length + kategorier.length === 0) {
    return { kind: 'overview', all: said('all') };
  }
  return { kind: 'rows', filter: { kommuner, enheter: enheter.map(({ name }) => name), kategorier, receiving } };
}

/** The first words nobody knows. One thing at a time: what comes after it may be right once this is mended. */
function firstUnknown(
  tokens: readonly string[],
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): UnknownWords | null {
  const first = readings.findIndex(({ kind }) => kind === 'unknown');
  if (first < 0) return null;

  const start = readings.slice(0, first).reduce((sum, { words }) => sum + words, 0);
  const longest = unknownRun(readings, first);
  for (let length = longest; length > 0; length--) {
    const phrase = tokens.slice(start, start + length).join(' ');
    const suggestion = vocabulary.suggestionFor(phrase);
    if (suggestion === null) continue;
    const corrected = [...tokens.slice(0, start), suggestion, ...tokens.slice(start + length)].join(' ');
    return { phrase, suggestion, corrected };
  }
  return { phrase: tokens.slice(start, start + longest).join(' '), suggestion: null, corrected: null };
}

/** How many words the unknown ones span, with a single known small word between them («nore og uvdall»). */
function unknownRun(readings: readonly Reading[], first: number): number {
  const isUnknown = (at: number) => readings[at]?.kind === 'unknown';
  let last = first;
  while (isUnknown(last + 1) || (readings[last + 1]?.kind === 'fill' && isUnknown(last + 2))) {
    last += isUnknown(last + 1) ? 1 : 2;
  }
  return last - first + 1;
}
