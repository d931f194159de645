import type { Clock } from './clock.ts';
import { asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** A message that stands in the pretend workspace. */
export interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly SlackObject[];
  readonly thread_ts: string | null;
  readonly metadata: unknown;
  readonly unfurl_links: boolean;
  readonly unfurl_media: boolean;
  /** Ids of files shared with it. */
  readonly files: readonly string[];
  /** Deleted, and shown only because it has replies. */
  readonly tombstone: boolean;
  /** Still being written (chat.startStream). */
  readonly streaming: boolean;
}

export type NewMessage = Pick<PostedMessage, 'channel' | 'user'> & Partial<Omit<PostedMessage, 'ts'>>;
export type MessageStore = ReturnType<typeof messageStore>;

const PLAIN = {
  text: '',
  blocks: [],
  thread_ts: null,
  metadata: null,
  unfurl_links: true,
  unfurl_media: true,
  files: [],
  tombstone: false,
  streaming: false,
} as const;

/**
 * Every conversation's messages.
 * @param author whose messages count as posts
 * @param keep false for counting only: what is posted is then forgotten, and no conversation can be read
 */
export function messageStore(clock: Clock, author: string, keep: boolean) {
  const posts: PostedMessage[] = [];
  const conversations = new Map<string, PostedMessage[]>();
  const timesSaid = new Map<string, number>();
  let last = 0;

  /** Slack's timestamps name a message, so no two in the workspace are alike. */
  function nextTs(): string {
    last = Math.max(last + 1, Math.floor(clock.now()) * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  }

  function find(channel: string, ts: string): PostedMessage | undefined {
    return conversations.get(channel)?.findLast((message) => message.ts === ts);
  }

  function replace(old: PostedMessage, now: readonly PostedMessage[]): void {
    for (const list of [posts, conversations.get(old.channel) ?? []]) {
      const at = list.lastIndexOf(old);
      if (at >= 0) list.splice(at, 1, ...now);
    }
  }

  return {
    /** What the bot has posted and not deleted, oldest first. */
    posts,
    /** How many times each key in metadata has been said by the bot. Counted also when nothing is kept. */
    timesSaid,
    nextTs,
    find,
    /** A conversation's messages with those in threads, oldest first. */
    all: (channel: string): readonly PostedMessage[] => conversations.get(channel) ?? [],
    /** Whether a message is there to be answered. When nothing is kept, every message is taken to be. */
    stands: (channel: string, ts: string): boolean => !keep || find(channel, ts) !== undefined,
    add(message: NewMessage): PostedMessage {
      const posted = { ...PLAIN, ...message, ts: nextTs() };
      const key = asText(asObject(asObject(posted.metadata).event_payload).key);
      if (key !== '') timesSaid.set(key, (timesSaid.get(key) ?? 0) + 1);
      if (!keep) return posted;
      if (posted.user === author) posts.push(posted);
      const conversation = conversations.get(posted.channel);
      if (conversation) conversation.push(posted);
      else conversations.set(posted.channel, [posted]);
      return posted;
    },
    update(message: PostedMessage, changes: Partial<PostedMessage>): PostedMessage {
      const updated = { ...message, ...changes };
      replace(message, [updated]);
      return updated;
    },
    /** A message with replies leaves a tombstone, so that they still hang together. */
    remove(message: PostedMessage): void {
      const replies = conversations.get(message.channel)?.some(({ thread_ts }) => thread_ts === message.ts);
      replace(message, []);
      if (!replies) return;
      const { channel, ts, user } = message;
      const tombstone = { ...PLAIN, channel, ts, user, text: 'This message was deleted.', tombstone: true };
      const conversation = conversations.get(channel) ?? [];
      const at = conversation.findIndex((each) => each.ts > ts);
      conversation.splice(at < 0 ? conversation.length : at, 0, tombstone);
    },
  };
}
