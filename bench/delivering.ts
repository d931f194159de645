/**
 * The process that speaks, in the measures of delivery: it is told to carry out a whole run as the bot does, or to post
 * the same messages with nothing but a client, and answers with what it cost.
 */
import { readFileSync } from 'node:fs';
import { type ChatPostMessageArguments, WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { parseArguments } from '#src/cli/arguments.ts';
import { createSpeech } from '#src/cli/speech.ts';
import { readConfig } from '#src/config.ts';
import { paaminnelserJob } from '#src/features/paaminnelser/job.ts';
import { BOT_TOKEN } from '../tests/support/slack/workspace.ts';

/** What the process can be told to do. */
export type Order =
  /** One run after another, of as many periods: each says everything the plan has to say. */
  | { readonly kind: 'speak'; readonly plan: string; readonly state: string; readonly runs: number }
  | { readonly kind: 'post'; readonly bodies: string; readonly atOnce: number; readonly open: boolean };

export interface Cost {
  readonly ms: number;
  readonly sent: number;
  /** Commits in the state. */
  readonly commits: number;
  /** What the process held after each run: kept objects after a collection, and everything (MB). */
  readonly memory: readonly { readonly heap: number; readonly resident: number }[];
}

const { SLACK_API_URL = '' } = process.env;
const silent = pino({ level: 'silent' });
const DAY_MS = 86_400_000;

process.on('message', async (order: Order) => {
  const cost = order.kind === 'speak' ? await speak(order) : await post(order);
  process.send?.(cost);
});

/** As `kjor paaminnelser` does it, from opening the state to closing it. */
async function speak({ plan, state, runs }: Order & { kind: 'speak' }): Promise<Cost> {
  const start = performance.now();
  let commits = 0;
  let sent = 0;
  const memory: { heap: number; resident: number }[] = [];
  const config = await readConfig({ HANDLINGSPLAN: plan, DATABASE_URL: `file:${state}` });
  const nothing = () => undefined;
  const speech = await createSpeech(
    config,
    { botToken: BOT_TOKEN, apiUrl: SLACK_API_URL },
    parseArguments(['--dato', '2024-06-03T08:00']),
    {
      log: silent,
      events: { posted: nothing, found: nothing, notPosted: nothing, closed: nothing, trouble: nothing },
      onCommit: () => {
        commits += 1;
      },
    },
  );
  const speaker = await speech.speaker();
  const due = speech.figures.clockFor(paaminnelserJob)();
  for (let run = 0; run < runs; run++) {
    const occurrence = { period: `dag-${run}`, due, until: { ...due, ms: due.ms + DAY_MS } };
    const delivery = await speaker.run(paaminnelserJob, occurrence, { asked: true, late: false, patienceMs: 0 }, 0);
    sent += delivery?.sent ?? 0;
    memory.push(held());
  }
  await speaker.stop(0);
  await speech.state.close();
  return { ms: performance.now() - start, sent, commits, memory };
}

/** As anybody would with a client: the next when the last one is answered, in as many loops as may go on at once. */
async function post({ bodies: file, atOnce, open }: Order & { kind: 'post' }): Promise<Cost> {
  const bodies: ChatPostMessageArguments[] = JSON.parse(readFileSync(file, 'utf8'));
  const start = performance.now();
  const client = new WebClient(BOT_TOKEN, { slackApiUrl: SLACK_API_URL });
  let next = 0;
  async function loop(): Promise<void> {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      if (open) await client.conversations.open({ users: `U${body.channel.slice(1)}` });
      await client.chat.postMessage(body);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, loop));
  return { ms: performance.now() - start, sent: bodies.length, commits: 0, memory: [] };
}

function held(): { heap: number; resident: number } {
  if (global.gc === undefined) return { heap: 0, resident: 0 };
  global.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}
