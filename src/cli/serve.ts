import { destination, pino } from 'pino';
import type { Config } from '../config.ts';
import type { Features } from '../features/index.ts';
import { once } from '../once.ts';
import { createSlackApp } from '../slack/app.ts';
import { errorFacts } from '../slack/logger.ts';
import type { SlackSettings } from '../slack/settings.ts';
import type { Arguments } from './arguments.ts';
import { type Bot, createBot } from './bot.ts';
import type { Surroundings } from './run.ts';

/** Runs the bot in Slack until it is stopped. */
export async function serve(
  config: Config,
  settings: SlackSettings,
  args: Arguments,
  { terminal, onRunning }: Surroundings,
): Promise<number> {
  const log = pino({ name: 'samhandlingsbot' }, destination({ dest: 2, sync: true }));
  const bot = await createBot(config, settings, args, log);
  // People in Slack are met first; the features are loaded right after, and the first job is hours away.
  const features = once(async () => (await import('../features/index.ts')).loadAll());
  const app = createSlackApp(settings, { commands: async () => (await features()).commands, ask: bot.ask, log });

  const { port, identity } = await app.start();
  terminal.out(`${readyText(settings, port)} Jeg er ${identity.userName} i ${identity.team}.\n`);
  const stopSchedule = startSchedule(bot, features);
  onRunning({
    async stop() {
      await (await stopSchedule)();
      await app.stop();
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });

  for (const notice of [...withoutEffect(config), ...bot.notices]) terminal.out(`${notice}\n`);
  await stopSchedule;
  return 0;
}

async function startSchedule(bot: Bot, features: () => Promise<Features>): Promise<() => Promise<void>> {
  const [{ jobs }, { schedule }] = await Promise.all([features(), import('../schedule/schedule.ts')]);
  return schedule(jobs.filter(bot.canRun), { now: bot.now, run: bot.runJob, failed: bot.jobFailed });
}

function readyText({ connection }: SlackSettings, port: number): string {
  const health = `http://localhost:${port}/health`;
  return connection.kind === 'socket'
    ? `Boten er klar i Slack (Socket Mode). Helsesjekk: ${health}.`
    : `Boten er klar og lytter på http://localhost:${port}/slack/events. Helsesjekk: ${health}.`;
}

/** Settings that are understood, but do nothing in this release: silence would be taken for a promise. */
function withoutEffect({ writeBack, publicUrl, databaseUrl }: Config): readonly string[] {
  return [
    ...(writeBack ? ['WRITE_BACK=on har ingen virkning i denne utgaven: boten skriver ikke i arkene.'] : []),
    ...(publicUrl === null ? [] : ['PUBLIC_URL har ingen virkning i denne utgaven: boten spør Google selv.']),
    ...(databaseUrl === null ? [] : ['DATABASE_URL har ingen virkning i denne utgaven: boten lagrer ingenting.']),
  ];
}
