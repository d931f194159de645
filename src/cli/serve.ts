import { destination, pino } from 'pino';
import type { Config } from '../config.ts';
import { loadAll, loadCommand, SLASH_COMMANDS } from '../features/index.ts';
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
  const app = createSlackApp(settings, {
    slashes: SLASH_COMMANDS,
    commandFor: (slash) => loadCommand(slash.slice(1)),
    ask: bot.ask,
    log,
  });

  const { port, identity } = await app.start();
  const stopSchedule = startSchedule(bot);
  onRunning({
    async stop() {
      await (await stopSchedule)();
      await app.stop();
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });

  // Said when it can also be stopped tidily, since some stop it as soon as they have read this.
  terminal.out(`${readyText(settings, port)} Jeg er ${identity.userName} i ${identity.team}.\n`);
  for (const notice of [...withoutEffect(config), ...bot.notices]) terminal.out(`${notice}\n`);
  await stopSchedule;
  return 0;
}

/** People in Slack are met first: the clock is set right after, and the first job is hours away. */
async function startSchedule(bot: Bot): Promise<() => Promise<void>> {
  const { schedule } = await import('../schedule/schedule.ts');
  const jobs = async () => (await loadAll()).jobs.filter(bot.canRun);
  return schedule(jobs, { now: bot.now, run: bot.runJob, failed: bot.jobFailed });
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
