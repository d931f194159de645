import { type OutboxRow, outboxKey } from '#src/store/outbox.ts';
import { StoreError } from '#src/store/store.ts';
import { type Address, type AddressBook, addressAt } from './addresses.ts';
import type { Contents, Saying } from './contents.ts';
import type { Lane, Lanes } from './lanes.ts';
import { LOOK_AFTER_MS, type Misfortunes } from './misfortunes.ts';
import type { Noting } from './noting.ts';
import { NotNow, type Patience } from './patience.ts';
import { NotPosted, type Posted, type Right } from './poster.ts';
import type { SpeakerParts } from './speaker.ts';
import { ALERTS, isMendedBy, type TroubleDesk, unknownEmail } from './troubles.ts';

/** One round of speaking, as its rows see it. */
export interface Round extends Patience, Right {
  readonly startedAt: number;
}

/**
 * sent: this round has said it. found: it was said before. over: it is not to be said. failed: it was given up. later: it
 * is still open.
 */
export type RowOutcome = 'sent' | 'found' | 'over' | 'failed' | 'later';

export interface RowSayerParts extends SpeakerParts {
  readonly contents: Contents;
  readonly book: AddressBook;
  readonly lanes: Lanes;
  readonly noting: Noting;
  readonly troubles: TroubleDesk;
  readonly misfortunes: Misfortunes;
}

/** What is known while a row is at hand. */
interface Attempt {
  /** It may stand in Slack, for all we know: it must be looked for before it is said again. */
  maybeSaid: boolean;
}

/** Slack takes about one message a second in each channel. */
const PACE_MS = 1000;

const LOOKING: Lane = { name: 'looking', spacingMs: 0 };

/** A row that has been due for so long was left by a process that stopped, or by a state that was put back. */
const STALE_MS = 10 * 60_000;

/** A row was first tried by the clock of that day, which may have been ahead and put right since. */
const CLOCK_WAS_WRONG_MS = 86_400_000;

/** No period is longer, so nothing that is said again was first said before that. */
export const LOOK_BACK_MS = 8 * 86_400_000;

/**
 * Says a row, or settles whether it was said. Throws StoreError, and {@link NotNow} when the row is left as it was; all
 * that goes wrong with the row itself is noted on it.
 */
export function createRowSayer(parts: RowSayerParts): (row: OutboxRow, round: Round) => Promise<RowOutcome> {
  const { contents, book, lanes, noting, troubles, misfortunes, poster, time, events } = parts;
  const { outbox } = parts.store;

  return async (row, round) => {
    const attempt: Attempt = { maybeSaid: row.status === 'sending' };
    try {
      return await settleOrSay(row, round, attempt);
    } catch (error) {
      // Another process may have it in hand by now, and what becomes of it is for that one to note.
      if (!round.held() && !(error instanceof StoreError)) throw new NotNow();
      return misfortunes.notSaid(row, error, attempt.maybeSaid);
    }
  };

  async function settleOrSay(row: OutboxRow, round: Round, attempt: Attempt): Promise<RowOutcome> {
    const saying = await contents.of(row);
    if (attempt.maybeSaid && row.channel !== null) {
      const standing = await look(row, row.channel, (row.firstTriedAt ?? time.now()) - CLOCK_WAS_WRONG_MS, round);
      if (standing) return found(row, standing, saying, round);
      attempt.maybeSaid = false;
    }
    if (saying.kind === 'over') return misfortunes.close(row, saying.why);

    const address = await addressOf(row, saying, round);
    if (mayHaveBeenSaid(row, round)) {
      const standing = await look(row, address.channel, time.now() - LOOK_BACK_MS, round).catch(unlessPassing);
      if (standing) return found(row, standing, saying, round);
    }
    const lane = { name: `posting:${address.channel}`, spacingMs: PACE_MS };
    const posting = lanes.inTurn(lane, round, () => say(row, address, round, attempt));
    return posting.catch((error) => book.refused(address, error, round));
  }

  async function say(row: OutboxRow, { channel, greet }: Address, round: Round, attempt: Attempt): Promise<RowOutcome> {
    // Made when its turn has come, which may be long after its place in the line was found.
    const saying = await contents.of(row);
    if (saying.kind === 'over') return misfortunes.close(row, saying.why);
    const content = saying.content();
    const message = row.part === 0 ? content.message : content.thread[row.part - 1];
    if (!message) return misfortunes.close(row, 'withdrawn');

    const key = outboxKey(row);
    const begunAt = time.now();
    if (!(await outbox.begin(row, begunAt, channel, begunAt + LOOK_AFTER_MS))) throw new NotNow();
    // The commit may have been slow, and another process may have taken over.
    if (!round.held()) throw new NotNow();
    attempt.maybeSaid = true;
    const posted = await poster.post({ channel, threadTs: row.threadTs, greet }, message, key, round).catch((error) => {
      if (error instanceof NotPosted && error.certainty !== 'uncertain') attempt.maybeSaid = false;
      throw error;
    });
    const at = time.now();
    events.posted(key, at - begunAt);
    await noting.sent(row, { at, ...posted, saidAt: saying.asOf.ms, threadParts: content.thread.length });
    await cameThrough(row);
    return 'sent';
  }

  async function found(row: OutboxRow, { channel, ts }: Posted, saying: Saying, round: Round): Promise<RowOutcome> {
    const threadParts = saying.kind === 'say' ? saying.content().thread.length : 0;
    await noting.sent(row, { at: time.now(), channel, ts, saidAt: saying.asOf.ms, threadParts, found: true });
    events.found(outboxKey(row));
    await cameThrough(row);
    return row.firstTriedAt !== null && row.firstTriedAt >= round.startedAt ? 'sent' : 'found';
  }

  function look(row: OutboxRow, channel: string, since: number, round: Round): Promise<Posted | null> {
    const { threadTs } = row;
    return lanes.inTurn(LOOKING, round, () => poster.find({ channel, threadTs }, outboxKey(row), since));
  }

  async function addressOf(row: OutboxRow, { to }: Saying & { kind: 'say' }, round: Round): Promise<Address> {
    if (row.part > 0 && row.channel !== null) return addressAt(row.channel);
    const address = await book.find(row.recipient, to, round);
    if (address.unknownEmail) await troubles.begin(unknownEmail(row.recipient), { name: to.name });
    else await troubles.end(unknownEmail(row.recipient));
    return address;
  }

  async function cameThrough(row: OutboxRow): Promise<void> {
    misfortunes.forget(row);
    if (row.job === ALERTS) return;
    for (const trouble of troubles.open()) if (isMendedBy(row.recipient, trouble)) await troubles.end(trouble.key);
  }
}

/** A state that was lost, or is older than what was said since, does not know that it was. */
function mayHaveBeenSaid(row: OutboxRow, { startedAt }: Round): boolean {
  return row.status === 'planned' && (row.lookFirst || startedAt - row.nextAt > STALE_MS);
}

/** It is looked for to be on the safe side. Where the bot may not look at all, nobody is better off by its silence. */
function unlessPassing(error: unknown): null {
  if (error instanceof NotPosted && error.certainty === 'final') return null;
  throw error;
}
