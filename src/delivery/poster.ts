import type { Message } from '#src/message/message.ts';

/** Where a message is said. */
export interface Place {
  /** A channel or a direct conversation. */
  readonly channel: string;
  /** The message whose thread it belongs in; null for a message of its own. */
  readonly threadTs: string | null;
  /** The id of a user group that is called by name first; null for none. */
  readonly greet: string | null;
}

/** Where a message stands. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** The right to speak, which may be lost to another process. */
export interface Right {
  /** Whether it certainly is ours now. */
  held(): boolean;
  /** Aborted when it is lost. */
  readonly lost: AbortSignal;
}

/** Speaks to people unasked. Every method throws {@link NotPosted}, and nothing else, when Slack has not confirmed. */
export interface Poster {
  /**
   * Posts once, never again on its own, whatever happens.
   * @param key goes along unseen in the message's metadata, so that it can be found again
   * @param right what is on its way when it is lost, is called off, and is uncertain; null or left out where nobody else
   * could say it
   */
  post(place: Place, message: Message, key: string, right?: Right | null): Promise<Posted>;
  /** Looks in the conversation (or the thread) for the message with that key, back to `since` (milliseconds). */
  find(place: Omit<Place, 'greet'>, key: string, since: number): Promise<Posted | null>;
  /** The direct conversation with a Slack user. Says nothing to anyone. */
  openConversation(slackId: string): Promise<string>;
  /** The Slack user with that e-mail address, or null. */
  userByEmail(email: string): Promise<string | null>;
}

/**
 * What is known of a call that Slack did not confirm. refused: nothing was said, and the same call may be tried again
 * (`retryAfterMs`: not before that). final: nothing was said, and nothing will be until a person mends it. uncertain: it
 * may stand in Slack, so it must be looked for before it is said again.
 */
export type Certainty = 'refused' | 'final' | 'uncertain';

/** A message was not confirmed. `message` is Norwegian: what is wrong and what to do. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
  readonly certainty: Certainty;
  /** Slack's or the network's own word, such as `not_in_channel`; for state, logs and counting. */
  readonly code: string;
  /** How long Slack asked us to wait (429), for this channel; null when it did not. */
  readonly retryAfterMs: number | null;

  constructor(
    certainty: Certainty,
    code: string,
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.certainty = certainty;
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
