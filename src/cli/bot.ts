import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { onlyExample, openBooks } from '../books.ts';
import { chooseClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { currentModel } from '../current-model.ts';
import { deliver } from '../delivery/deliver.ts';
import { answerFrom, unitOfSlackUser } from '../features/ask.ts';
import type { Channels } from '../features/feature.ts';
import { asksForHelp, commandHelp } from '../features/hjelp/help.ts';
import { jobFailure } from '../schedule/job-failure.ts';
import type { JobFailed, RunJob } from '../schedule/run-jobs.ts';
import type { Ask } from '../slack/listen.ts';
import { errorFacts } from '../slack/logger.ts';
import { createPoster } from '../slack/post.ts';
import type { SlackAccess } from '../slack/settings.ts';
import { chosenMoment } from './answer.ts';
import type { Arguments } from './arguments.ts';

/** The bot without its surface: it answers questions and runs jobs. */
export interface Bot {
  readonly ask: Ask;
  readonly runJob: RunJob;
  readonly jobFailed: JobFailed;
  /** What whoever starts it should know, in Norwegian. */
  readonly notices: readonly string[];
}

/** Joins workbooks, clock and Slack. The invented example is read only where the settings name it. */
export async function createBot(config: Config, access: SlackAccess, { values }: Arguments, log: Logger): Promise<Bot> {
  const handlingsplan = values.handlingsplan ?? config.handlingsplan;
  const kapasitet = values.kapasitet ?? config.kapasitet;
  const books = await openBooks({ handlingsplan, kapasitet, google: config.google }, false);
  const named = (['handlingsplan', 'kapasitet'] as const).filter((name) => books[name] !== null);
  const chosen = chosenMoment(values.dato);
  const clock = chooseClock(chosen, onlyExample(books, named));
  const current = currentModel(books, { clock, pollMs: config.pollSeconds * 1000 });
  const channels: Channels = { summary: config.slack.channel, admin: config.slack.adminChannel };
  const poster = createPoster({ ...access, summaryChannel: channels.summary }, { log, sleep: (ms) => sleep(ms) });
  const said = new Set<string>();

  return {
    async ask(command, words, slackUser) {
      if (asksForHelp(words)) return { message: commandHelp(command), json: null };
      const model = await current(command);
      return answerFrom(command, { words, model, now: clock(), unit: unitOfSlackUser(model, slackUser), channels });
    },

    async runJob(job) {
      const model = await current(job);
      const delivery = await deliver(job.outgoing(model, clock(), channels), {
        poster,
        said,
        admin: channels.admin,
        onFailure: ({ key, part, error }) => log.error({ key, part, error: errorFacts(error) }, 'not delivered'),
      });
      log.info({ job: job.name, ...delivery }, 'job done');
    },

    async jobFailed(job, error) {
      log.error({ job: job.name, error: errorFacts(error) }, 'job failed');
      if (channels.admin === null) return;
      try {
        await poster.post(channels.admin, jobFailure(job, error), `jobbfeil:${job.name}`);
      } catch (trouble) {
        log.error({ error: errorFacts(trouble) }, 'could not tell the admin channel');
      }
    },

    notices: [
      ...(handlingsplan === null ? ['HANDLINGSPLAN er ikke satt: boten har ingen plan å svare fra.'] : []),
      ...(kapasitet === null ? ['KAPASITET er ikke satt: boten har ingen korttidsplasser å svare om.'] : []),
      ...(channels.summary === null ? ['SLACK_CHANNEL er ikke satt: ukesstatus sendes ikke.'] : []),
    ],
  };
}
