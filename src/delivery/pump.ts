import type { RealTime } from '#src/real-time.ts';
import type { Outbox, OutboxRow, OutboxScope } from '#src/store/outbox.ts';
import { NotNow } from './patience.ts';
import type { Round, RowOutcome } from './say-row.ts';

export interface PumpParts {
  readonly outbox: Outbox;
  readonly time: RealTime;
  say(row: OutboxRow, round: Round): Promise<RowOutcome>;
  /** Recipients whose rows are not to be touched. */
  except(): readonly string[];
  /** Called when nothing is at hand: whether there are rows that may be touched from now on. */
  idle(): boolean;
}

/** How many rows are taken in hand; most of them wait for their channel's turn, and cost no more than their keys. */
const AT_HAND = 1000;

/** How often the outbox is asked again while rows are at hand: for threads, and for those whose time has come. */
const ASK_AGAIN_MS = 250;

/**
 * Says what is open, in order for each recipient, and never lets one recipient wait for another. Ends when nothing is
 * open, when what is open must wait longer than the round's patience, or when the round is called off; what is on its way
 * by then is waited for. Rejects with what `say` rejects with, {@link NotNow} apart.
 * @param settled called for each row that is done with for now
 */
export async function pump(
  { outbox, time, say, except, idle }: PumpParts,
  scope: OutboxScope,
  round: Round,
  settled: (row: OutboxRow, outcome: RowOutcome) => void,
): Promise<void> {
  const atHand = new Map<string, Promise<void>>();
  const left = new Set<string>();
  const broken = new AbortController();
  const signal = AbortSignal.any([round.signal, broken.signal]);
  const own: Round = { ...round, signal, going: () => !broken.signal.aborted && round.going() };
  let wakeAt = 0;
  let wake = () => {};

  try {
    while (own.going()) {
      const busy = [...atHand.keys(), ...left, ...except()];
      const rows = await outbox.due(scope, time.now(), AT_HAND - atHand.size, busy);
      for (const row of rows) atHand.set(row.recipient, handle(row));
      if (atHand.size > 0) await untilFewer();
      else if (!idle() && !(await untilDue())) break;
    }
  } catch (error) {
    broken.abort(error);
  }
  await Promise.all(atHand.values());
  if (broken.signal.aborted) throw broken.signal.reason;

  async function handle(row: OutboxRow): Promise<void> {
    try {
      settled(row, await say(row, own));
    } catch (error) {
      if (error instanceof NotNow) left.add(row.recipient);
      else broken.abort(error);
    }
    atHand.delete(row.recipient);
    if (atHand.size <= wakeAt) wake();
  }

  /** Until half of the rows at hand are done with, or some time has passed. */
  async function untilFewer(): Promise<void> {
    const fewer = new AbortController();
    wakeAt = Math.floor(atHand.size / 2);
    wake = () => fewer.abort();
    await time.sleep(ASK_AGAIN_MS, AbortSignal.any([fewer.signal, signal]));
  }

  /** False when there is nothing worth waiting for. */
  async function untilDue(): Promise<boolean> {
    const next = await outbox.nextAt(scope);
    const now = time.now();
    if (next === null || now >= round.deadline) return false;
    await time.sleep(Math.min(Math.max(next - now, ASK_AGAIN_MS), round.deadline - now), signal);
    return true;
  }
}
