import { setImmediate as turn } from 'node:timers/promises';
import type { RealTime } from '#src/real-time.ts';

/** Time that moves only when it is told to: what is done meanwhile takes none of it, however long it takes. */
export interface HandedTime extends RealTime {
  /** When whoever sleeps wants to be woken next; waits until somebody has fallen asleep. */
  nextAwakening(): Promise<number>;
  /** Moves on, and wakes those whose time has come. */
  moveTo(ms: number): void;
}

export function handedTime(startMs: number): HandedTime {
  const sleepers = new Map<() => void, number>();
  let now = startMs;

  return {
    now: () => now,
    sleep(ms, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = () => {
        sleepers.delete(wake);
        resolve();
      };
      signal?.addEventListener('abort', wake);
      if (signal?.aborted) resolve();
      else sleepers.set(wake, now + ms);
      return promise;
    },
    async nextAwakening() {
      while (sleepers.size === 0) await turn();
      return Math.min(...sleepers.values());
    },
    moveTo(ms) {
      now = ms;
      for (const [wake, at] of sleepers) if (at <= now) wake();
    },
  };
}
