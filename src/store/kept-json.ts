import { StoreError } from './store.ts';

/**
 * Reads what the store itself wrote as JSON, which is trusted to have the form it was given. Throws {@link StoreError}
 * `damaged` when it is no longer JSON.
 */
export function keptJson<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw damagedContent(cause);
  }
}

/** The database is whole, but something in it is not as the store wrote it. */
export function damagedContent(cause?: unknown): StoreError {
  return new StoreError('damaged', 'Noe av det boten har lagret, er skadet. Legg tilbake en sikkerhetskopi.', {
    cause,
  });
}
