import type { OutboxRow } from '#src/store/outbox.ts';

const LEAST_MS = 1000;
const BASE_MS = 2000;
const MOST_MS = 5 * 60_000;

/** How long rows that did not come through are to wait. */
export interface BackOff {
  /** Milliseconds until the row may be tried again: longer for each time, and never the same for all. */
  next(row: OutboxRow): number;
  /** The row is settled, or has come further than it was. */
  forget(row: OutboxRow): void;
}

/**
 * Exponential back-off with full jitter, from one second to five minutes. Tries that ended before a row was begun are
 * remembered here; a process that starts anew goes on from the times it was begun.
 * @param random from 0 up to 1
 */
export function createBackOff(random: () => number): BackOff {
  const tries = new Map<string, number>();
  return {
    next(row) {
      const before = tries.get(row.id) ?? row.attempts;
      tries.set(row.id, before + 1);
      const ceiling = Math.min(MOST_MS, BASE_MS * 2 ** Math.min(before, 20));
      return Math.round(LEAST_MS + random() * (ceiling - LEAST_MS));
    },
    forget: (row) => void tries.delete(row.id),
  };
}
