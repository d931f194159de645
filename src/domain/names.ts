import { distance } from 'fastest-levenshtein';
import { remembered } from './remembered.ts';

/**
 * What is left of a name when case, spaces, punctuation and Unicode spelling do not count. Two names with the
 * same key are the same name; a text without letters or digits has the key `''` and is nobody's name.
 */
export const nameKey = remembered((text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** Whether two texts are the same name: «St. Olavs  Hospital» and «st olavs hospital» are. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a);
  return key !== '' && key === nameKey(b);
}

/** The ways people write æ, ø and å on a keyboard without them. */
const KEYBOARDS: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => key.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa'),
  (key) => key.replaceAll('æ', 'a').replaceAll('ø', 'o').replaceAll('å', 'a'),
];

/**
 * The candidate a person most likely meant («Malvk» → «Malvik»), as the candidate is spelt, or null when nothing is
 * near: at most a third of the word's letters may be wrong, but always one. The first of equally near ones wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const key = nameKey(word);
  const limit = Math.max(1, Math.floor(key.length / 3));
  let best: string | null = null;
  let bestErrors = Math.min(limit + 1, key.length);

  for (const candidate of candidates) {
    const errors = errorsBetween(key, nameKey(candidate), limit);
    if (errors < bestErrors) {
      best = candidate;
      bestErrors = errors;
    }
  }
  return best;
}

function errorsBetween(a: string, b: string, limit: number): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const spell of KEYBOARDS) {
    const [left, right] = [spell(a), spell(b)];
    // The lengths alone tell that these are too far apart: a pasted page must not cost a full comparison.
    if (Math.abs(left.length - right.length) <= limit) fewest = Math.min(fewest, distance(left, right));
  }
  return fewest;
}
