import type { Message } from '#src/message/message.ts';

/** Where a message stands. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** Speaks to people unasked. Every method throws {@link NotPosted}, and nothing else, when Slack has not confirmed. */
export interface Poster {
  /**
   * Posts once, never again on its own after an unclear failure.
   * @param to a Slack user, user group, channel or conversation id
   * @param key goes along unseen, so that the message can be found again
   */
  post(to: string, message: Message, key: string): Promise<Posted>;
  /** Posts in the thread under a message. */
  reply(under: Posted, message: Message): Promise<void>;
}

/**
 * A message was not confirmed. `message` is Norwegian: what is wrong and what to do. Refused: it is certain that nothing
 * was said, so it may be said later. Uncertain: it may stand in Slack, so it must not be said again unseen.
 */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
  readonly certainty: 'refused' | 'uncertain';

  constructor(certainty: 'refused' | 'uncertain', message: string, options?: ErrorOptions) {
    super(message, options);
    this.certainty = certainty;
  }
}
