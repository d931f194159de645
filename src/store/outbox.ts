/**
 * What is to be said, exactly once. A row is one post: `part` 0 is the message, 1 and up the replies in its thread. It
 * holds no content, which is made when the row is sent. Times are milliseconds since 1970; `expiresAt` and `saidAt` are
 * by the domain's clock, every other time is real.
 */
export interface OutboxKey {
  readonly helsefellesskap: string;
  readonly job: string;
  /** What the job speaks for, such as `2024-W23` or `2024-06-03`. */
  readonly period: string;
  /** The unit's name, not its channel: a unit that moves to another channel has still been told. */
  readonly recipient: string;
  readonly part: number;
}

/**
 * planned: certainly not said. sending: it may have been said; whoever wrote that either is at it, or has died, and then
 * the conversation must be looked at. The others are final.
 */
export type OutboxStatus = 'planned' | 'sending' | 'sent' | 'failed' | 'withdrawn' | 'expired';

export interface OutboxRow extends OutboxKey {
  readonly id: string;
  readonly status: OutboxStatus;
  /** Times it was begun. */
  readonly attempts: number;
  /** When it may next be tried (planned), or looked for (sending). */
  readonly nextAt: number;
  /** When the first attempt began: a look in the conversation need not go further back. Null before that. */
  readonly firstTriedAt: number | null;
  /** Where it is being or was said. */
  readonly channel: string | null;
  /** The message whose thread this is a part of; null for part 0. */
  readonly threadTs: string | null;
  /** Its name in Slack, once it is sent. */
  readonly ts: string | null;
  /** After this it is no longer worth saying. Domain time. */
  readonly expiresAt: number;
  /** What «now» was when its content was made. Domain time. */
  readonly saidAt: number | null;
  /** Why it was last put off or given up, such as `not_in_channel`. Never content. */
  readonly code: string | null;
  /** It may have been said by a state that was lost: look in the conversation before the first attempt, too. */
  readonly lookFirst: boolean;
}

/** One message to plan. Its thread is planned when it is sent. */
export interface PlannedMessage extends Omit<OutboxKey, 'part'> {
  readonly expiresAt: number;
  readonly lookFirst: boolean;
}

/** Which rows: of one helsefellesskap, and of one job where it is named. */
export interface OutboxScope {
  readonly helsefellesskap: string;
  readonly jobs?: readonly string[];
}

export interface Outbox {
  /**
   * Writes down what is to be said, in this order, in one commit. What is there already stands as it is, whatever its
   * status, but a message that failed and was certainly not said is planned anew.
   * @returns the rows by key in the order given, as they are now
   */
  plan(messages: readonly PlannedMessage[], at: number): Promise<readonly OutboxRow[]>;
  /**
   * Rows that can be tried or looked for now, in the order they were planned. Of each recipient only the first open row is
   * given, and only when its time has come: what was planned first is said first, and a thread comes right after its head.
   * @param except recipients to leave out, such as those at hand
   */
  due(scope: OutboxScope, at: number, limit: number, except?: readonly string[]): Promise<readonly OutboxRow[]>;
  /** When the next row can be tried or looked for; null when nothing is open. May be in the past. */
  nextAt(scope: OutboxScope): Promise<number | null>;
  /**
   * Notes, before anything is said, that it is about to be: one commit. False when the row is no longer as the caller
   * saw it (planned, or sending and looked for), and then nothing must be said.
   * @param lookAt when somebody else may look for it, if no more is heard of it
   */
  begin(row: OutboxRow, at: number, channel: string, lookAt: number): Promise<boolean>;
  /** Notes that it stands in Slack, and plans the parts of its thread that are not planned yet: one commit. */
  sent(row: OutboxRow, sent: Sent): Promise<void>;
  /** It was certainly not said, and is to be tried again. */
  postpone(row: OutboxRow, nextAt: number, code: string): Promise<void>;
  /** It may have been said: it stays in sending, and is to be looked for at that time. */
  unsure(row: OutboxRow, lookAt: number, code: string): Promise<void>;
  /** It is given up. `unsaid` tells whether it certainly was not said. */
  fail(row: OutboxRow, at: number, code: string, unsaid: boolean): Promise<void>;
  /** There is nothing left to say, or it is too late to say it. */
  close(row: OutboxRow, at: number, status: 'withdrawn' | 'expired'): Promise<void>;
  /** How many rows of a job and period have each status; those without a row are left out. */
  count(scope: OutboxScope & { readonly period?: string }): Promise<Readonly<Partial<Record<OutboxStatus, number>>>>;
  /**
   * What «now» was when the job last said something to that recipient; null when it never has.
   * @param except a period to leave out, such as the one that is being spoken for
   */
  lastSaid(helsefellesskap: string, job: string, recipient: string, except?: string): Promise<number | null>;
}

export interface Sent {
  readonly at: number;
  readonly channel: string;
  readonly ts: string;
  readonly saidAt: number;
  /** Replies its thread consists of; for a part, those of the whole thread. */
  readonly threadParts: number;
  /** It stood there already: its thread may stand there too, and is looked for first. */
  readonly found?: true;
}

/** The whole name of a row, which goes along with the message, unseen: it is found again by it. */
export function outboxKey({ helsefellesskap, job, period, recipient, part }: OutboxKey): string {
  return [helsefellesskap, job, period, recipient, ...(part === 0 ? [] : [part])].join(':');
}
