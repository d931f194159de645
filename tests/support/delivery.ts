import { alertContent } from '#src/delivery/alert.ts';
import { createSpeaker, type Delivery, type RunOptions, type Speaker } from '#src/delivery/speaker.ts';
import { type Moment, momentAt } from '#src/domain/day.ts';
import type { Job, Outgoing, Recipient } from '#src/features/feature.ts';
import type { RealTime } from '#src/real-time.ts';
import type { StoreOptions } from '#src/store/open-store.ts';
import type { OutboxStatus } from '#src/store/outbox.ts';
import type { Store } from '#src/store/store.ts';
import { oslo } from './day.ts';
import { type ScriptedSlack, scriptedSlack } from './delivery-slack.ts';
import { planModel } from './plan.ts';
import { steppingTime } from './real-time.ts';
import { HELSEFELLESSKAP, type Stores } from './store.ts';

/** The morning of these tests, by every clock. */
export const MORNING = oslo('2024-06-03T08:00');

export const ADMIN = 'CADMIN';

/** What a unit is to be told: the message, then the replies; and where. */
interface Talk {
  readonly to: Recipient;
  texts: readonly string[];
}

/** One job, one Slack and one state, with whoever speaks. */
export interface DeliveryBot {
  readonly speaker: Speaker;
  readonly store: Store;
  readonly slack: ScriptedSlack;
  readonly time: RealTime;
  readonly job: Job;
  /** What the job has to say, by unit. */
  readonly talk: Map<string, Talk>;
  /** `began mottaker:Lillevik` and the like, and `found`, `expired`, `withdrawn`, `failed` with the key. */
  readonly events: string[];
  /** The periods that what the job speaks from was read for, one for each reading. */
  readonly periods: string[];
  /** Units whose message cannot be made, by a mistake of ours. */
  readonly breaks: Set<string>;
  /** Thrown when the job's workbooks are asked for; null for none. */
  unreadable: Error | null;
  /** What the domain calls now; the machine's time when null. */
  now: Moment | null;
  /** Lets a unit be told something, in a channel of its own unless another place is named. */
  tell(unit: string, to: string | Partial<Recipient>, ...texts: readonly string[]): void;
  run(options?: Partial<RunOptions>, waitMs?: number): Promise<Delivery | null>;
  /** How many rows have each status, alerts included. */
  rows(): Promise<Readonly<Partial<Record<OutboxStatus, number>>>>;
  /** What the admin channel has heard. */
  alerts(): readonly string[];
  /** Another process on the same state and in the same Slack. */
  another(over?: Partial<BotParts>): DeliveryBot;
}

interface BotParts {
  readonly store: Store;
  readonly time: RealTime;
  readonly slack: ScriptedSlack;
  readonly admin: string | null;
  readonly preview: string | null;
}

export const OCCURRENCE = { period: '2024-06-03', due: MORNING, until: oslo('2024-06-04T00:00') };

let started = 0;

/** A bot on a fresh state, with time that moves when everybody sleeps. */
export function aBotWith(stores: Stores) {
  return async (parts: Partial<BotParts> = {}, options: Partial<StoreOptions> = {}): Promise<DeliveryBot> => {
    const time = parts.time ?? steppingTime(MORNING.ms);
    return aDeliveryBot({ time, store: await stores.open({ time, ...options }), ...parts });
  };
}

export function aDeliveryBot(parts: Partial<BotParts> & Pick<BotParts, 'store' | 'time'>): DeliveryBot {
  const { store, time, admin = ADMIN, preview = null } = parts;
  const slack = parts.slack ?? scriptedSlack(time);
  const talk = new Map<string, Talk>();
  const events: string[] = [];
  const breaks = new Set<string>();
  started += 1;

  const job: Job = {
    name: 'paaminnelser',
    title: 'påminnelser',
    needs: ['handlingsplan'],
    uses: [],
    timetable: () => ({ period: 'day', weekdays: [1, 2, 3, 4, 5], minutes: 480 }),
    outgoing: () =>
      [...talk].map(
        ([recipient, { to, texts }]): Outgoing => anOutgoing(recipient, to, breaks.has(recipient) ? null : texts),
      ),
    ...(preview === null ? {} : { preview: () => anOutgoing('forhåndsvisning', place('', ADMIN), [preview]) }),
  };

  const speaker = createSpeaker({
    helsefellesskap: HELSEFELLESSKAP,
    store,
    poster: slack,
    time,
    owner: `prosess ${started}`,
    admin,
    job: async (name) => (name === job.name ? job : null),
    async occasion(_, period) {
      bot.periods.push(period);
      if (bot.unreadable) throw bot.unreadable;
      const now = bot.now ?? momentAt(time.now());
      return { model: planModel([]), now, channels: { summary: null, admin }, past: null };
    },
    alert: alertContent,
    proofOf: (email) => `bevis for ${email}`,
    events: {
      posted() {},
      found: (key) => void events.push(`found ${key}`),
      notPosted() {},
      closed: (key, why) => void events.push(`${why} ${key}`),
      trouble: (key, what) => void events.push(`${what} ${key}`),
    },
    random: () => 0.5,
  });

  const bot: DeliveryBot = {
    speaker,
    store,
    slack,
    time,
    job,
    talk,
    breaks,
    events,
    periods: [],
    unreadable: null,
    now: null,
    tell: (unit, to, ...texts) =>
      void talk.set(unit, { to: place(unit, to), texts: texts.length > 0 ? texts : [`hei ${unit}`] }),
    run: (options = {}, waitMs = 0) =>
      speaker.run(job, OCCURRENCE, { asked: false, late: false, patienceMs: 0, ...options }, waitMs),
    rows: () => store.outbox.count({ helsefellesskap: HELSEFELLESSKAP }),
    alerts: () => slack.standing.filter(({ channel }) => channel === ADMIN).map(({ text }) => text),
    another: (over = {}) => {
      const other = aDeliveryBot({ store, time, slack, admin, preview, ...over });
      for (const [unit, one] of talk) other.talk.set(unit, { ...one });
      return other;
    },
  };
  return bot;
}

function place(name: string, to: string | Partial<Recipient>): Recipient {
  const usual = { name, slack: null, email: null, fallback: null };
  return typeof to === 'string' ? { ...usual, slack: to } : { ...usual, ...to };
}

/** @param texts null for what cannot be made */
function anOutgoing(recipient: string, to: Recipient, texts: readonly string[] | null): Outgoing {
  const message = (text: string) => ({ text, blocks: [] });
  return {
    recipient,
    to,
    content() {
      if (texts === null) throw new TypeError('a mistake');
      const [first = '', ...replies] = texts;
      return { message: message(first), thread: replies.map(message) };
    },
  };
}
