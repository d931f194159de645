import type { OutboxRow, OutboxStatus } from '#src/store/outbox.ts';
import type { PlannedRun } from './plan-run.ts';
import type { RowOutcome } from './say-row.ts';
import type { Delivery } from './speaker.ts';

type Counts = Readonly<Partial<Record<OutboxStatus, number>>>;

/** Counts what became of the rows of a round. */
export interface Tally {
  add(row: OutboxRow, outcome: RowOutcome): void;
  /** Of a job's run, counts being those of its period now. What failed before and cannot be tried again has still failed. */
  ofRun(planned: PlannedRun, counts: Counts): Delivery;
  /** Of a round of whatever was open, counts being those of everything now. */
  ofRound(counts: Counts): Delivery;
}

/** @param isCounted which rows it is about */
export function createTally(isCounted: (row: OutboxRow) => boolean): Tally {
  let sent = 0;
  let found = 0;
  let failed = 0;
  return {
    add(row, outcome) {
      if (!isCounted(row)) return;
      if (outcome === 'sent') sent += 1;
      if (outcome === 'found') found += 1;
      if (outcome === 'failed') failed += 1;
    },
    ofRun({ saidBefore, nowhere }, counts) {
      const waiting = stillOpen(counts);
      const skipped = saidBefore + found + nowhere;
      return { sent, skipped, nowhere, failed: (counts.failed ?? 0) + waiting, waiting };
    },
    ofRound(counts) {
      const waiting = stillOpen(counts);
      return { sent, skipped: found, nowhere: 0, failed: failed + waiting, waiting };
    },
  };
}

function stillOpen({ planned = 0, sending = 0 }: Counts): number {
  return planned + sending;
}
