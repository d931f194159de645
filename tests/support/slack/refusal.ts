import { asObject } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** Slack's no, by its name. It comes with HTTP 200. */
export type Refusal = SlackObject & { readonly ok: false; readonly error: string };

export function refusal(error: string, more: SlackObject = {}): Refusal {
  return { ok: false, error, ...more };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return asObject(answer).ok === false;
}

/** Slack's no to the arguments themselves, with what is wrong with each. */
export function invalidArguments(problems: readonly string[]): Refusal {
  return refusal('invalid_arguments', { response_metadata: { messages: problems.map((each) => `[ERROR] ${each}`) } });
}

/** Too many calls. It becomes HTTP 429 with a Retry-After. */
export function rateLimited(seconds: number): Refusal {
  return refusal('ratelimited', { retry_after: seconds });
}
