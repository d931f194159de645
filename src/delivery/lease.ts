import type { RealTime } from '#src/real-time.ts';
import type { Leases } from '#src/store/store.ts';

const TTL_MS = 8000;
const RENEW_MS = 2000;

/** The right to speak, while it lasts. */
export interface HeldLease {
  /** Whether it certainly is ours still, by our own clock. */
  held(): boolean;
  /** Aborted when it is not. */
  readonly lost: AbortSignal;
  /** Gives it up. Never rejects: one that cannot be given up runs out by itself. */
  release(): Promise<void>;
}

/** Takes the lease and keeps it; null when somebody else has it. Throws StoreError when it cannot be known. */
export async function takeLease(
  leases: Leases,
  name: string,
  { owner, time }: { readonly owner: string; readonly time: RealTime },
): Promise<HeldLease | null> {
  const askedAt = time.now();
  if (!(await leases.acquire(name, owner, TTL_MS))) return null;
  // Counted from before it was asked for, so that it ends here no later than in the database.
  let until = askedAt + TTL_MS;
  const lost = new AbortController();
  const over = new AbortController();
  const renewing = renew();

  return {
    held: () => !lost.signal.aborted && time.now() < until,
    lost: lost.signal,
    async release() {
      over.abort();
      await renewing;
      if (!lost.signal.aborted) await leases.release(name, owner).catch(() => {});
    },
  };

  async function renew(): Promise<void> {
    for (;;) {
      await time.sleep(RENEW_MS, over.signal);
      if (over.signal.aborted) return;
      const now = time.now();
      // One that is overdue may have been another's in between: it is not taken up again, whatever the database says.
      const renewed = now < until ? await leases.acquire(name, owner, TTL_MS).catch(() => null) : false;
      if (renewed === false) return lost.abort();
      // A database that does not answer is asked again, for as long as the lease lasts.
      if (renewed === true) until = now + TTL_MS;
    }
  }
}
