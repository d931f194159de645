import { z } from 'zod';
import { SLACK_API } from './slack/settings.ts';

/** Every setting, checked. Null is «not set». */
export interface Config {
  readonly handlingsplan: string | null;
  readonly kapasitet: string | null;
  readonly helsefellesskap: string | null;
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
  readonly databaseUrl: string;
}

/** Some settings are wrong. `message` is Norwegian, a line for each, and never shows a secret. */
class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = z.string().min(1).optional();
const secret = (prefix: string, where: string) =>
  z.string().startsWith(prefix, `skal begynne med «${prefix}». Du finner den under ${where} i Slack-appen.`).optional();
const address = (example: string) =>
  z.url({ protocol: /^https?$/, error: `skal være en nettadresse som ${example}.` }).optional();
const wholeNumber = (from: number, to: number, usual: number) =>
  z
    .string()
    .regex(/^\d+$/, `skal være et helt tall fra ${from} til ${to}.`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `skal være et helt tall fra ${from} til ${to}.`)
    .default(usual);

const Settings = z
  .object({
    HANDLINGSPLAN: text,
    KAPASITET: text,
    HELSEFELLESSKAP: text,
    GOOGLE_APPLICATION_CREDENTIALS: text,
    GOOGLE_API_ROOT: address('http://localhost:8080/'),
    SLACK_BOT_TOKEN: secret('xoxb-', '«OAuth & Permissions»'),
    SLACK_APP_TOKEN: secret('xapp-', '«Basic Information»'),
    SLACK_SIGNING_SECRET: text,
    SLACK_API_URL: address('https://slack.com/api/')
      .refine((url) => url === undefined || url.endsWith('/api/'), 'skal slutte på «/api/».')
      .default(SLACK_API),
    SLACK_CHANNEL: channel(),
    SLACK_ADMIN_CHANNEL: channel(),
    PORT: wholeNumber(0, 65_535, 3000),
    POLL_SECONDS: wholeNumber(1, 86_400, 20),
    PUBLIC_URL: address('https://bot.eksempel.no'),
    WRITE_BACK: z.enum(['on', 'off'], { error: 'skal være «on» eller «off».' }).default('off'),
    DATABASE_URL: z
      .string()
      .regex(/^(?:file:.+|postgres(?:ql)?:\/\/.+)$/, 'skal begynne med «file:» eller «postgres://».')
      .default('file:data/samhandlingsbot.sqlite'),
  })
  .check(({ value, issues }) => {
    const way = value.SLACK_APP_TOKEN ?? value.SLACK_SIGNING_SECRET;
    if (way !== undefined && value.SLACK_BOT_TOKEN === undefined) {
      const message = 'mangler. Den trengs sammen med SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET.';
      issues.push({ code: 'custom', path: ['SLACK_BOT_TOKEN'], message, input: undefined });
    }
  });

/** Checks every setting at once, so that one restart shows all that is wrong. Throws {@link ConfigError}. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(filled);
  if (!parsed.success) throw new ConfigError(problemsText(parsed.error.issues));

  const { data } = parsed;
  return {
    handlingsplan: data.HANDLINGSPLAN ?? null,
    kapasitet: data.KAPASITET ?? null,
    helsefellesskap: data.HELSEFELLESSKAP ?? null,
    google: {
      credentialsFile: data.GOOGLE_APPLICATION_CREDENTIALS ?? null,
      apiRoot: data.GOOGLE_API_ROOT ?? null,
    },
    slack: {
      botToken: data.SLACK_BOT_TOKEN ?? null,
      appToken: data.SLACK_APP_TOKEN ?? null,
      signingSecret: data.SLACK_SIGNING_SECRET ?? null,
      apiUrl: data.SLACK_API_URL,
      channel: data.SLACK_CHANNEL ?? null,
      adminChannel: data.SLACK_ADMIN_CHANNEL ?? null,
    },
    port: data.PORT,
    pollSeconds: data.POLL_SECONDS,
    publicUrl: data.PUBLIC_URL ?? null,
    writeBack: data.WRITE_BACK === 'on',
    databaseUrl: data.DATABASE_URL,
  };
}

function channel() {
  return z
    .string()
    .regex(/^#?[\p{L}\p{N}_-]+$/u, 'skal være en kanal-id som C0123456789.')
    .optional();
}

function problemsText(issues: readonly z.core.$ZodIssue[]): string {
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n');
}
