import type { Clock } from './clock.ts';
import type { Moment } from './domain/day.ts';
import { type Snapshot, type Workbook, WorkbookError } from './workbook/workbook.ts';

/** A workbook's content, and when it was last known to be current. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly readAt: Moment;
  /** It is what the state kept from before this process started: without e-mail addresses and the like. */
  readonly restored: boolean;
}

/** Where the last good reading is kept, for a start while the workbook cannot be read. Neither method throws. */
export interface SnapshotMemory {
  /** Called for every reading, and when one is found to be current still. */
  keep(reading: Reading): void;
  load(): Promise<Omit<Reading, 'restored'> | null>;
}

/**
 * Reads a workbook when its version has changed. A look at the version is trusted for `pollMs` milliseconds of real time,
 * and there is never more than one at a time: those who ask meanwhile get its answer too.
 *
 * @param memory what an earlier process read; null when nothing is kept
 * @returns throws {@link WorkbookError}, unless the trouble may pass and the workbook has been read before: old figures
 *   that say how old they are serve people better than none
 */
export function snapshotKeeper(
  workbook: Workbook,
  pollMs: number,
  memory: SnapshotMemory | null = null,
): (clock: Clock) => Promise<Reading> {
  let latest: Reading | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<Reading> | null = null;

  async function look(clock: Clock): Promise<Reading> {
    try {
      const unchanged = latest !== null && (await workbook.version()) === latest.snapshot.version;
      const snapshot = unchanged && latest ? latest.snapshot : await workbook.read();
      latest = { snapshot, readAt: clock(), restored: false };
      memory?.keep(latest);
      return latest;
    } catch (error) {
      const mayPass = error instanceof WorkbookError && error.trouble === 'unavailable';
      if (mayPass) latest ??= await restore(memory);
      if (mayPass && latest) return latest;
      throw error;
    } finally {
      // After trouble too: else everyone who asks would wait as long as the first one did.
      lookedAt = performance.now();
      looking = null;
    }
  }

  return (clock) => {
    if (latest && !looking && performance.now() - lookedAt < pollMs) return Promise.resolve(latest);
    looking ??= look(clock);
    return looking;
  };
}

/** What was kept is not all there was, so it must not be taken for the version it was read from. */
async function restore(memory: SnapshotMemory | null): Promise<Reading | null> {
  const kept = await memory?.load();
  if (!kept) return null;
  return { ...kept, snapshot: { ...kept.snapshot, version: `${kept.snapshot.version}:husket` }, restored: true };
}
