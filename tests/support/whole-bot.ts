import { join } from 'node:path';
import type { Logger } from 'pino';
import { onTestFinished } from 'vitest';
import { parseArguments } from '#src/cli/arguments.ts';
import { createBot } from '#src/cli/bot.ts';
import type { Clock } from '#src/clock.ts';
import { readConfig } from '#src/config.ts';
import { loadAll } from '#src/features/index.ts';
import type { RealTime } from '#src/real-time.ts';
import { createSlackApp } from '#src/slack/app.ts';
import type { SlackSettings } from '#src/slack/settings.ts';
import { loopbackTime } from './outage/loopback-time.ts';
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

/** A state of its own for this test; what DATABASE_URL names. Several bots, one after another, may share it. */
export async function aState(): Promise<string> {
  return `file:${join(await folderWith({}), 'tilstand.sqlite')}`;
}

export interface WholeBot {
  readonly slack: PretendSlack;
  /** Where health is served. */
  readonly origin: string;
  readonly notices: readonly string[];
  /** Types a command in Slack, and waits for the answer. */
  ask(slash: string, words?: string, user?: string): Promise<Reply>;
  /** Presses a button in an answer or a message, and waits for what the bot says. */
  press(on: Pressable, actionId: string, user?: string): Promise<Reply>;
  /** Chooses in a list in an answer, says yes to what it asks, and waits for what the bot says. */
  choose(on: Pressable, actionId: string, value: string, user?: string): Promise<Reply>;
  /** One minute's round. */
  runJobs(): Promise<void>;
  /** The same as the schedule has it: what breaks it off is taken note of, and the next minute begins anew. */
  everyMinute(): Promise<void>;
  /** One minute as the schedule has it: trouble is noted, and the next minute tries again. */
  minute(): Promise<void>;
  /** Begins to follow its spreadsheets, as it does when it is started. */
  follow(): void;
  /** Ends it before the test is over, as when it is restarted. */
  stop(): Promise<void>;
}

type Reply = Awaited<ReturnType<PretendSlack['command']>>;
type Pressable = Parameters<PretendSlack['press']>[0];

interface Options {
  readonly kind?: SlackSettings['connection']['kind'];
  /** The secretariat has let the reminders go, as it has after the first day. */
  readonly released?: boolean;
  /** The workspace it is in; one of its own when left out. */
  readonly slack?: PretendSlack;
  readonly log?: Logger;
  /** Any free one when left out. */
  readonly port?: number;
  /** When left out, one that does not wait for the pace Slack asks for. */
  readonly time?: RealTime;
  /** By what workbooks are followed; the machine's time when left out. */
  readonly watch?: { readonly time: RealTime; readonly clock: Clock };
}

/**
 * The bot with its real features and a state of its own, in a Slack of its own.
 * @param env the settings, besides those for Slack itself; with DATABASE_URL, the state is the one it names
 * @param dato what counts as now, as `--dato` takes it; null for the clock the workbooks decide
 */
export async function startWholeBot(
  env: Readonly<Record<string, string>>,
  dato: string | null,
  {
    kind = 'socket',
    released = true,
    slack: given,
    log = silentLog,
    time = loopbackTime(Date.now()),
    watch,
    port: chosen,
  }: Options = {},
): Promise<WholeBot> {
  const slack = given ?? (await aSlack());
  const { commands } = await loadAll();
  const settings = { ...settingsFor(slack, kind), ...(chosen === undefined ? {} : { port: chosen }) };
  const args = parseArguments(dato === null ? [] : ['--dato', dato]);
  const config = await readConfig({ DATABASE_URL: await aState(), ...env });
  const bot = await createBot(config, settings, args, { log, isConnected: () => app.isConnected(), time, watch });
  const listeners = { ...typed(commands), ask: bot.ask, onRelease: bot.onRelease, status: bot.status, log };
  const app = createSlackApp(settings, listeners, bot.routes);
  const { port } = await app.start();
  async function stop(): Promise<void> {
    await app.stop();
    await bot.follower.stop();
    await bot.speech.close();
  }
  onTestFinished(stop);
  if (released) await (await bot.speech.state.get()).notes.set('sluppet:standard:paaminnelser', '1');
  const origin = `http://127.0.0.1:${port}`;
  const route = kind === 'http' ? { to: `${origin}/slack/events` } : {};

  return {
    slack,
    origin,
    notices: bot.notices,
    ask: (slash, words = '', user) => slack.command(slash, words, user ? { ...route, user } : route),
    press: (on, actionId, user) => slack.press(on, actionId, user ? { ...route, user } : route),
    choose: (on, actionId, value, user) => slack.choose(on, actionId, value, user ? { ...route, user } : route),
    runJobs: () => bot.minute.run(),
    everyMinute: () => bot.minute.run().catch((error: unknown) => bot.minute.failed(error)),
    minute: () => bot.minute.run().catch(bot.minute.failed),
    follow: bot.follower.start,
    stop,
  };
}

/** A Slack that is closed when the test is over. */
export async function aSlack(): Promise<PretendSlack> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  return slack;
}
