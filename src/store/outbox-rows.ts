import type { Insertable, Selectable } from 'kysely';
import type { OutboxRow, PlannedMessage, Sent } from './outbox.ts';
import type { OutboxTable } from './schema.ts';

/** A row as the port speaks of it. */
export function asRow(row: Selectable<OutboxTable>): OutboxRow {
  return {
    id: row.id,
    helsefellesskap: row.helsefellesskap,
    job: row.job,
    period: row.period,
    recipient: row.recipient,
    part: row.part,
    status: row.status,
    attempts: row.attempts,
    nextAt: row.next_at,
    firstTriedAt: row.first_tried_at,
    channel: row.channel,
    threadTs: row.thread_ts,
    ts: row.ts,
    expiresAt: row.expires_at,
    saidAt: row.said_at,
    code: row.code,
    lookFirst: row.look_first === 1,
  };
}

const NOTHING_YET = {
  status: 'planned',
  attempts: 0,
  first_tried_at: null,
  ts: null,
  said_at: null,
  code: null,
  unsaid: 0,
  closed_at: null,
} as const;

/** A message nobody has tried to say. */
export function newMessage(message: PlannedMessage, seq: number, at: number): Insertable<OutboxTable> {
  const { helsefellesskap, job, period, recipient, expiresAt, lookFirst } = message;
  const id = crypto.randomUUID();
  return {
    ...NOTHING_YET,
    id,
    head: id,
    seq,
    helsefellesskap,
    job,
    period,
    recipient,
    part: 0,
    next_at: at,
    channel: null,
    thread_ts: null,
    expires_at: expiresAt,
    look_first: lookFirst ? 1 : 0,
  };
}

/** The replies of a message's thread, to be said where the message (or another reply) now stands. */
export function threadOf(row: Selectable<OutboxTable>, sent: Sent): Insertable<OutboxTable>[] {
  const { head, seq, helsefellesskap, job, period, recipient, expires_at, look_first } = row;
  return Array.from({ length: sent.threadParts }, (_, index) => ({
    ...NOTHING_YET,
    id: crypto.randomUUID(),
    head,
    seq,
    helsefellesskap,
    job,
    period,
    recipient,
    part: index + 1,
    next_at: sent.at,
    channel: sent.channel,
    thread_ts: row.part === 0 ? sent.ts : row.thread_ts,
    expires_at,
    look_first: sent.found ? 1 : look_first,
  }));
}
