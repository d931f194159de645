import { destination, pino } from 'pino';
import type { Config } from '../config.ts';
import { loadAll } from '../features/index.ts';
import { schedule } from '../schedule/schedule.ts';
import { createSlackApp } from '../slack/app.ts';
import { errorFacts } from '../slack/logger.ts';
import type { SlackSettings } from '../slack/settings.ts';
import type { Arguments } from './arguments.ts';
import { createBot } from './bot.ts';
import type { Surroundings } from './run.ts';

/** Runs the bot in Slack until it is stopped. */
export async function serve(
  config: Config,
  settings: SlackSettings,
  args: Arguments,
  { terminal, onRunning }: Surroundings,
): Promise<number> {
  const log = pino({ name: 'samhandlingsbot' }, destination({ dest: 2, sync: true }));
  const { commands, jobs } = await loadAll();
  const bot = await createBot(config, settings, args, log);
  const app = createSlackApp(settings, { commands, ask: bot.ask, log });

  const { port, identity } = await app.start();
  const stopSchedule = schedule(jobs.filter(bot.canRun), { now: bot.now, run: bot.runJob, failed: bot.jobFailed });
  onRunning({
    async stop() {
      await stopSchedule();
      await app.stop();
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });

  terminal.out(`${readyText(settings, port)} Jeg er ${identity.userName} i ${identity.team}.\n`);
  for (const notice of [...withoutEffect(config), ...bot.notices]) terminal.out(`${notice}\n`);
  return 0;
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
