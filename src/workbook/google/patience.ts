import { systemTime } from '#src/real-time.ts';
import { CUT_SHORT, type GoogleFailure, isQuota, readFailure } from './failure.ts';

/** How long the bot waits for Google, in milliseconds, and what it waits with (a test hands in its own clock). */
export interface Patience {
  /** One request may take this long. */
  readonly requestMs: number;
  /** One look at the workbook may take this long, whatever number of requests it needs. */
  readonly totalMs: number;
  /** A request is made at most this many times. */
  readonly tries: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
}

/** Google's own limit is 60 reads a minute: a full minute is what it takes for a spent quota to come back. */
export const PATIENCE: Patience = {
  requestMs: 30_000,
  totalMs: 60_000,
  tries: 5,
  now: () => performance.now(),
  sleep: systemTime.sleep,
  random: Math.random,
};

/** Makes one request; it is told how many milliseconds it may take. */
type Attempt<T> = (timeoutMs: number) => Promise<T>;
type Ask = <T>(attempt: Attempt<T>, how?: Partial<AskedHow>) => Promise<T>;

interface AskedHow {
  /** Waits until the request may be made, which nobody is impatient for. */
  readonly turn: () => Promise<void>;
  /** Whether it may be made again after this failure; after any that passes when left out, as befits a question. */
  readonly isHarmless: (failure: GoogleFailure) => boolean;
  /** Told of each failure. */
  readonly onFailure: (failure: GoogleFailure) => void;
}

/**
 * Starts one piece of work: requests made through the returned function share its total time and are made again after
 * trouble that may pass. Throws a `GoogleFailure` when the time or the tries are spent, or at once when waiting would not
 * help.
 */
export function startAsking(patience: Patience): Ask {
  const { requestMs, totalMs, tries, now, sleep } = patience;
  let giveUpAt = now() + totalMs;

  return async (attempt, { turn, isHarmless, onFailure } = {}) => {
    for (let made = 1; ; made++) {
      const before = now();
      await turn?.();
      giveUpAt += now() - before;
      try {
        // Whole milliseconds: a timer takes no others.
        return await attempt(Math.max(1, Math.floor(Math.min(requestMs, giveUpAt - now()))));
      } catch (thrown) {
        const failure = readFailure(thrown);
        onFailure?.(failure);
        const again = made < tries && mayPass(failure) && (isHarmless?.(failure) ?? true);
        const wait = again ? waitMs(failure, made, patience.random()) : null;
        if (wait === null || now() + wait >= giveUpAt) throw failure;
        await sleep(wait);
      }
    }
  };
}

const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504]);
const NETWORK = /^(E[A-Z_]+|UND_ERR_\w+|AbortError|TimeoutError|FetchError)$/;

function mayPass(failure: GoogleFailure): boolean {
  if (isQuota(failure)) return true;
  if (failure.status !== null) return PASSING_STATUSES.has(failure.status);
  return failure.reasons.some((reason) => reason === CUT_SHORT || NETWORK.test(reason));
}

/** Doubling, with jitter so that many bots do not come back at once; a quota needs longer than a blink. */
function waitMs(failure: GoogleFailure, made: number, random: number): number {
  const longest = (isQuota(failure) ? 4000 : 500) * 2 ** (made - 1);
  const backOff = longest * (0.5 + random / 2);
  return Math.max(backOff, failure.retryAfterMs ?? 0);
}
