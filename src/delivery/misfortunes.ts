import { type OutboxRow, outboxKey } from '#src/store/outbox.ts';
import { StoreError } from '#src/store/store.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { BackOff } from './back-off.ts';
import { NotNow } from './patience.ts';
import { NotPosted } from './poster.ts';
import type { RowOutcome } from './say-row.ts';
import type { SpeakerParts } from './speaker.ts';
import { ALERTS, type TroubleDesk, toldTooLate, unreached, unreadable, unreadableFacts } from './troubles.ts';

/** So long after a post that was not confirmed, what Slack did with it can be seen. */
export const LOOK_AFTER_MS = 8000;

/** What becomes of rows that are not said. */
export interface Misfortunes {
  /** Throws on StoreError and NotNow; everything else is noted on the row, and told to those who can mend it. */
  notSaid(row: OutboxRow, error: unknown, maybeSaid: boolean): Promise<RowOutcome>;
  /** There is nothing left to say, or it is too late to say it. */
  close(row: OutboxRow, why: 'withdrawn' | 'expired'): Promise<RowOutcome>;
  /** The row has come through. */
  forget(row: OutboxRow): void;
}

export interface MisfortunesParts extends SpeakerParts {
  readonly backOff: BackOff;
  readonly troubles: TroubleDesk;
}

export function createMisfortunes({ store, time, events, job, backOff, troubles }: MisfortunesParts): Misfortunes {
  const { outbox } = store;

  return {
    async notSaid(row, thrown, maybeSaid) {
      if (thrown instanceof StoreError || thrown instanceof NotNow) throw thrown;
      const error = asNotPosted(thrown);
      events.notPosted(outboxKey(row), error);
      if (error.certainty === 'final') return giveUp(row, error, maybeSaid);
      await putOff(row, error, maybeSaid);
      if (thrown instanceof WorkbookError) {
        const unread = await job(row.job);
        if (unread) await troubles.begin(unreadable(unread), unreadableFacts(unread, thrown));
      }
      // A mistake of ours may never be mended by trying again, and nobody else would see it.
      else if (!(thrown instanceof NotPosted)) await tell(row, error, maybeSaid);
      return 'later';
    },
    async close(row, why) {
      // Told first: a crash in between must not close it unheard.
      if (why === 'expired' && row.job !== ALERTS) {
        await troubles.begin(toldTooLate(row), { title: await titleOf(row), period: row.period });
      }
      await outbox.close(row, time.now(), why);
      backOff.forget(row);
      events.closed(outboxKey(row), why);
      return 'over';
    },
    forget: (row) => backOff.forget(row),
  };

  async function putOff(row: OutboxRow, { code, retryAfterMs }: NotPosted, maybeSaid: boolean): Promise<void> {
    const wait = retryAfterMs ?? backOff.next(row);
    if (maybeSaid) await outbox.unsure(row, time.now() + Math.max(LOOK_AFTER_MS, wait), code);
    else await outbox.postpone(row, time.now() + wait, code);
  }

  async function giveUp(row: OutboxRow, error: NotPosted, maybeSaid: boolean): Promise<RowOutcome> {
    await tell(row, error, maybeSaid);
    await outbox.fail(row, time.now(), error.code, !maybeSaid);
    backOff.forget(row);
    events.closed(outboxKey(row), 'failed');
    return 'failed';
  }

  /** An alert that does not come through is not told of by another. */
  async function tell(row: OutboxRow, { code, message }: NotPosted, maybeSaid: boolean): Promise<void> {
    if (row.job === ALERTS) return;
    const facts = { name: row.recipient, job: row.job, code, message };
    await troubles.begin(unreached(row.recipient, code), maybeSaid ? { ...facts, maybeSaid: 'yes' } : facts);
  }

  async function titleOf(row: OutboxRow): Promise<string> {
    return (await job(row.job))?.title ?? row.job;
  }
}

/** A mistake of ours must not keep the others from their messages either. */
function asNotPosted(thrown: unknown): NotPosted {
  if (thrown instanceof NotPosted) return thrown;
  if (thrown instanceof WorkbookError) return new NotPosted('refused', 'unreadable', thrown.message, { cause: thrown });
  return new NotPosted('refused', 'mistake', 'Noe gikk galt hos meg. Feilen er logget.', { cause: thrown });
}
