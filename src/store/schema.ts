import type { Kysely } from 'kysely';
import type { OutboxStatus } from './outbox.ts';
import type { RunOutcome } from './store.ts';

/*
 * The tables, in the subset both databases understand alike: ids and JSON are text, times are integers (milliseconds
 * since 1970), yes and no are 1 and 0.
 */

type Flag = 0 | 1;

export interface OutboxTable {
  id: string;
  /** The id of the message itself, for each part of its thread, too. */
  head: string;
  /** Its place in the order of planning, which its whole thread shares. */
  seq: number;
  helsefellesskap: string;
  job: string;
  period: string;
  recipient: string;
  part: number;
  status: OutboxStatus;
  attempts: number;
  next_at: number;
  first_tried_at: number | null;
  channel: string | null;
  thread_ts: string | null;
  ts: string | null;
  expires_at: number;
  said_at: number | null;
  code: string | null;
  look_first: Flag;
  /** It failed, and was certainly not said. */
  unsaid: Flag;
  /** When it got its last status; null as long as it is planned or sending. */
  closed_at: number | null;
}

export interface TroubleTable {
  id: string;
  helsefellesskap: string;
  key: string;
  began_at: number;
  facts: string;
  ended_at: number | null;
}

export interface PlanHistoryTable {
  source: string;
  key: string;
  at: number;
  gone: Flag;
  nr: string | null;
  title: string;
  status: string;
  frist_kind: string;
  frist_end: string | null;
  reported: number | null;
  kommuner: number | null;
}

export interface KapasitetHistoryTable {
  source: string;
  day: string;
  kommune: string;
  kategori: string;
  plasser: number | null;
  ledig: number | null;
  confirmed: Flag;
}

export interface Tables {
  schema_version: { version: number; applied_at: number };
  outbox: OutboxTable;
  leases: { name: string; owner: string; expires_at: number };
  job_runs: { helsefellesskap: string; job: string; period: string; outcome: RunOutcome; at: number };
  troubles: TroubleTable;
  known_users: { helsefellesskap: string; unit: string; slack_id: string; proof: string; at: number };
  conversations: { slack_id: string; channel: string; at: number };
  snapshots: { source: string; content: string; read_at: number };
  plan_history: PlanHistoryTable;
  kapasitet_history: KapasitetHistoryTable;
  notes: { name: string; value: string };
}

/** What a query is run on: the database, or a transaction in it. */
export type Queries = Kysely<Tables>;
