import { type ChatPostMessageArguments, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { NotPosted, type Posted, type Poster } from '#src/delivery/poster.ts';
import { type Message, section } from '#src/message/message.ts';
import { boltLogger } from './logger.ts';
import { notPosted } from './post-trouble.ts';
import { sendable } from './sendable.ts';
import type { SlackAccess } from './settings.ts';

export interface PosterSettings extends SlackAccess {
  /** Where user groups are addressed, since nobody can write to a group directly; null when not set. */
  readonly summaryChannel: string | null;
}

export interface PosterMeans {
  readonly log: Logger;
  /** Waits that many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
}

const TIMEOUT_MS = 30_000;
const MAX_WAITS = 5;
const MAX_WAIT_SECONDS = 120;

/**
 * Posts in Slack with a client of its own. chat.postMessage has no key against saying a thing twice, so nothing is tried
 * again but what Slack turned away with 429, which it has not carried out.
 */
export function createPoster(settings: PosterSettings, { log, sleep }: PosterMeans): Poster {
  const client = new WebClient(settings.botToken, {
    slackApiUrl: settings.apiUrl,
    logger: boltLogger(log),
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
  });

  return {
    async post(to, message, key) {
      const { channel, greeting } = await addressOf(to);
      const metadata = { event_type: 'samhandlingsbot', event_payload: { key } };
      return send({ channel, ...sendable(greeted(message, greeting), message), metadata });
    },
    async reply({ channel, ts }, message) {
      await send({ channel, thread_ts: ts, ...sendable(message) });
    },
  };

  async function addressOf(to: string): Promise<{ readonly channel: string; readonly greeting: string | null }> {
    if (/^[UW]/.test(to)) return { channel: await openConversation(to), greeting: null };
    if (!to.startsWith('S')) return { channel: to, greeting: null };
    if (settings.summaryChannel) return { channel: settings.summaryChannel, greeting: `<!subteam^${to}>` };
    throw new NotPosted('refused', 'Brukergrupper får beskjed i SLACK_CHANNEL, og den er ikke satt.');
  }

  async function openConversation(user: string): Promise<string> {
    const { channel } = await calmly(() => client.conversations.open({ users: user }), 'open');
    if (channel?.id) return channel.id;
    throw new NotPosted('refused', 'Slack åpnet ingen samtale med denne personen.');
  }

  async function send(message: ChatPostMessageArguments): Promise<Posted> {
    const { channel, ts } = await calmly(() => client.chat.postMessage(message), 'post');
    if (channel && ts) return { channel, ts };
    throw new NotPosted('uncertain', 'Slack svarte uten å si hvor meldingen står.');
  }

  /** Waits as long as Slack asks for, a bounded number of times; every other failure is told as it is. */
  async function calmly<Result>(call: () => Promise<Result>, purpose: 'open' | 'post'): Promise<Result> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await call();
      } catch (error) {
        const wait = error instanceof WebAPIRateLimitedError ? error.retryAfter : Number.POSITIVE_INFINITY;
        if (waits === MAX_WAITS || wait > MAX_WAIT_SECONDS) throw notPosted(error, purpose);
        await sleep(wait * 1000);
      }
    }
  }
}

/** A group is called by name first, in the text too, since that is what people's notifications show. */
function greeted(message: Message, greeting: string | null): Message {
  if (greeting === null) return message;
  const text = `${greeting} ${message.text}`;
  if (message.blocks.length === 0) return { text, blocks: [] };
  return { text, blocks: [section(greeting), ...message.blocks] };
}
