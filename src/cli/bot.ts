import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { unitOfSlackUser } from '../features/ask.ts';
import { createHealth } from '../health/health.ts';
import { inTime } from '../health/in-time.ts';
import type { Metrics } from '../health/metrics.ts';
import type { Route } from '../health/route.ts';
import { speakerEvents } from '../health/speaker-log.ts';
import { type RealTime, systemTime } from '../real-time.ts';
import { STATUS_VALUES } from '../sheets/handlingsplan.ts';
import type { Ask, Release, StatusSetting } from '../slack/listen.ts';
import type { SlackAccess } from '../slack/settings.ts';
import type { Arguments } from './arguments.ts';
import { createFollower, type Follower } from './follower.ts';
import { type Minute, minuteOf } from './minute.ts';
import { release } from './release.ts';
import { createSpeech, type Speech, type SpeechMeans } from './speech.ts';
import { changeStatus } from './status-change.ts';
import { metricSources, readyChecks } from './vital-signs.ts';

/** The bot without its surface: it answers questions, and speaks when its timetable says so. */
export interface Bot {
  readonly ask: Ask;
  /** Sends what a preview showed. */
  readonly onRelease: Release;
  /** Null when the bot may not write in the sheets. */
  readonly status: StatusSetting | null;
  /** What is done every minute. */
  readonly minute: Minute;
  readonly speech: Speech;
  /** Health and metrics, to be served on the bot's port. */
  readonly routes: readonly Route[];
  readonly metrics: Metrics;
  /** What counts as now when jobs are run. */
  readonly now: Clock;
  /** What whoever starts it should know, in Norwegian. */
  readonly notices: readonly string[];
  readonly follower: Follower;
}

interface BotMeans {
  readonly log: Logger;
  readonly isConnected: () => boolean;
  readonly time?: RealTime;
  readonly watch?: SpeechMeans['watch'];
}

/** So long, in milliseconds, an answer waits for what the state remembers: it is right without it. */
const PAST_WITHIN_MS = 1000;

/**
 * Joins workbooks, clock, state and Slack. Nothing is read or opened yet.
 * @param isConnected whether Slack can reach the bot now
 * @param time the machine's own, unless another one is handed in
 */
export async function createBot(
  config: Config,
  access: SlackAccess,
  args: Arguments,
  { log, isConnected, time = systemTime, watch }: BotMeans,
): Promise<Bot> {
  // Health looks at what is joined below, when somebody asks for it.
  const health = createHealth({
    checks: readyChecks(() => speech, isConnected),
    sources: metricSources(() => speech),
    time: systemTime,
    log,
  });
  const { metrics } = health;
  const events = speakerEvents(log, metrics);
  const speech = await createSpeech(config, access, args, { log, events, inBackground: true, time, watch });
  const { figures } = speech;
  const now = figures.clockFor({ needs: ['handlingsplan', 'kapasitet'], uses: [] });

  const follower = createFollower(figures, config.publicUrl, log);

  return {
    ask: (command, words, slackUser) =>
      figures.answer(command, words, {
        unitOf: (model) => unitOfSlackUser(model, slackUser),
        past: async () => (await inTime(() => speech.recorder.past(), PAST_WITHIN_MS, systemTime))?.value ?? null,
      }),
    onRelease: (job, slackUser) => release(job, slackUser, speech),
    status: config.writeBack ? { values: STATUS_VALUES, set: (...chosen) => changeStatus(...chosen, figures) } : null,
    minute: minuteOf(speech, { now, log, metrics, time }),
    speech,
    routes: [...health.routes, ...follower.routes],
    metrics,
    now,
    notices: missing(speech),
    follower,
  };
}

/** What the bot cannot do as it is set up: silence would be taken for a promise. */
function missing({ figures: { books, channels } }: Speech): readonly string[] {
  const noAdmin =
    'SLACK_ADMIN_CHANNEL er ikke satt: ingen får beskjed når noe går galt, og de første påminnelsene sendes ikke før noen kjører «kjor paaminnelser».';
  return [
    ...(books.handlingsplan ? [] : ['HANDLINGSPLAN er ikke satt: boten har ingen plan å svare fra eller minne om.']),
    ...(books.kapasitet ? [] : ['KAPASITET er ikke satt: boten har ingen korttidsplasser å svare om.']),
    ...(channels.summary === null ? ['SLACK_CHANNEL er ikke satt: ukesstatus sendes ikke.'] : []),
    ...(channels.admin === null ? [noAdmin] : []),
  ];
}
