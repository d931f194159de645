import { WebAPIHTTPError, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { errorCode } from '../error-facts.ts';
import { boltLogger, networkCode } from './logger.ts';
import { isPassing } from './refusal-codes.ts';
import type { SlackAccess } from './settings.ts';

/** Who the bot is in Slack. */
export interface SlackIdentity {
  readonly team: string;
  readonly userName: string;
  readonly userId: string;
  readonly botId: string;
  /** What the workspace has granted the token; null when Slack does not tell. */
  readonly scopes: readonly string[] | null;
}

/** Slack cannot be used as the settings say. `message` is Norwegian, for the one who runs the bot, without secrets. */
export class SlackTrouble extends Error {
  override readonly name = 'SlackTrouble';
}

/** Asks Slack once who the token belongs to (auth.test). Throws {@link SlackTrouble}. */
export async function identify({ botToken, apiUrl }: SlackAccess, log: Logger): Promise<SlackIdentity> {
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    timeout: 10_000,
    retryConfig: { retries: 2, factor: 1, minTimeout: 300 },
  });
  try {
    const { team = '', user = '', user_id = '', bot_id = '', response_metadata } = await client.auth.test();
    const scopes = response_metadata?.scopes ?? null;
    return { team, userName: user, userId: user_id, botId: bot_id, scopes };
  } catch (error) {
    throw new SlackTrouble(tokenTrouble('SLACK_BOT_TOKEN', error), { cause: error });
  }
}

/** Why Slack could not be used with a token, and what to do. */
export function tokenTrouble(setting: TokenSetting, error: unknown): string {
  if (error instanceof WebAPIPlatformError) return refusal(setting, error.data.error);
  const http = error instanceof WebAPIHTTPError ? `HTTP ${error.statusCode}` : null;
  const reason = http ?? networkCode(error) ?? errorCode(error) ?? 'ukjent feil';
  return `Jeg får ikke kontakt med Slack (${reason}). Sjekk nettet og SLACK_API_URL.`;
}

type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

function refusal(setting: TokenSetting, code: string): string {
  // A proxy's web page arrives as a code too.
  const shown = /^\w{1,60}$/.test(code) ? code : 'ukjent svar';
  if (isPassing(code)) return `Slack har problemer nå (${shown}). Prøv igjen om litt.`;
  if (code === 'missing_scope') return `${setting} mangler en tillatelse. ${SCOPES[setting]}`;
  if (code === 'not_allowed_token_type') return `${setting} er en nøkkel av feil slag. ${KINDS[setting]}`;
  if (code === 'account_inactive') return `Slack godtar ikke ${setting}: appen er ikke lenger installert.`;
  return `Slack godtar ikke ${setting} (${shown}). Sjekk at nøkkelen er kopiert helt, og at appen er installert.`;
}

const SCOPES = {
  SLACK_BOT_TOKEN: 'Installer appen på nytt fra manifest.json.',
  SLACK_APP_TOKEN: 'Lag en ny med connections:write under «Basic Information».',
} as const;

const KINDS = {
  SLACK_BOT_TOKEN: 'Den begynner på xoxb- og står under «OAuth & Permissions».',
  SLACK_APP_TOKEN: 'Den begynner på xapp- og lages under «Basic Information».',
} as const;
