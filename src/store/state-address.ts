import { StoreError } from './store.ts';
import { USUAL_FILE } from './usual-file.ts';

/** Where the state is. */
export type StateAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Reads DATABASE_URL; null is the usual file. Throws {@link StoreError} when it is neither of the two. */
export function stateAddress(url: string | null): StateAddress {
  if (url === null) return { kind: 'sqlite', file: USUAL_FILE };
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (!URL.canParse(url)) throw new StoreError('other', NO_ADDRESS);
    return { kind: 'postgres', url };
  }
  const file = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  if (file !== undefined) return { kind: 'sqlite', file };
  throw new StoreError('other', 'DATABASE_URL må begynne med «file:» eller «postgres://».');
}

const NO_ADDRESS =
  'DATABASE_URL er ikke en gyldig adresse. Spesialtegn i passordet må skrives som prosentkoder, for eksempel %40 for @.';
