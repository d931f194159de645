import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { errorFacts } from '../error-facts.ts';
import { loadCommand, SLASH_COMMANDS } from '../features/index.ts';
import { inTime } from '../health/in-time.ts';
import { systemTime } from '../real-time.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { createSlackApp } from '../slack/app.ts';
import type { SlackSettings } from '../slack/settings.ts';
import { StoreError, type StoreTrouble } from '../store/store.ts';
import type { Arguments } from './arguments.ts';
import { type Bot, createBot } from './bot.ts';
import type { Surroundings } from './run.ts';

/** How long what is at hand may take when the bot is asked to stop; the next start settles what is left. */
const STOP_WITHIN_MS = 20_000;

/** Trouble with the state that does not pass by itself: better not started than started and silent. */
const HOPELESS: readonly StoreTrouble[] = ['newer', 'forbidden'];

/** Runs the bot in Slack until it is stopped. */
export async function serve(
  config: Config,
  settings: SlackSettings,
  args: Arguments,
  { terminal, onRunning }: Surroundings,
): Promise<number> {
  const log = pino({ name: 'samhandlingsbot' }, destination({ dest: 2, sync: true }));
  const bot = await createBot(config, settings, args, { log, isConnected: () => app.isConnected() });
  const listeners = {
    slashes: SLASH_COMMANDS,
    commandFor: (slash: string) => loadCommand(slash.slice(1)),
    ask: bot.ask,
    onRelease: bot.onRelease,
    status: bot.status,
    log,
  };
  const app = createSlackApp(settings, listeners, bot.routes);

  // The state is opened while Slack is asked who the bot is.
  const [{ port, identity }, stateTrouble] = await Promise.all([app.start(), openState(bot)]).catch(async (error) => {
    await bot.speech.state.close();
    throw error;
  });
  if (stateTrouble && HOPELESS.includes(stateTrouble.trouble)) {
    await app.stop();
    throw stateTrouble;
  }
  bot.follower.start();
  const schedule = startSpeaking(bot, log);
  onRunning({
    async stop() {
      await inTime(() => stopAll(), STOP_WITHIN_MS, systemTime);
      await bot.speech.state.close();
      return 0;
    },
    broken: (error) => log.fatal({ error: errorFacts(error) }, 'an error that nobody caught'),
  });

  async function stopAll(): Promise<void> {
    // The round at hand ends because the speaker takes on nothing more.
    const speaker = await bot.speech.speaker().catch(() => null);
    await Promise.all([(await schedule).stop(), speaker?.stop(STOP_WITHIN_MS), app.stop(), bot.follower.stop()]);
  }

  // Said when it can also be stopped tidily, since some stop it as soon as they have read this.
  terminal.out(`${readyText(settings, port)} Jeg er ${identity.userName} i ${identity.team}.\n`);
  if (stateTrouble) terminal.out(`${stateTrouble.message} Jeg prøver igjen hvert minutt.\n`);
  for (const notice of bot.notices) terminal.out(`${notice}\n`);
  await schedule;
  return 0;
}

/** What keeps the state from being opened; null when it is open. */
async function openState({ speech }: Bot): Promise<StoreError | null> {
  try {
    await speech.state.get();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

async function startSpeaking({ minute, speech }: Bot, log: Logger): Promise<Schedule> {
  const { startSchedule } = await import('../schedule/schedule.ts');
  const failed = (error: unknown) => {
    minute.failed(error).catch((trouble: unknown) => log.error({ error: errorFacts(trouble) }, 'could not tell of it'));
  };
  return startSchedule({
    leases: minute.leases,
    owner: speech.owner,
    everyMinute: minute.run,
    events: { roundFailed: failed, notElected: failed },
  });
}

function readyText({ connection }: SlackSettings, port: number): string {
  const health = `http://localhost:${port}/readyz`;
  return connection.kind === 'socket'
    ? `Boten er klar i Slack (Socket Mode). Helsesjekk: ${health}.`
    : `Boten er klar og lytter på http://localhost:${port}/slack/events. Helsesjekk: ${health}.`;
}
