import { takeLease } from './lease.ts';
import type { Round } from './say-row.ts';
import type { SpeakerParts } from './speaker.ts';

const ASK_AGAIN_MS = 250;

/** Only one may speak for a helsefellesskap at a time, of all processes, and of everything this one does. */
export interface Floor {
  /**
   * Waits at most so long for the right to speak, and does the work with it. Null when somebody else keeps it longer, and
   * when the floor is closed. Rejects with what the work rejects with, and with StoreError.
   */
  take<T>(waitMs: number, patienceMs: number, work: (round: Round) => Promise<T>): Promise<T | null>;
  /** Lets nobody begin anything more, and resolves when what is at hand is done. Never rejects. */
  close(): Promise<void>;
}

export function createFloor({ helsefellesskap, store, time, owner }: SpeakerParts): Floor {
  const closed = new AbortController();
  let speaking: Promise<void> | null = null;

  return {
    async take(waitMs, patienceMs, work) {
      const giveUpAt = time.now() + waitMs;
      while (!closed.signal.aborted) {
        const done = speaking === null ? await speak(patienceMs, work) : null;
        if (done) return done.result;
        const left = giveUpAt - time.now();
        if (left <= 0) return null;
        await time.sleep(Math.min(ASK_AGAIN_MS, left), closed.signal);
      }
      return null;
    },
    async close() {
      closed.abort();
      await speaking;
    },
  };

  /** Null when another process has the lease. */
  async function speak<T>(patienceMs: number, work: (round: Round) => Promise<T>): Promise<{ result: T } | null> {
    const { promise, resolve } = Promise.withResolvers<void>();
    speaking = promise;
    try {
      const lease = await takeLease(store.leases, `levering:${helsefellesskap}`, { owner, time });
      if (!lease) return null;
      const startedAt = time.now();
      const round: Round = {
        startedAt,
        deadline: startedAt + patienceMs,
        signal: AbortSignal.any([closed.signal, lease.lost]),
        held: lease.held,
        lost: lease.lost,
        going: () => !closed.signal.aborted && lease.held(),
      };
      try {
        return { result: await work(round) };
      } finally {
        await lease.release();
      }
    } finally {
      speaking = null;
      resolve();
    }
  }
}
