import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { bot, botJson } from '../cli.ts';
import { type PretendSlack, startSlack } from '../slack/slack.ts';
import { ADMIN_CHANNEL, APP_TOKEN, BOT_TOKEN, CHANNEL } from '../slack/workspace.ts';
import { type End, type Life, live } from './life.ts';
import { bookOfUnits, letIn, type Unit } from './units.ts';

export type JobName = 'paaminnelser' | 'ukesstatus';

/** A workbook, a state and a Slack of their own, and the processes that share them. */
export interface Scene {
  readonly slack: PretendSlack;
  /** The folder of tabs that is the workbook. */
  readonly book: string;
  /** The folder that holds the workbook and the state. */
  readonly folder: string;
  /** Starts `kjor` in a process of its own. */
  kjor(job: JobName, dato?: string): Life;
  /** Carries `kjor` out in this process, which costs less. */
  kjorHere(job: JobName, dato?: string): Promise<End>;
  /** Starts a bot in Socket Mode. */
  start(dato?: string): Life;
  /** The keys of what a job has to say: messages, and the replies in their threads. */
  due(job: JobName, dato?: string): Promise<readonly string[]>;
}

/** A Monday, an hour when both jobs are due. */
export const MONDAY = '2024-06-03T08:00';

interface SceneOptions {
  readonly units: readonly Unit[];
  /** Where the state is kept; a file of its own when left out. */
  readonly databaseUrl?: string;
  /** False for a bot that has no channel to tell of trouble in, or to show previews in. */
  readonly hasAdmin?: boolean;
}

export type Scenes = (options: SceneOptions) => Promise<Scene>;

/** Sets scenes for the tests of this file, which may run at the same time; to be called where tests are declared. */
export function useScenes(): Scenes {
  const closers: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  return async ({ units, databaseUrl, hasAdmin = true }) => {
    const slack = await startSlack();
    closers.push(() => slack.stop());
    letIn(slack, units);
    const folder = await mkdtemp(join(tmpdir(), 'samhandlingsbot-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const book = join(folder, 'bok');
    await mkdir(book);
    for (const [name, content] of Object.entries(bookOfUnits(units))) await writeFile(join(book, name), content);
    const env = {
      HANDLINGSPLAN: book,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_CHANNEL: CHANNEL,
      ...(hasAdmin ? { SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL } : {}),
      DATABASE_URL: databaseUrl ?? `file:${join(folder, 'tilstand.sqlite')}`,
      PORT: '0',
    };

    function start(argv: readonly string[], more: Readonly<Record<string, string>> = {}): Life {
      const life = live(argv, { cwd: folder, env: { ...env, ...more } });
      closers.push(async () => {
        life.child.kill('SIGKILL');
        await life.end;
      });
      return life;
    }

    return {
      slack,
      book,
      folder,
      kjor: (job, dato = MONDAY) => start(['kjor', job, '--json', '--dato', dato]),
      kjorHere: (job, dato = MONDAY) => bot(['kjor', job, '--json', '--dato', dato], { env }),
      start: (dato = MONDAY) => start(['start', '--dato', dato], { SLACK_APP_TOKEN: APP_TOKEN }),
      async due(job, dato = MONDAY) {
        const { messages, secretariat = [] }: Printed = await botJson([job, '--dato', dato], { env });
        return [...messages, ...secretariat].flatMap(({ key, thread }) => [
          `standard:${key}`,
          ...thread.map((_, at) => `standard:${key}:${at + 1}`),
        ]);
      },
    };
  };
}

/** What a job prints of what it would send. */
interface Printed {
  readonly messages: readonly PrintedMessage[];
  readonly secretariat?: readonly PrintedMessage[];
}

interface PrintedMessage {
  readonly key: string;
  readonly thread: readonly unknown[];
}
