import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseArguments } from '#src/cli/arguments.ts';
import { createBot } from '#src/cli/bot.ts';
import { readConfig } from '#src/config.ts';
import { loadAll } from '#src/features/index.ts';
import { createSlackApp } from '#src/slack/app.ts';
import type { SlackSettings } from '#src/slack/settings.ts';
import { type PretendSlack, startSlack } from './slack/slack.ts';
import { settingsFor, silentLog, typed } from './slack-bot.ts';
import { folderWith } from './workbook-files.ts';

/** Rows of a tab, as people write them. */
type Rows = readonly (readonly (string | number)[])[];

/** A folder of tabs; the path is what HANDLINGSPLAN or KAPASITET names. */
export async function bookOf(tabs: Readonly<Record<string, Rows>>): Promise<string> {
  const files = Object.entries(tabs).map(([name, rows]) => [
    join('bok', `${name}.tsv`),
    `${rows.map((row) => row.join('\t')).join('\n')}\n`,
  ]);
  return join(await folderWith(Object.fromEntries(files)), 'bok');
}

interface WholeBot {
  readonly slack: PretendSlack;
  /** Where health is served. */
  readonly origin: string;
  readonly notices: readonly string[];
  /** Types a command in Slack, and waits for the answer. */
  ask(slash: string, words?: string, user?: string): ReturnType<PretendSlack['command']>;
  /** Presses a button in an answer, and waits for what the bot says. */
  press: (reply: Awaited<ReturnType<PretendSlack['command']>>, actionId: string) => ReturnType<PretendSlack['press']>;
  /** One minute's round. */
  runJobs(): Promise<void>;
}

/**
 * The bot with its real features and a state of its own, in a Slack of its own.
 * @param env the settings, besides those for Slack itself and the state
 * @param dato what counts as now, as `--dato` takes it; null for the clock the workbooks decide
 * @param released the secretariat has let the reminders go, as it has after the first day
 */
export async function startWholeBot(
  env: Readonly<Record<string, string>>,
  dato: string | null,
  { kind = 'socket', released = true }: { kind?: SlackSettings['connection']['kind']; released?: boolean } = {},
): Promise<WholeBot> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const { commands } = await loadAll();
  const settings = settingsFor(slack, kind);
  const args = parseArguments(dato === null ? [] : ['--dato', dato]);
  const config = await readConfig({ DATABASE_URL: `file:${await folderWith({})}/tilstand.sqlite`, ...env });
  const bot = await createBot(config, settings, args, { log: silentLog, isConnected: () => app.isConnected() });
  const listeners = { ...typed(commands), ask: bot.ask, onRelease: bot.onRelease, log: silentLog };
  const app = createSlackApp(settings, listeners, bot.routes);
  const { port } = await app.start();
  onTestFinished(async () => {
    await app.stop();
    await bot.speech.state.close();
  });
  if (released) await (await bot.speech.state.get()).notes.set('sluppet:standard:paaminnelser', '1');
  const origin = `http://127.0.0.1:${port}`;
  const route = kind === 'http' ? { to: `${origin}/slack/events` } : {};

  return {
    slack,
    origin,
    notices: bot.notices,
    ask: (slash, words = '', user) => slack.command(slash, words, user ? { ...route, user } : route),
    press: (reply, actionId) => slack.press(reply, actionId, route),
    runJobs: () => bot.minute.run(),
  };
}
