import { slackManifest } from '#src/slack/manifest.ts';
import { type Clock, startClock } from './clock.ts';
import { type MessageStore, messageStore } from './messages.ts';
import { rateLimits } from './rate-limits.ts';
import { triggerIds } from './triggers.ts';

/** Something from Slack's JSON, before anyone has looked inside. */
export type SlackObject = Readonly<Record<string, unknown>>;

export interface Channel {
  /** Whether the bot is in it. */
  readonly member: boolean;
  readonly archived?: boolean;
  /** When left out, as its id says: D a direct conversation, G a private channel, else a public one. */
  readonly kind?: 'public' | 'private' | 'im';
  readonly name?: string;
  /** The other one in a direct conversation. */
  readonly user?: string;
  /** Who else is in it; everyone when left out. */
  readonly members?: readonly string[];
}

interface User {
  readonly name: string;
  readonly email?: string;
  readonly deactivated?: boolean;
}

interface UserGroup {
  readonly handle: string;
  readonly users: readonly string[];
}

export interface Token {
  readonly kind: 'bot' | 'app';
  readonly scopes: readonly string[];
}

interface UploadedFile {
  readonly filename: string;
  readonly bytes: Buffer | null;
  readonly title: string | null;
}

/** A modal or a Home tab that stands open. */
export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly view: SlackObject;
  /** Those beneath it, from the first. */
  readonly beneath: readonly string[];
}

/** Everything the pretend Slack remembers. Tests change it to set the scene. */
export interface Workspace {
  readonly clock: Clock;
  readonly tokens: Map<string, Token>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, User>;
  readonly userGroups: Map<string, UserGroup>;
  readonly messages: MessageStore;
  /** Messages that one person alone was shown. */
  readonly ephemerals: SlackObject[];
  readonly files: Map<string, UploadedFile>;
  readonly views: Map<string, OpenView>;
  readonly triggers: ReturnType<typeof triggerIds>;
  readonly limits: ReturnType<typeof rateLimits>;
}

export const BOT_TOKEN = 'xoxb-prove';
export const APP_TOKEN = 'xapp-prove';
export const SIGNING_SECRET = 'hemmelig-i-prove';
export const CHANNEL = 'C0SAMHANDLING';
export const ADMIN_CHANNEL = 'C0ADMIN';
export const ASKER = 'U0SPORSMAL';
export const ASKER_EMAIL = 'sporsmal@prove.example';
export const BOT_USER = 'U0BOT';
export const TEAM = 'T0PROVE';

/** The app is installed from the manifest, so that what it does not ask for is not allowed. */
export function newWorkspace(now: () => number, keepPosts: boolean): Workspace {
  const clock = startClock(now);
  return {
    clock,
    tokens: new Map<string, Token>([
      [BOT_TOKEN, { kind: 'bot', scopes: slackManifest([]).oauth_config.scopes.bot }],
      [APP_TOKEN, { kind: 'app', scopes: ['connections:write'] }],
    ]),
    channels: new Map<string, Channel>([
      [CHANNEL, { member: true, name: 'samhandling' }],
      [ADMIN_CHANNEL, { member: true, name: 'sekretariat' }],
    ]),
    users: new Map([[ASKER, { name: 'sporsmal', email: ASKER_EMAIL }]]),
    userGroups: new Map(),
    messages: messageStore(clock, BOT_USER, keepPosts),
    ephemerals: [],
    files: new Map(),
    views: new Map(),
    triggers: triggerIds(clock),
    limits: rateLimits(clock),
  };
}
