import type { KapasitetRecord } from '#src/domain/kapasitet-past.ts';
import type { TiltakRecord, TiltakState } from '#src/domain/plan-past.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import type { Outbox, PlannedMessage } from './outbox.ts';

/**
 * What the bot remembers between runs. One file (SQLite), or one database for several instances (PostgreSQL); both keep
 * the same promises. Times are milliseconds since 1970. Of people it holds Slack ids only. Every method throws
 * {@link StoreError}, and nothing else, when the state cannot be reached or trusted.
 */
export interface Store {
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly runs: JobRuns;
  readonly troubles: Troubles;
  readonly addresses: Addresses;
  readonly snapshots: Snapshots;
  readonly history: History;
  readonly notes: Notes;
  /** Deletes what was over before that time: sent messages, runs, ended troubles and history. Returns how many rows. */
  purge(before: number): Promise<number>;
  /** Whether the state can be read and written. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The right to do something alone, for as long as it is renewed. Judged by the database's own clock, so that instances
 * whose clocks differ agree.
 */
export interface Leases {
  /** Takes the lease, or renews it for the one who has it. False when somebody else has it. */
  acquire(name: string, owner: string, ttlMs: number): Promise<boolean>;
  /** Gives it up. Does nothing when somebody else has it. */
  release(name: string, owner: string): Promise<void>;
}

/** How a job's run for a period ended. preview: shown to the secretariat, and not sent. */
export type RunOutcome = 'done' | 'preview' | 'missed';

interface JobRun {
  readonly helsefellesskap: string;
  readonly job: string;
  readonly period: string;
}

export interface JobRuns {
  outcome(run: JobRun): Promise<RunOutcome | null>;
  /** Notes the outcome, and when that was by the machine's clock. A run that is done stays done. */
  note(run: JobRun, outcome: RunOutcome, at: number): Promise<void>;
}

/** Something that is wrong, told once when it begins and once when it ends. */
export interface Trouble {
  readonly helsefellesskap: string;
  /** What is wrong with what, such as `mottaker:Analysegruppen`. */
  readonly key: string;
  readonly beganAt: number;
  /** What the alert needs to say, as data: names of units and codes, never cells. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface Troubles {
  /** Notes that it has begun, and plans the alert in the same commit. False, and no alert, when it was known already. */
  begin(trouble: Trouble, alert: PlannedMessage | null): Promise<boolean>;
  /** Notes that it is over, and plans the message that says so. False, and nothing said, when nothing was wrong. */
  end(helsefellesskap: string, key: string, at: number, alert: PlannedMessage | null): Promise<boolean>;
  /** The one that began then, whether it is over or not. */
  find(helsefellesskap: string, key: string, beganAt: number): Promise<(Trouble & { endedAt: number | null }) | null>;
  /** All that began then, or that were over then, by key. */
  together(
    helsefellesskap: string,
    when: { readonly beganAt: number } | { readonly endedAt: number },
  ): Promise<readonly Trouble[]>;
  /** Those that are not over, the oldest first. */
  open(helsefellesskap: string): Promise<readonly Trouble[]>;
}

/** Whom Slack said a unit's e-mail address belongs to. The address itself is not kept, only what proves it is the same. */
export interface KnownUser {
  readonly slackId: string;
  readonly proof: string;
}

export interface Addresses {
  user(helsefellesskap: string, unit: string): Promise<KnownUser | null>;
  rememberUser(helsefellesskap: string, unit: string, user: KnownUser, at: number): Promise<void>;
  /** The direct conversation with a Slack user; null when none is known. */
  conversation(slackId: string): Promise<string | null>;
  rememberConversation(slackId: string, channel: string, at: number): Promise<void>;
}

/**
 * The last good reading of each workbook, without e-mail addresses, Kontakt and Oppdatert av: whoever saves one has taken
 * them out. `source` tells which workbook it is (a fingerprint of its address).
 */
export interface Snapshots {
  save(source: string, snapshot: Snapshot, readAt: number): Promise<void>;
  load(source: string): Promise<{ readonly snapshot: Snapshot; readonly readAt: number } | null>;
}

export type { KapasitetRecord } from '#src/domain/kapasitet-past.ts';

/** How things were. `source` is the workbook's fingerprint; times and days are the domain's. */
export interface History {
  /**
   * Notes those tiltak that are not as they last were; those that are no longer there are noted as gone. A reading older
   * than the newest record changes nothing.
   */
  recordPlan(source: string, tiltak: readonly TiltakState[], at: number): Promise<void>;
  /** Every change, the oldest first. */
  plan(source: string): Promise<readonly TiltakRecord[]>;
  /** Notes the day's places; a later reading of the same day replaces an earlier one. */
  recordKapasitet(source: string, day: string, records: readonly KapasitetRecord[]): Promise<void>;
  kapasitet(source: string, from: string, to: string): Promise<readonly (KapasitetRecord & { day: string })[]>;
}

/** Single facts with a name, such as when an instance was last alive. */
export interface Notes {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
}

/**
 * damaged: the content cannot be trusted. full: no room to write. unreachable: it may pass. newer: written by a later
 * release. forbidden: this user may not open it.
 */
export type StoreTrouble = 'damaged' | 'full' | 'unreachable' | 'newer' | 'forbidden' | 'other';

/** The state cannot be used. `message` is Norwegian, for the one who runs the bot, without paths or secrets. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}
