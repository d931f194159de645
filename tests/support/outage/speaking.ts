import { onTestFinished } from 'vitest';
import { alertContent } from '#src/delivery/alert.ts';
import { createSpeaker, type Delivery, type RunOptions, type Speaker } from '#src/delivery/speaker.ts';
import { momentAt } from '#src/domain/day.ts';
import type { Job, Outgoing } from '#src/features/feature.ts';
import { createPoster } from '#src/slack/post.ts';
import { outboxKey } from '#src/store/outbox.ts';
import type { Store } from '#src/store/store.ts';
import { oslo } from '../day.ts';
import { planModel } from '../plan.ts';
import { type PretendSlack, startSlack } from '../slack/slack.ts';
import { ADMIN_CHANNEL, BOT_TOKEN } from '../slack/workspace.ts';
import { silentLog } from '../slack-bot.ts';
import { HELSEFELLESSKAP, type Stores } from '../store.ts';
import { type LoopbackTime, loopbackTime } from './loopback-time.ts';

const MORNING = oslo('2024-06-03T08:00');
const OCCURRENCE = { period: '2024-06-03', due: MORNING, until: oslo('2024-06-04T00:00') };

/** Somebody to be told: first in the conversation, then in its thread. */
interface Listener {
  readonly unit: string;
  readonly slack: string;
  readonly texts: readonly string[];
}

/** Delivery in full, over loopback, with the poster and the state it really has; only its time is made up. */
export interface Speaking {
  readonly slack: PretendSlack;
  readonly time: LoopbackTime;
  readonly store: Store;
  readonly speaker: Speaker;
  /** Lets a unit be told so many things: the message, and the rest in its thread. */
  tell(unit: string, slack: string, messages?: number): void;
  run(options?: Partial<RunOptions>): Promise<Delivery | null>;
  /** Goes on, a minute's round at a time, until nothing is open. Throws when that takes too many rounds. */
  untilAllIsSaid(rounds: number): Promise<void>;
  /** Each answer takes so many milliseconds, for the calls that are chosen; what it returns puts an end to it. */
  slow(ms: number, chosen: (channel: string) => boolean): () => void;
  /** How every message that was to be said stands: as it should, once, and in its place. */
  report(): Report;
}

interface Report {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  /** Units whose thread does not come in order. */
  readonly outOfOrder: readonly string[];
}

/** How long a round goes on with what Slack does not take, and the time from one round to the next. */
const ROUND_PATIENCE_MS = 20_000;
const MINUTE_MS = 60_000;

export async function startSpeaking(stores: Stores, random: () => number = () => 0.5): Promise<Speaking> {
  const time = loopbackTime(MORNING.ms);
  const slack = await startSlack({ now: time.now });
  onTestFinished(() => slack.stop());
  const store = await stores.open({ time });
  const listeners: Listener[] = [];

  const job: Job = {
    name: 'paaminnelser',
    title: 'påminnelser',
    needs: [],
    uses: [],
    timetable: () => ({ period: 'day', weekdays: [1, 2, 3, 4, 5], minutes: 480 }),
    outgoing: () => listeners.map(outgoingOf),
  };
  const speaker = createSpeaker({
    helsefellesskap: HELSEFELLESSKAP,
    store,
    poster: createPoster({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }, silentLog),
    time,
    owner: 'prosess',
    admin: ADMIN_CHANNEL,
    job: async (name) => (name === job.name ? job : null),
    occasion: async () => ({
      model: planModel([]),
      now: momentAt(time.now()),
      channels: { summary: null, admin: ADMIN_CHANNEL },
      past: null,
    }),
    alert: alertContent,
    proofOf: (email) => email,
    events: { posted() {}, found() {}, notPosted() {}, closed() {}, trouble() {} },
    random,
  });

  function keysOf({ unit, texts }: Listener): readonly string[] {
    const message = { helsefellesskap: HELSEFELLESSKAP, job: job.name, period: OCCURRENCE.period, recipient: unit };
    return texts.map((_, part) => outboxKey({ ...message, part }));
  }

  return {
    slack,
    time,
    store,
    speaker,
    tell(unit, to, messages = 1) {
      if (to.startsWith('C')) slack.channels.set(to, { member: true });
      else slack.users.set(to, { name: to.toLowerCase() });
      listeners.push({ unit, slack: to, texts: Array.from({ length: messages }, (_, part) => `${unit} ${part}`) });
    },
    run: (options = {}) =>
      speaker.run(job, OCCURRENCE, { asked: false, late: false, patienceMs: ROUND_PATIENCE_MS, ...options }, 0),
    async untilAllIsSaid(rounds) {
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = time.now();
        const delivery = await speaker.drain(ROUND_PATIENCE_MS);
        if (delivery?.waiting === 0) return;
        await time.sleep(Math.max(0, startedAt + MINUTE_MS - time.now()));
      }
      throw new Error(`not all was said after ${rounds} minutes`);
    },
    slow(ms, chosen) {
      const fault = () => ({ kind: 'slow', until: time.heldUp(ms) }) as const;
      return slack.fail({
        method: 'chat.postMessage',
        when: ({ channel }) => chosen(String(channel)),
        get fault() {
          return fault();
        },
      });
    },
    report() {
      const keys = listeners.flatMap(keysOf);
      const said = (key: string) => slack.timesSaid.get(key) ?? 0;
      return {
        missing: keys.filter((key) => said(key) === 0),
        twice: [...slack.timesSaid.keys()].filter((key) => said(key) > 1),
        outOfOrder: listeners.filter((one) => !isInOrder(slack, one)).map(({ unit }) => unit),
      };
    },
  };
}

function outgoingOf({ unit, slack, texts: [first = '', ...replies] }: Listener): Outgoing {
  const message = (text: string) => ({ text, blocks: [] });
  return {
    recipient: unit,
    to: { name: unit, slack, email: null, fallback: null },
    content: () => ({ message: message(first), thread: replies.map(message) }),
  };
}

/** First the message, then each reply in its thread, and nothing of it elsewhere. */
function isInOrder({ posts }: PretendSlack, { unit, texts }: Listener): boolean {
  const own = posts.filter(({ text }) => text.startsWith(`${unit} `));
  const head = own[0];
  return (
    own.map(({ text }) => text).join() === texts.join() &&
    own.every(({ thread_ts, channel }, part) => channel === head?.channel && thread_ts === (part ? head.ts : null))
  );
}
