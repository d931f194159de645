import type { Moment } from '#src/domain/day.ts';
import type { Snapshot } from './workbook.ts';

/** A workbook's content, and when it was last known to be current. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly readAt: Moment;
  /** It is what the state kept from before this process started: without e-mail addresses and the like. */
  readonly restored: boolean;
  /** The workbook could not be followed at the last look. */
  readonly troubled?: boolean;
}

/** Where the last good reading is kept, for a start while the workbook cannot be read. Neither method throws. */
export interface SnapshotMemory {
  /** Called for every reading, and when one is found to be current still. */
  keep(reading: Reading): void;
  load(): Promise<Pick<Reading, 'snapshot' | 'readAt'> | null>;
}
