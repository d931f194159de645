import type { RealTime } from '#src/real-time.ts';
import type { Outbox, OutboxRow, Sent } from '#src/store/outbox.ts';

const FIRST_RETRY_MS = 250;
const MOST_MS = 30_000;

/** Notes what stands in Slack. What cannot be noted is kept in mind: this process knows better than to say it again. */
export interface Noting {
  /** Throws StoreError when it could not be noted now; it is tried again for as long as the process lives. */
  sent(row: OutboxRow, sent: Sent): Promise<void>;
  /** Notes what could not be noted before. Throws StoreError when that still is so. */
  settle(): Promise<void>;
  /** Those who have been told something that is not noted. */
  recipients(): readonly string[];
  /** Tries a last time, and lets it be: the next start looks in the conversation. */
  stop(): Promise<void>;
}

export function createNoting(outbox: Outbox, time: RealTime): Noting {
  const unnoted = new Map<string, { readonly row: OutboxRow; readonly sent: Sent }>();
  const stopped = new AbortController();
  let retrying: Promise<void> | null = null;

  return {
    async sent(row, sent) {
      try {
        await outbox.sent(row, sent);
      } catch (error) {
        unnoted.set(row.id, { row, sent });
        retrying ??= retry();
        throw error;
      }
    },
    settle,
    recipients: () => [...unnoted.values()].map(({ row }) => row.recipient),
    async stop() {
      stopped.abort();
      await retrying;
      await settle().catch(() => {});
    },
  };

  async function settle(): Promise<void> {
    for (const [id, { row, sent }] of unnoted) {
      await outbox.sent(row, sent);
      unnoted.delete(id);
    }
  }

  async function retry(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; unnoted.size > 0 && !stopped.signal.aborted; wait = Math.min(2 * wait, MOST_MS)) {
      await time.sleep(wait, stopped.signal);
      if (!stopped.signal.aborted) await settle().catch(() => {});
    }
    retrying = null;
  }
}
