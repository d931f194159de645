import { setImmediate as turn } from 'node:timers/promises';
import type { RealTime } from '#src/real-time.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** What is written waits a turn for others to be committed with, and one piece of work writes several times. */
const TURNS = 12;

/**
 * Time that stands still while anybody works, and moves to the next awakening when everybody sleeps: ten minutes' outage
 * is over in a moment. For work within this process; whoever waits for another one needs real time.
 */
export function steppingTime(startMs: number): RealTime {
  const sleepers = new Set<Sleeper>();
  let now = startMs;
  let stepping = false;

  async function step(): Promise<void> {
    stepping = true;
    while (sleepers.size > 0) {
      // Whoever was woken gets to fall asleep again before time moves on.
      for (let turns = 0; turns < TURNS; turns += 1) await turn();
      const [next] = [...sleepers].sort((one, other) => one.at - other.at);
      if (!next) continue;
      now = Math.max(now, next.at);
      next.wake();
    }
    stepping = false;
  }

  return {
    now: () => now,
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const sleeper = { at: now + ms, wake };
      function wake(): void {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      }
      signal?.addEventListener('abort', wake);
      sleepers.add(sleeper);
      if (!stepping) void step();
      return promise;
    },
  };
}
