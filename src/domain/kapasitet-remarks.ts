import type { Day } from './day.ts';
import type { Meaning } from './kapasitet-vocabulary.ts';

/** What the asker should know of how the question was read, said before the answer. */
export type Remark =
  | { readonly kind: 'former-kommune'; readonly name: string; readonly now: readonly string[] }
  /** A word for what units may make a forbehold of: nothing is left out because of it. */
  | { readonly kind: 'forbehold'; readonly word: string }
  /** A day that has passed: the answer is of now. */
  | { readonly kind: 'past'; readonly day: Day };

/** Each thing once: former kommuner, then forbehold, then a day that has passed. */
export function remarksOn(meanings: readonly Meaning[], from: Day | null, today: Day): readonly Remark[] {
  const former = new Map<string, Remark>();
  const forbehold = new Map<string, Remark>();
  for (const meaning of meanings) {
    if (meaning.kind === 'forbehold') forbehold.set(meaning.word, { kind: 'forbehold', word: meaning.word });
    if (meaning.kind !== 'kommuner' || meaning.former === null) continue;
    former.set(meaning.former, { kind: 'former-kommune', name: meaning.former, now: meaning.names });
  }
  const past: readonly Remark[] = from !== null && from < today ? [{ kind: 'past', day: from }] : [];
  return [...former.values(), ...forbehold.values(), ...past];
}
