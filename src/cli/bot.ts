import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { deliver } from '../delivery/deliver.ts';
import { requireTables, unitOfSlackUser } from '../features/ask.ts';
import type { Job } from '../features/feature.ts';
import { jobFailure } from '../schedule/job-failure.ts';
import type { JobFailed, RunJob } from '../schedule/run-jobs.ts';
import type { Ask } from '../slack/listen.ts';
import { errorFacts } from '../slack/logger.ts';
import { createPoster } from '../slack/post.ts';
import type { SlackAccess } from '../slack/settings.ts';
import type { Arguments } from './arguments.ts';
import { type Figures, openFigures } from './figures.ts';

/** The bot without its surface: it answers questions and runs jobs. */
export interface Bot {
  readonly ask: Ask;
  readonly runJob: RunJob;
  readonly jobFailed: JobFailed;
  /** Whether the workbooks a job cannot do without are named in the settings. */
  readonly canRun: (job: Job) => boolean;
  /** What counts as now when jobs are run. */
  readonly now: Clock;
  /** What whoever starts it should know, in Norwegian. */
  readonly notices: readonly string[];
}

/** Joins workbooks, clock and Slack. The invented example is read only where the settings name it. */
export async function createBot(config: Config, access: SlackAccess, args: Arguments, log: Logger): Promise<Bot> {
  const manner = { exampleWhenUnset: false, allMustOpen: false, pollMs: config.pollSeconds * 1000 };
  const figures = await openFigures(config, args, manner);
  const { books, channels } = figures;
  const poster = createPoster({ ...access, summaryChannel: channels.summary }, { log, sleep: (ms) => sleep(ms) });
  const said = new Set<string>();

  return {
    ask: (command, words, slackUser) => figures.answer(command, words, (model) => unitOfSlackUser(model, slackUser)),

    async runJob(job, now) {
      const model = await figures.modelFor(job);
      requireTables(job, model);
      const delivery = await deliver(job.outgoing(model, now, channels), {
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

    canRun: ({ needs }) => needs.every((name) => books[name] !== null),
    now: figures.clockFor({ needs: ['handlingsplan', 'kapasitet'], uses: [] }),
    notices: missing(figures),
  };
}

/** What the bot cannot do as it is set up: silence would be taken for a promise. */
function missing({ books, channels }: Figures): readonly string[] {
  return [
    ...(books.handlingsplan ? [] : ['HANDLINGSPLAN er ikke satt: boten har ingen plan å svare fra eller minne om.']),
    ...(books.kapasitet ? [] : ['KAPASITET er ikke satt: boten har ingen korttidsplasser å svare om.']),
    ...(channels.summary === null ? ['SLACK_CHANNEL er ikke satt: ukesstatus sendes ikke.'] : []),
    ...(channels.admin === null ? ['SLACK_ADMIN_CHANNEL er ikke satt: ingen får beskjed når noe går galt.'] : []),
  ];
}
