import { AsyncLocalStorage } from 'node:async_hooks';
import type { Right } from '#src/delivery/poster.ts';
import { DEFAULT_WAIT_MS } from './post-trouble.ts';

const speaking = new AsyncLocalStorage<Right | null>();

/** Calls Slack with a right that may be lost on the way. The client has no place for it among its arguments. */
export function withRight<T>(right: Right | null, call: () => Promise<T>): Promise<T> {
  return speaking.run(right, call);
}

/**
 * Asks Slack, unless the right to is lost. A process may stand still for a minute (a laptop that sleeps, a machine that is
 * moved) after it last looked whether it may speak and before its request has left: then another one has said it.
 */
export async function fetchPost(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const right = speaking.getStore() ?? null;
  if (right === null) return fetchWithRetryAfter(url, init);
  if (!right.held()) throw new Error('the right to speak is lost');
  const signal = init.signal ? AbortSignal.any([init.signal, right.lost]) : right.lost;
  return fetchWithRetryAfter(url, { ...init, signal });
}

/** The client takes a 429 without a readable Retry-After for an error of no known kind. */
async function fetchWithRetryAfter(url: string | URL | Request, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 429 || /^\d+$/.test(response.headers.get('retry-after') ?? '')) return response;
  await response.body?.cancel();
  return new Response(null, { status: 429, headers: { 'retry-after': String(DEFAULT_WAIT_MS / 1000) } });
}
