import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseArguments } from '#src/cli/arguments.ts';
import { createBot } from '#src/cli/bot.ts';
import { readConfig } from '#src/config.ts';
import { loadAll } from '#src/features/index.ts';
import { runJobs } from '#src/schedule/run-jobs.ts';
import { createSlackApp } from '#src/slack/app.ts';
import type { SlackSettings } from '#src/slack/settings.ts';
import { type PretendSlack, startSlack } from './slack.ts';
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
  readonly notices: readonly string[];
  /** Types a command in Slack, and waits for the answer. */
  ask(slash: string, words?: string, user?: string): ReturnType<PretendSlack['command']>;
  /** Presses a button in an answer, and waits for what the bot says. */
  press: (reply: Awaited<ReturnType<PretendSlack['command']>>, actionId: string) => ReturnType<PretendSlack['press']>;
  /** One morning round. */
  runJobs(): Promise<void>;
}

/**
 * The bot with its real features, in a Slack of its own.
 * @param env the settings, besides those for Slack itself
 * @param dato what counts as now, as `--dato` takes it; null for the clock the workbooks decide
 */
export async function startWholeBot(
  env: Readonly<Record<string, string>>,
  dato: string | null,
  kind: SlackSettings['connection']['kind'] = 'socket',
): Promise<WholeBot> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const { commands, jobs } = await loadAll();
  const settings = settingsFor(slack, kind);
  const args = parseArguments(dato === null ? [] : ['--dato', dato]);
  const bot = await createBot(await readConfig(env), settings, args, silentLog);
  const app = createSlackApp(settings, { ...typed(commands), ask: bot.ask, log: silentLog });
  const { port } = await app.start();
  onTestFinished(() => app.stop());
  const route = kind === 'http' ? { to: `http://127.0.0.1:${port}/slack/events` } : {};

  return {
    slack,
    notices: bot.notices,
    ask: (slash, words = '', user) => slack.command(slash, words, user ? { ...route, user } : route),
    press: (reply, actionId) => slack.press(reply, actionId, route),
    runJobs: () => runJobs(jobs.filter(bot.canRun), bot.now(), { run: bot.runJob, failed: bot.jobFailed }),
  };
}
