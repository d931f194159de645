import type { Moment } from '#src/domain/day.ts';
import type { Occurrence } from '#src/domain/timetable.ts';
import type { Content, Job, Occasion } from '#src/features/feature.ts';
import type { RealTime } from '#src/real-time.ts';
import type { Store, Trouble } from '#src/store/store.ts';
import { createAddressBook } from './addresses.ts';
import { createBackOff } from './back-off.ts';
import { createContents } from './contents.ts';
import { createFloor } from './floor.ts';
import { createLanes } from './lanes.ts';
import { createLostState } from './lost-state.ts';
import { createMisfortunes } from './misfortunes.ts';
import { createNoting } from './noting.ts';
import { planRun } from './plan-run.ts';
import type { NotPosted, Poster } from './poster.ts';
import { pump } from './pump.ts';
import { createRowSayer, type Round } from './say-row.ts';
import { createTally } from './tally.ts';
import { ALERTS, createTroubleDesk } from './troubles.ts';

/** What it takes to say things once. */
export interface SpeakerParts {
  readonly helsefellesskap: string;
  readonly store: Store;
  readonly poster: Poster;
  readonly time: RealTime;
  /** Names this process in leases: unique to each start of each instance. */
  readonly owner: string;
  /** The channel trouble is told in; null when there is none. */
  readonly admin: string | null;
  /** A job by its name, loaded when it is needed; null when there is none (it was planned by another release). */
  readonly job: (name: string) => Promise<Job | null>;
  /**
   * What a job speaks from, as it is now, when it speaks for that period: what it has said for it already is not «last
   * time», since a thread goes on where its message began. Throws WorkbookError when its workbooks cannot be read.
   */
  readonly occasion: (job: Job, period: string) => Promise<Occasion>;
  /** What is told of troubles that begin together, and when they are over. */
  readonly alert: (troubles: readonly Trouble[], endedAt: number | null, now: Moment) => Content;
  /** Proves that an e-mail address is the one Slack was asked about, without giving it away. */
  readonly proofOf: (email: string) => string;
  readonly events: SpeakerEvents;
  /** From 0 up to 1, so that those who wait do not all come back at once; `Math.random` when left out. */
  readonly random?: () => number;
}

/** For logs and counters. Nothing here holds content. */
export interface SpeakerEvents {
  posted(key: string, tookMs: number): void;
  /** It was found in the conversation, and is not said again. */
  found(key: string): void;
  notPosted(key: string, error: NotPosted): void;
  /** It was closed without being said. */
  closed(key: string, why: 'withdrawn' | 'expired' | 'failed'): void;
  trouble(key: string, what: 'began' | 'ended'): void;
}

/** How many posts came through, were left out (said before, or nowhere to say it), and did not come through. */
export interface Delivery {
  readonly sent: number;
  readonly skipped: number;
  /** Of those left out, the ones that there was nowhere to say: no Slack id, no address, no channel. */
  readonly nowhere: number;
  readonly failed: number;
  /** Of those that failed, the ones that are still to be tried. */
  readonly waiting: number;
}

export interface RunOptions {
  /** A person has asked for it: it is sent without a preview, and what failed is tried again. */
  readonly asked: boolean;
  /** It is run later than it was due: what it says is looked for before it is said. */
  readonly late: boolean;
  /** How long to go on with what Slack does not take, in real milliseconds. */
  readonly patienceMs: number;
}

