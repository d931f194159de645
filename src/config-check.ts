import { z } from 'zod';
import type { Config, SettingName } from './config.ts';

/** Some settings are wrong. `message` is Norwegian, a line for each, and never shows a secret. */
class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Settings = Readonly<Partial<Record<SettingName, string>>>;

const Checks = z.object({
  HANDLINGSPLAN: z.string().optional(),
  KAPASITET: z.string().optional(),
  HELSEFELLESSKAP: z
    .undefined('er ikke med i denne utgaven. Sett HANDLINGSPLAN og KAPASITET for ett helsefellesskap i stedet.')
    .optional(),
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  GOOGLE_API_ROOT: address('http://localhost:8080/').optional(),
  SLACK_BOT_TOKEN: secret('xoxb-', '«OAuth & Permissions»').optional(),
  SLACK_APP_TOKEN: secret('xapp-', '«Basic Information»').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: address('https://slack.com/api/').endsWith('/api/', 'skal slutte på «/api/».').optional(),
  SLACK_CHANNEL: channel().optional(),
  SLACK_ADMIN_CHANNEL: channel().optional(),
  PORT: wholeNumber(0, 65_535).optional(),
  POLL_SECONDS: wholeNumber(1, 86_400).optional(),
  PUBLIC_URL: address('https://bot.eksempel.no').optional(),
  WRITE_BACK: z.enum(['on', 'off'], 'skal være «on» eller «off».').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(?:file:.+|postgres(?:ql)?:\/\/.+)$/, 'skal begynne med «file:» eller «postgres://».')
    .optional(),
});

/** Checks every setting at once, so that one restart shows all that is wrong. Throws {@link ConfigError}. */
export function checkSettings(env: Settings, defaults: Config): Config {
  const parsed = Checks.safeParse(env);
  const problems = [...problemsIn(parsed.error?.issues ?? []), ...halfConnected(env)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));

  const { data } = parsed;
  return {
    handlingsplan: data.HANDLINGSPLAN ?? null,
    kapasitet: data.KAPASITET ?? null,
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
    databaseUrl: data.DATABASE_URL ?? null,
  };
}

/** One line a setting: the first thing that is wrong with it. */
function problemsIn(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const byName = new Map(issues.toReversed().map(({ path, message }) => [path.join('.'), message]));
  return [...byName].toReversed().map(([name, message]) => `${name} ${message}`);
}

/** Not a rule of the object, since zod keeps such rules for settings that are all right one by one. */
function halfConnected(env: Settings): readonly string[] {
  const meetsSlack = env.SLACK_APP_TOKEN !== undefined || env.SLACK_SIGNING_SECRET !== undefined;
  if (!meetsSlack || env.SLACK_BOT_TOKEN !== undefined) return [];
  return ['SLACK_BOT_TOKEN mangler. Den trengs sammen med SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET.'];
}

function secret(prefix: string, where: string) {
  return z.string().startsWith(prefix, `skal begynne med «${prefix}». Du finner den under ${where} i Slack-appen.`);
}

function address(example: string) {
  return z.url({ protocol: /^https?$/, error: `skal være en nettadresse som ${example}.` });
}

function wholeNumber(from: number, to: number) {
  const problem = `skal være et helt tall fra ${from} til ${to}.`;
  return z
    .string()
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((n) => n >= from && n <= to, problem);
}

function channel() {
  return z.string().regex(/^#?[\p{L}\p{N}_-]+$/u, 'skal være en kanal-id som C0123456789.');
}
