import type { Clock } from './clock.ts';
import type { Moment } from './domain/day.ts';
import { type Snapshot, type Workbook, WorkbookError } from './workbook/workbook.ts';

/** A workbook's content, and when it was last known to be current. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly readAt: Moment;
}

/**
 * Reads a workbook when its version has changed. A look at the version is trusted for `pollMs` milliseconds of real time,
 * and there is never more than one at a time: those who ask meanwhile get its answer too.
 *
 * @returns throws {@link WorkbookError}, unless the trouble may pass and the workbook has been read before: old figures
 *   that say how old they are serve people better than none
 */
export function snapshotKeeper(workbook: Workbook, pollMs: number): (clock: Clock) => Promise<Reading> {
  let latest: Reading | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<Reading> | null = null;

  async function look(clock: Clock): Promise<Reading> {
    try {
      const unchanged = latest !== null && (await workbook.version()) === latest.snapshot.version;
      const snapshot = unchanged && latest ? latest.snapshot : await workbook.read();
      latest = { snapshot, readAt: clock() };
      return latest;
    } catch (error) {
      if (latest && error instanceof WorkbookError && error.trouble === 'unavailable') return latest;
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
