import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Answer, Command } from '#src/features/feature.ts';
import { type Message, section } from '#src/message/message.ts';
import { createSlackApp } from '#src/slack/app.ts';
import type { Ask } from '#src/slack/listen.ts';
import type { SlackSettings } from '#src/slack/settings.ts';
import { type PretendSlack, startSlack } from './slack/slack.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from './slack/workspace.ts';

export const silentLog = pino({ level: 'silent' });

/** A command with nothing remarkable about it; what it answers is up to the test's `ask`. */
export function aCommand(slash: `/${string}`): Command {
  return {
    name: slash.slice(1),
    slash,
    description: `Viser ${slash.slice(1)}`,
    usage: '[ord]',
    examples: [],
    needs: [],
    uses: [],
    answer: () => anAnswer('ubrukt'),
  };
}

export function anAnswer(text: string, blocks: Message['blocks'] = [section(text)]): Answer {
  return { message: { text, blocks }, json: null };
}

export interface RunningBot {
  readonly slack: PretendSlack;
  /** Where Slack sends its requests, or undefined when they come over the bot's own connection. */
  readonly to: { readonly to?: string };
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A bot in full, on a free port, connected to a Slack of its own. Both are stopped when the test is over. */
export async function startBot(
  kind: SlackSettings['connection']['kind'],
  ask: Ask,
  commands: readonly Command[] = [aCommand('/plasser'), aCommand('/saker')],
): Promise<RunningBot> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const app = createSlackApp(settingsFor(slack, kind), { ...typed(commands), ask, log: silentLog });
  const { port } = await app.start();
  onTestFinished(() => app.stop());
  const origin = `http://127.0.0.1:${port}`;
  return { slack, origin, to: kind === 'http' ? { to: `${origin}/slack/events` } : {}, stop: () => app.stop() };
}

export function settingsFor(slack: PretendSlack, kind: SlackSettings['connection']['kind']): SlackSettings {
  return {
    botToken: BOT_TOKEN,
    apiUrl: slack.apiUrl,
    port: 0,
    // Bolt waits this long before it connects anew.
    pingTimeoutMs: 300,
    connection: kind === 'http' ? { kind, signingSecret: SIGNING_SECRET } : { kind, appToken: APP_TOKEN },
  };
}

/** What the app is told of the commands that can be typed. */
export function typed(commands: readonly Command[]) {
  const slashes = commands.flatMap(({ slash }) => slash ?? []);
  return { slashes, commandFor: async (slash: string) => commands.find((c) => c.slash === slash) ?? null };
}
