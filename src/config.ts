import { SLACK_API } from './slack/settings.ts';

/** Every setting, checked. Null is «not set». */
export interface Config {
  readonly handlingsplan: string | null;
  readonly kapasitet: string | null;
  readonly google: { readonly credentialsFile: string | null; readonly apiRoot: string | null };
  readonly slack: {
    readonly botToken: string | null;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
    readonly apiUrl: string;
    readonly channel: string | null;
    readonly adminChannel: string | null;
  };
  readonly port: number;
  readonly pollSeconds: number;
  readonly publicUrl: string | null;
  readonly writeBack: boolean;
  readonly databaseUrl: string | null;
}

/** What holds when nobody has set anything: the trial in the terminal. */
const DEFAULTS: Config = {
  handlingsplan: null,
  kapasitet: null,
  google: { credentialsFile: null, apiRoot: null },
  slack: { botToken: null, appToken: null, signingSecret: null, apiUrl: SLACK_API, channel: null, adminChannel: null },
  port: 3000,
  pollSeconds: 20,
  publicUrl: null,
  writeBack: false,
  databaseUrl: null,
};

const NAMES = [
  'HANDLINGSPLAN',
  'KAPASITET',
  'HELSEFELLESSKAP',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_API_ROOT',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'SLACK_CHANNEL',
  'SLACK_ADMIN_CHANNEL',
  'PORT',
  'POLL_SECONDS',
  'PUBLIC_URL',
  'WRITE_BACK',
  'DATABASE_URL',
] as const;

export type SettingName = (typeof NAMES)[number];

/**
 * Reads every setting at once, so that one restart shows all that is wrong. Throws a ConfigError in Norwegian. A blank
 * setting is not set; the checker is loaded only when there is something to check.
 */
export async function readConfig(env: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const filled = Object.fromEntries(NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));
  if (Object.keys(filled).length === 0) return DEFAULTS;
  const { checkSettings } = await import('./config-check.ts');
  return checkSettings(filled, DEFAULTS);
}
