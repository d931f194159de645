import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RELEASE_ACTION } from '#src/message/release-button.ts';
import { botJson } from '../cli.ts';
import { oslo } from '../day.ts';
import { type PretendSlack, startSlack } from '../slack/slack.ts';
import { ADMIN_CHANNEL, CHANNEL } from '../slack/workspace.ts';
import { keyOf } from '../survival/said-once.ts';
import { bookOfUnits, letIn, TWO_REPLIES, type Unit } from '../survival/units.ts';
import { aState, startWholeBot, type WholeBot } from '../whole-bot.ts';
import { folderWith } from '../workbook-files.ts';
import { type LoopbackTime, loopbackTime } from './loopback-time.ts';

/** A Monday morning, when both jobs are due, by the domain's clock and by every other. */
const MONDAY = '2024-06-03T08:00';
const MINUTE_MS = 60_000;

const UNITS: readonly Unit[] = [
  { name: 'Analysegruppen', meeting: 'channel', tiltak: TWO_REPLIES },
  { name: 'Kompetansegruppen', meeting: 'person', tiltak: 2 },
  { name: 'Lillevik', meeting: 'person', tiltak: TWO_REPLIES },
  { name: 'Storvik', meeting: 'channel', tiltak: 1 },
];

/** A Slack with people in it, a plan for them and a state; bots come and go in it. */
export interface Scene {
  readonly slack: PretendSlack;
  readonly time: LoopbackTime;
  /** The settings, besides those for Slack itself. */
  readonly env: Readonly<Record<string, string>> & { readonly DATABASE_URL: string };
  /** Starts a bot there, whose reminders the secretariat has let go unless it is said otherwise. */
  start(options?: { readonly released?: boolean }): Promise<MinutesBot>;
  /** The keys of all there is to say that morning, once the reminders have been let go, by the alphabet. */
  due(): Promise<readonly string[]>;
  /** What the admin channel has been told of trouble, by its first words. */
  alerts(): readonly string[];
  /** The keys of what has been said to people, alerts left out, by the alphabet. */
  said(): readonly string[];
  /** Keys of what has been said more than once. */
  twice(): readonly string[];
}

/** What a job prints of what it would send. */
interface Printed {
  readonly messages: readonly { readonly key: string; readonly thread: readonly unknown[] }[];
}

/** A bot whose minutes the test counts. */
interface MinutesBot extends WholeBot {
  /** Lets so many minutes pass, with a round in each. */
  minutes(count: number): Promise<void>;
  /** The secretariat presses «Send» where a preview is shown, and the reminders go. */
  letGo(): Promise<void>;
}

export async function aScene(databaseUrl?: string): Promise<Scene> {
  const time = loopbackTime(oslo(MONDAY).ms);
  const slack = await startSlack({ now: time.now });
  onTestFinished(() => slack.stop());
  letIn(slack, UNITS);
  const tabs = Object.entries(bookOfUnits(UNITS)).map(([name, rows]) => [join('bok', name), rows]);
  const env = {
    HANDLINGSPLAN: join(await folderWith(Object.fromEntries(tabs)), 'bok'),
    SLACK_CHANNEL: CHANNEL,
    SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL,
    DATABASE_URL: databaseUrl ?? (await aState()),
  };
  const isAlert = (key: string) => key.includes(':varsel:');

  return {
    slack,
    time,
    env,
    async start({ released = true } = {}) {
      const bot = await startWholeBot(env, MONDAY, { slack, time, released });
      return {
        ...bot,
        async minutes(count) {
          for (let minute = 0; minute < count; minute += 1) {
            const startedAt = time.now();
            await bot.minute();
            await time.sleep(Math.max(0, startedAt + MINUTE_MS - time.now()));
          }
        },
        async letGo() {
          const preview = slack.posts.find((post) => keyOf(post) === PREVIEW);
          if (preview) await bot.press(preview, RELEASE_ACTION);
        },
      };
    },
    async due() {
      const jobs = await Promise.all(
        ['paaminnelser', 'ukesstatus'].map((job) => botJson([job, '--dato', MONDAY], { env })),
      );
      return jobs
        .flatMap(({ messages }: Printed) => messages)
        .flatMap(({ key, thread }) => [key, ...thread.map((_, at) => `${key}:${at + 1}`)])
        .map((key) => `standard:${key}`)
        .toSorted();
    },
    alerts: () =>
      slack.posts.filter((post) => isAlert(keyOf(post))).map(({ text }) => text.split(/[\n.,]/, 1)[0] ?? ''),
    said: () => [...slack.timesSaid.keys()].filter((key) => !isAlert(key)).toSorted(),
    twice: () => [...slack.timesSaid].filter(([key, times]) => !isAlert(key) && times > 1).map(([key]) => key),
  };
}

/** Shown to the secretariat when nobody has let the reminders go. */
export const PREVIEW = 'standard:paaminnelser:2024-06-03:forhåndsvisning';
