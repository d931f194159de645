import { StoreError } from './store.ts';

/**
 * Reads what the store itself wrote as JSON, which is trusted to have the form it was given. Throws {@link StoreError}
 * `damaged` when it is no longer JSON.
 */
export function keptJson<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new StoreError('damaged', 'Noe av det boten husker, er skadet. Legg tilbake en sikkerhetskopi.', { cause });
  }
}