/** Says what jobs have to say, exactly once each, in order per recipient. */
export interface Speaker {
  /**
   * Decides what a job is to say for an occurrence, writes it down, and says it. Waits at most `waitMs` for another
   * process that is speaking; null when that one goes on longer.
   */
  run(job: Job, occurrence: Occurrence, options: RunOptions, waitMs: number): Promise<Delivery | null>;
  /** Says and settles what is open already; null when another process is speaking. */
  drain(patienceMs: number): Promise<Delivery | null>;
  /** Begins or ends a trouble; it is told with the next drain. */
  troubleBegins(key: string, facts: Trouble['facts']): Promise<void>;
  troubleEnds(key: string): Promise<void>;
  /**
   * Of all troubles whose keys begin alike this is the one that there is, or none: then that is told. What it takes the
   * place of ends unheard, since nothing is in order yet.
   */
  troubleIs(alike: string, now: Pick<Trouble, 'key' | 'facts'> | null): Promise<void>;
  /** Takes on nothing more, and resolves when what is at hand is done or given up after `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

/** So many posts may be on their way at the same time, each to another channel. */
const POSTS_AT_ONCE = 16;

const NOTHING: Delivery = { sent: 0, skipped: 0, nowhere: 0, failed: 0, waiting: 0 };

/** Joins the parts of delivery for one helsefellesskap. Takes up nothing by itself: it speaks when it is told to. */
export function createSpeaker(parts: SpeakerParts): Speaker {
  const { helsefellesskap, store, time } = parts;
  const { outbox } = store;
  const backOff = createBackOff(parts.random ?? Math.random);
  const lanes = createLanes(time, POSTS_AT_ONCE);
  const noting = createNoting(outbox, time);
  const troubles = createTroubleDesk({ ...parts, troubles: store.troubles });
  const lostState = createLostState({ helsefellesskap, notes: store.notes, troubles });
  const contents = createContents(parts, troubles);
  const book = createAddressBook(parts, lanes);
  const misfortunes = createMisfortunes({ ...parts, backOff, troubles });
  const say = createRowSayer({ ...parts, contents, book, lanes, noting, troubles, misfortunes });
  const except = () => [...noting.recipients(), ...troubles.waiting()];
  const pumpParts = { outbox, time, say, except, idle: troubles.letTell };
  const floor = createFloor(parts);

  return {
    run: (job, occurrence, options, waitMs) =>
      speak(waitMs, options.patienceMs, async (round) => {
        const planned = await planRun({ ...parts, contents, book, troubles }, job, occurrence, options);
        const tally = createTally(({ job: name, period }) => name === job.name && period === occurrence.period);
        await pump(pumpParts, { helsefellesskap, jobs: [job.name, ALERTS] }, round, tally.add);
        const counts = await outbox.count({ helsefellesskap, jobs: [job.name], period: occurrence.period });
        return tally.ofRun(planned, counts);
      }),
    async drain(patienceMs) {
      // Asked for every minute, and mostly there is nothing: that writes nothing.
      const idle = noting.recipients().length === 0 && (await outbox.nextAt({ helsefellesskap })) === null;
      return idle && !(await lostState.isUntold()) ? NOTHING : speak(0, patienceMs, sayWhatIsOpen);
    },
    async troubleBegins(key, facts) {
      await troubles.load();
      await troubles.begin(key, facts);
    },
    async troubleEnds(key) {
      await troubles.load();
      await troubles.end(key);
    },
    async troubleIs(alike, now) {
      await troubles.load();
      const others = troubles.open().filter(({ key }) => key.startsWith(alike) && key !== now?.key);
      if (now) await troubles.begin(now.key, now.facts);
      for (const { key } of others) await troubles.end(key, now ? 'in silence' : 'told');
    },
    async stop(withinMs) {
      const done = new AbortController();
      const stopping = floor.close().then(noting.stop);
      await Promise.race([stopping.finally(() => done.abort()), time.sleep(withinMs, done.signal)]);
    },
  };

  async function sayWhatIsOpen(round: Round): Promise<Delivery> {
    const tally = createTally(() => true);
    await pump(pumpParts, { helsefellesskap }, round, tally.add);
    return tally.ofRound(await outbox.count({ helsefellesskap }));
  }

  function speak(waitMs: number, patienceMs: number, work: (round: Round) => Promise<Delivery>) {
    return floor.take(waitMs, patienceMs, async (round) => {
      try {
        await noting.settle();
        await troubles.load();
        await lostState.tell();
        return await work(round);
      } finally {
        contents.forget();
        troubles.letTell();
      }
    });
  }
}
