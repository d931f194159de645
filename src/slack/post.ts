import { type WebAPICallResult, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { NotPosted, type Place, type Posted, type Poster } from '#src/delivery/poster.ts';
import { type Message, section } from '#src/message/message.ts';
import { fetchPost, withRight } from './fetch-post.ts';
import { boltLogger } from './logger.ts';
import { notPosted } from './post-trouble.ts';
import { sendable } from './sendable.ts';
import type { SlackAccess } from './settings.ts';

const TIMEOUT_MS = 30_000;

/** Slack asks for no more than 200 at a time (docs.slack.dev, «Pagination»). */
const PAGE = 200;

/** Slack writes its own clock on messages, and it is not quite this machine's. */
const CLOCKS_MAY_DIFFER_MS = 10 * 60_000;

const EVENT_TYPE = 'samhandlingsbot';

/**
 * Speaks in Slack with a client of its own, which waits for nothing and tries nothing again: chat.postMessage has no key
 * against saying a thing twice, so that is for the caller, who remembers what was tried.
 */
export function createPoster({ botToken, apiUrl }: SlackAccess, log: Logger): Poster {
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    fetch: fetchPost,
  });

  async function pageOf({ channel, threadTs }: Omit<Place, 'greet'>, since: number, cursor: string | null) {
    const query = {
      channel,
      oldest: (Math.max(0, since - CLOCKS_MAY_DIFFER_MS) / 1000).toFixed(6),
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    };
    return threadTs === null
      ? client.conversations.history(query)
      : client.conversations.replies({ ...query, ts: threadTs });
  }

  return {
    async post({ channel, threadTs, greet }, message, key, right = null) {
      const { ts, channel: where } = await attempt('say', () =>
        withRight(right, () =>
          client.chat.postMessage({
            channel,
            ...(threadTs === null ? {} : { thread_ts: threadTs }),
            ...sendable(greeted(message, greet), message),
            metadata: { event_type: EVENT_TYPE, event_payload: { key } },
          }),
        ),
      );
      if (ts) return { channel: where ?? channel, ts };
      throw new NotPosted('uncertain', 'no_ts', 'Slack svarte uten å si hvor meldingen står.');
    },

    async find(place, key, since) {
      let cursor: string | null = null;
      do {
        const page = await attempt('look', () => pageOf(place, since, cursor)).catch(unlessThreadIsGone);
        if (page === null) return null;
        const found = page.messages?.find(({ metadata }) => isOurs(metadata, key));
        if (found?.ts) return { channel: place.channel, ts: found.ts } satisfies Posted;
        cursor = nextCursor(page);
      } while (cursor !== null);
      return null;
    },

    async openConversation(slackId) {
      const { channel } = await attempt('look', () => client.conversations.open({ users: slackId }));
      if (channel?.id) return channel.id;
      throw new NotPosted('refused', 'no_channel', 'Slack åpnet ingen samtale med denne personen.');
    },

    async userByEmail(email) {
      const { user } = await attempt('look', () => client.users.lookupByEmail({ email })).catch(unlessNobodyHasIt);
      return user?.id && user.deleted !== true ? user.id : null;
    },
  };
}

async function attempt<Result>(purpose: 'say' | 'look', call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw notPosted(error, purpose);
  }
}

/** A thread that has answers lives on when its first message is deleted: where there is none, no answer stands. */
function unlessThreadIsGone(error: unknown): null {
  if (slackCode(error) === 'thread_not_found') return null;
  throw error;
}

function unlessNobodyHasIt(error: unknown): { readonly user?: undefined } {
  if (slackCode(error) === 'users_not_found') return {};
  throw error;
}

function slackCode(error: unknown): string | null {
  return error instanceof NotPosted && error.cause instanceof WebAPIPlatformError ? error.code : null;
}

/** Null at the end. A page that says there is more, but not where, proves nothing about what it does not show. */
function nextCursor({ has_more, response_metadata }: WebAPICallResult & { has_more?: boolean }): string | null {
  const cursor = response_metadata?.next_cursor;
  if (cursor) return cursor;
  if (!has_more) return null;
  throw new NotPosted('refused', 'no_cursor', 'Slack viste ikke hele samtalen.');
}

function isOurs(metadata: { event_type?: string; event_payload?: unknown } | undefined, key: string): boolean {
  const payload = metadata?.event_type === EVENT_TYPE ? metadata.event_payload : null;
  return typeof payload === 'object' && payload !== null && 'key' in payload && payload.key === key;
}

/** A group is called by name first, in the text too, since that is what people's notifications show. */
function greeted(message: Message, group: string | null): Message {
  if (group === null) return message;
  const greeting = `<!subteam^${group}>`;
  const text = `${greeting} ${message.text}`;
  if (message.blocks.length === 0) return { text, blocks: [] };
  return { text, blocks: [section(greeting), ...message.blocks] };
}
