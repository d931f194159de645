/**
 * A lower-case word with the letters that scanners and foreign keyboards get wrong made one: «fullf0rt», «fullfort» and
 * «fullført» are the same. For comparing only, and only with a closed list: «var» and «vår» are the same too.
 */
export function foldLetters(word: string): string {
  return word.replace(/[ø0]/g, 'o').replaceAll('å', 'a').replaceAll('æ', 'ae');
}

/** Every way to fold a correctly spelt word: «våren» is also written «vaaren», «høst» also «hoest». */
function foldings(word: string): readonly string[] {
  return [...new Set([foldLetters(word), foldLetters(word.replaceAll('ø', 'oe').replaceAll('å', 'aa'))])];
}

/** What each folded spelling stands for; one that could stand for two different things is left out. */
export function byFolding<T>(entries: Iterable<readonly [word: string, meaning: T]>): ReadonlyMap<string, T> {
  const meanings = new Map<string, T>();
  const unclear = new Set<string>();
  for (const [word, meaning] of entries) {
    for (const folded of foldings(word)) {
      if (meanings.has(folded) && meanings.get(folded) !== meaning) unclear.add(folded);
      meanings.set(folded, meaning);
    }
  }
  for (const folded of unclear) meanings.delete(folded);
  return meanings;
}
