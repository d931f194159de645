import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Time as the machine has it, in milliseconds since 1970: for leases, back-off, pacing and look-ups. What the domain
 * calls now is another thing (`clock.ts`), which `--dato` moves.
 */
export interface RealTime {
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemTime: RealTime = {
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
};
