import { byFolding, foldLetters } from './misspelt.ts';
import type { Phrases } from './tidsrom-spelling.ts';
import {
  ACTUAL,
  AND_NR,
  BEFORE,
  BETWEEN,
  BLANK_WORDS,
  BY,
  CLOCK_WORDS,
  EVERY_WHAT_WORDS,
  EVERY_WORDS,
  FILLER,
  FROM,
  IS_DONE,
  MONTH_WORDS,
  NEW_DATE,
  NOT_SET,
  NOT_YET,
  ONGOING,
  ONWARDS,
  ORDINAL_WORDS,
  PART_OF_MONTH_WORDS,
  PART_WORDS,
  ROMAN_WORDS,
  SEASON_WORDS,
  THEN,
  TILTAK_WORDS,
  TURN_OF_YEAR,
  WAITS,
  WEEK_WORDS,
  WEEKDAY_WORDS,
  YEAR_WORDS,
} from './tidsrom-words.ts';

const SINGLE_WORDS: readonly ReadonlyMap<string, unknown>[] = [
  MONTH_WORDS,
  WEEKDAY_WORDS,
  SEASON_WORDS,
  ORDINAL_WORDS,
  PART_WORDS,
  ROMAN_WORDS,
  WEEK_WORDS,
  PART_OF_MONTH_WORDS,
  CLOCK_WORDS,
  EVERY_WORDS,
  EVERY_WHAT_WORDS,
  YEAR_WORDS,
  TILTAK_WORDS,
  BLANK_WORDS,
];

const PHRASE_LISTS: readonly Phrases<unknown>[] = [
  TURN_OF_YEAR,
  BY,
  BEFORE,
  FROM,
  BETWEEN,
  AND_NR,
  ONWARDS,
  FILLER,
  ONGOING,
  THEN,
  WAITS,
  IS_DONE,
  NEW_DATE,
  ACTUAL,
  NOT_SET,
  NOT_YET,
];

/** Whole words that mean nothing here, so that OCR mending leaves them alone: «jul i 2024» is not «juli 2024». */
const OTHER_WORDS: readonly string[] = ['jul'];

const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...OTHER_WORDS,
  ...SINGLE_WORDS.flatMap((words) => [...words.keys()]),
  ...PHRASE_LISTS.flatMap(({ byFirstWord }) => [...byFirstWord.values()].flat().flatMap(({ words }) => words)),
]);

/** Short words differ too little: «var» is not «vår», «for» is not «før». */
const SHORTEST_MISSPELT = 4;

const MISSPELT = byFolding([...KNOWN_WORDS].map((word) => [word, word] as const));

/** The one known word this is a slip for («hosten», «vaaren», «lnnen»), else the word itself. */
export function mendWord(word: string): string {
  if (word.length < SHORTEST_MISSPELT || isKnownWord(word)) return word;
  const mended = MISSPELT.get(foldLetters(word));
  if (mended !== undefined) return mended;
  // A scanner takes the capital of «Innen» for a small l.
  const capital = word.startsWith('l') ? `i${word.slice(1)}` : word;
  return isKnownWord(capital) ? capital : word;
}

/** A word the reader can use anywhere at all. */
export function isKnownWord(word: string): boolean {
  return KNOWN_WORDS.has(word);
}
