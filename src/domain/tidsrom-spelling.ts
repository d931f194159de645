type Spelling<T> = readonly (readonly [T, string])[];

/** Phrases of one or more words by their first word, the longest first. */
export interface Phrases<T> {
  readonly byFirstWord: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;
}

/** One row per meaning, its spellings parted by commas. */
export function spellings<T>(rows: Spelling<T>): ReadonlyMap<string, T> {
  return new Map(rows.flatMap(([value, words]) => words.split(', ').map((word) => [word, value] as const)));
}

/** As {@link spellings}, for meanings that may take several words. */
export function phrases<T>(rows: Spelling<T>): Phrases<T> {
  const byFirstWord = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of spellings(rows)) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, value }]);
  }
  // The longest first: «til og med» is not «til».
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord };
}
