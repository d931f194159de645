/** A message that stands in the pretend workspace. */
interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly SlackObject[];
  readonly thread_ts: string | null;
  readonly metadata: unknown;
  readonly unfurl_links: boolean;
  readonly unfurl_media: boolean;
}

/** Something from Slack's JSON, before anyone has looked inside. */
export type SlackObject = Readonly<Record<string, unknown>>;

interface Channel {
  readonly member: boolean;
  readonly archived?: boolean;
}

export interface Token {
  readonly kind: 'bot' | 'app';
  readonly scopes: readonly string[];
}

/** Everything the pretend Slack remembers. Tests change it to set the scene. */
export interface Workspace {
  readonly tokens: Map<string, Token>;
  readonly channels: Map<string, Channel>;
  readonly users: Set<string>;
  readonly posts: PostedMessage[];
  /** One post a second in each channel, as Slack demands. Off unless a test is about it. */
  limitPosts: boolean;
  readonly clock: Clock;
}

/** Time as the pretend Slack sees it: real, but a test can move it on. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
}

export const BOT_TOKEN = 'xoxb-prove';
export const APP_TOKEN = 'xapp-prove';
export const SIGNING_SECRET = 'hemmelig-i-prove';
export const CHANNEL = 'C0SAMHANDLING';
export const ADMIN_CHANNEL = 'C0ADMIN';
export const ASKER = 'U0SPORSMAL';

export function newWorkspace(): Workspace {
  let ahead = 0;
  return {
    tokens: new Map<string, Token>([
      [BOT_TOKEN, { kind: 'bot', scopes: ['chat:write', 'commands', 'im:write'] }],
      [APP_TOKEN, { kind: 'app', scopes: ['connections:write'] }],
    ]),
    channels: new Map<string, Channel>([
      [CHANNEL, { member: true }],
      [ADMIN_CHANNEL, { member: true }],
    ]),
    users: new Set([ASKER]),
    posts: [],
    limitPosts: false,
    clock: {
      now: () => Date.now() + ahead,
      advance: (ms) => {
        ahead += ms;
      },
    },
  };
}
