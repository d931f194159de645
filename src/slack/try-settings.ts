import { WebClient } from '@slack/web-api';
import { SlackTrouble, tokenTrouble } from './identity.ts';
import { quietLogger } from './logger.ts';
import { notPosted } from './post-trouble.ts';
import type { SlackAccess } from './settings.ts';

/** What the bot sees of a channel. */
export interface ChannelFacts {
  /** As people write it, without `#`; the id for a conversation that has no name. */
  readonly name: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
}

const PATIENCE = { logger: quietLogger, timeout: 10_000, retryConfig: { retries: 2, factor: 1, minTimeout: 300 } };

/**
 * Looks a channel up (conversations.info). Throws `NotPosted`, whose message is Norwegian and whose code is Slack's:
 * a private channel that the bot is not in is `channel_not_found`, as if it were not there.
 */
export async function channelFacts({ botToken, apiUrl }: SlackAccess, id: string): Promise<ChannelFacts> {
  const client = new WebClient(botToken, { ...PATIENCE, slackApiUrl: apiUrl, rejectRateLimitedCalls: true });
  try {
    const { channel = {} } = await client.conversations.info({ channel: id });
    return {
      name: channel.name ?? id,
      // A direct conversation has no members to be one of.
      isMember: channel.is_member === true || channel.is_im === true,
      isArchived: channel.is_archived === true,
    };
  } catch (error) {
    throw notPosted(error, 'look');
  }
}

/**
 * Tries an app-level token by asking for a Socket Mode address, which is not opened (apps.connections.open). Throws
 * {@link SlackTrouble}.
 */
export async function tryAppToken(appToken: string, apiUrl: string): Promise<void> {
  const client = new WebClient(appToken, { ...PATIENCE, slackApiUrl: apiUrl, rejectRateLimitedCalls: true });
  try {
    await client.apps.connections.open({});
  } catch (error) {
    throw new SlackTrouble(tokenTrouble('SLACK_APP_TOKEN', error), { cause: error });
  }
}
