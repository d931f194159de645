import type { Moment } from '#src/domain/day.ts';
import type { Inspect } from './inspection.ts';
import type { Reading, SnapshotMemory } from './reading.ts';
import type { Snapshot } from './workbook.ts';

/** What was kept longer ago than this, in milliseconds, tells nothing of what should stand in the sheet now. */
const COMPARED_FOR_MS = 24 * 3_600_000;

interface TrustOptions {
  /** What of a new content to trust. */
  readonly inspect: Inspect;
  readonly memory: SnapshotMemory | null;
  /** In milliseconds, by a clock that nobody puts back. */
  readonly now: () => number;
}

/** The figures to go by. */
interface Taken {
  readonly reading: Reading;
  /** What has been lost and is held back, and since when; null when all of the content is trusted. */
  readonly held: { readonly message: string; readonly since: number } | null;
}

export interface TrustedFigures {
  /**
   * Compares a content with the last that could be trusted in full.
   * @param latest the figures that people go by until now; null when there are none
   */
  take(snapshot: Snapshot, readAt: Moment, latest: Reading | null): Promise<Taken>;
}

/** Decides what of a workbook's content to go by, as time passes and contents come. */
export function trustedFigures({ inspect, memory, now }: TrustOptions): TrustedFigures {
  /** The last that could be trusted in full. */
  let good: Reading | null = null;
  /** Each loss that is held back, or was until it had lasted → since when. */
  let heldSince = new Map<string, number>();

  async function comparable(latest: Reading | null, readAt: Moment): Promise<Reading | null> {
    const kept = latest ?? (await restored(memory));
    return kept && readAt.ms - kept.readAt.ms < COMPARED_FOR_MS ? kept : null;
  }

  return {
    async take(snapshot, readAt, latest) {
      good ??= await comparable(latest, readAt);
      const still = new Map<string, number>();
      const heldMs = (what: string) => {
        const since = heldSince.get(what) ?? now();
        still.set(what, since);
        return now() - since;
      };
      const { losses, trusted } =
        good && good.snapshot !== snapshot
          ? await inspect(good.snapshot, snapshot, heldMs)
          : { losses: [], trusted: snapshot };
      heldSince = still;
      if (good && losses.length > 0) {
        const since = Math.min(now(), ...still.values());
        return { reading: { ...good, snapshot: trusted, troubled: true }, held: { message: losses.join(' '), since } };
      }
      good = { snapshot, readAt, restored: false };
      return { reading: good, held: null };
    },
  };
}

/** What an earlier process kept. It is not all there was, so it must not be taken for the version it was read from. */
export async function restored(memory: SnapshotMemory | null): Promise<Reading | null> {
  const kept = await memory?.load();
  if (!kept) return null;
  const snapshot = { ...kept.snapshot, version: `${kept.snapshot.version}:husket` };
  return { ...kept, snapshot, restored: true, troubled: true };
}
