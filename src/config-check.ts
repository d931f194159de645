import { z } from 'zod';
import type { Config } from './config.ts';

/** Some settings are wrong. `message` is Norwegian, a line for each, and never shows a secret. */
class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = z.string().min(1).optional();
const secret = (prefix: string, where: string) =>
  z.string().startsWith(prefix, `skal begynne med «${prefix}». Du finner den under ${where} i Slack-appen.`).optional();
const address = (example: string) =>
  z.url({ protocol: /^https?$/, error: `skal være en nettadresse som ${example}.` }).optional();
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `skal være et helt tall fra ${from} til ${to}.`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `skal være et helt tall fra ${from} til ${to}.`)
    .optional();

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
    SLACK_API_URL: address('https://slack.com/api/').refine(
      (url) => url === undefined || url.endsWith('/api/'),
      'skal slutte på «/api/».',
    ),
    SLACK_CHANNEL: channel(),
    SLACK_ADMIN_CHANNEL: channel(),
    PORT: wholeNumber(0, 65_535),
    POLL_SECONDS: wholeNumber(1, 86_400),
    PUBLIC_URL: address('https://bot.eksempel.no'),
    WRITE_BACK: z.enum(['on', 'off'], { error: 'skal være «on» eller «off».' }).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(?:file:.+|postgres(?:ql)?:\/\/.+)$/, 'skal begynne med «file:» eller «postgres://».')
      .optional(),
  })
  .check(({ value, issues }) => {
    const way = value.SLACK_APP_TOKEN ?? value.SLACK_SIGNING_SECRET;
    if (way !== undefined && value.SLACK_BOT_TOKEN === undefined) {
      const message = 'mangler. Den trengs sammen med SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET.';
      issues.push({ code: 'custom', path: ['SLACK_BOT_TOKEN'], message, input: undefined });
    }
  });

/** Checks every setting at once, so that one restart shows all that is wrong. Throws {@link ConfigError}. */
export function checkSettings(env: Readonly<Record<string, string>>, defaults: Config): Config {
  const parsed = Settings.safeParse(env);
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
      apiUrl: data.SLACK_API_URL ?? defaults.slack.apiUrl,
      channel: data.SLACK_CHANNEL ?? null,
      adminChannel: data.SLACK_ADMIN_CHANNEL ?? null,
    },
    port: data.PORT ?? defaults.port,
    pollSeconds: data.POLL_SECONDS ?? defaults.pollSeconds,
    publicUrl: data.PUBLIC_URL ?? null,
    writeBack: data.WRITE_BACK === 'on',
    databaseUrl: data.DATABASE_URL ?? defaults.databaseUrl,
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
