import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '#src/delivery/speaker.ts';
import { isoMoment, type Moment, momentAt } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import type { Job } from '#src/features/feature.ts';
import { createRound, type RoundParts } from '#src/schedule/round.ts';
import { openStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import { oslo } from './day.ts';

const HELSEFELLESSKAP = 'prøve';
const MS_PER_MINUTE = 60_000;
const NOTHING: Delivery = { sent: 0, skipped: 0, nowhere: 0, failed: 0, waiting: 0 };

/** How a job's turn goes: it speaks, fails, dies before it is noted, or another process is speaking. */
type Turn = 'speaks' | 'dies' | 'busy' | Error;

/** A bot whose clock the test sets. Its state is real; its speaker writes down when it was asked to speak. */
export interface RoundsBot extends AsyncDisposable {
  readonly store: Store;
  /** `ukesstatus 2024-W23 at 2024-06-03T08:00`, with «late» behind when it was. */
  readonly said: string[];
  /** `paaminnelser 2024-06-04 2024-06-05` */
  readonly missed: string[];
  readonly failed: string[];
  readonly drains: number;
  innstillinger: Innstillinger | Error;
  turn(job: string, turn: Turn): void;
  round(at: string): Promise<void>;
  /** Rounds from one moment up to another, both included, so many minutes apart. */
  walk(from: string, to: string, stepMinutes?: number): Promise<void>;
  /** Forgets everything but the state. */
  restart(): Promise<void>;
  /** Troubles that are not over, by the alphabet. */
  troubles(): Promise<readonly string[]>;
}

export async function aRoundsBot(): Promise<RoundsBot> {
  const folder = await mkdtemp(join(tmpdir(), 'runder-'));
  const open = () => openStore({ url: `file:${join(folder, 'tilstand.sqlite')}` });
  const turns = new Map<string, Turn>();
  let store = await open();
  let now = oslo('2024-01-01T00:00');
  let round = createRound(parts());
  let drains = 0;

  function parts(): RoundParts {
    return {
      helsefellesskap: HELSEFELLESSKAP,
      store,
      speaker: {
        async run({ name }, { period }, { late }) {
          const turn = turns.get(name) ?? 'speaks';
          if (turn instanceof Error) throw turn;
          if (turn === 'busy') return null;
          bot.said.push(`${name} ${period} at ${isoMoment(now)}${late ? ' late' : ''}`);
          if (turn === 'speaks') {
            await store.runs.note({ helsefellesskap: HELSEFELLESSKAP, job: name, period }, 'done', now.ms);
          }
          return NOTHING;
        },
        async drain() {
          drains++;
          return NOTHING;
        },
        async troubleBegins(key, facts) {
          await store.troubles.begin({ helsefellesskap: HELSEFELLESSKAP, key, beganAt: now.ms, facts }, null);
        },
        async troubleEnds(key) {
          await store.troubles.end(HELSEFELLESSKAP, key, now.ms, null);
        },
      },
      jobs: async () => [
        aJob('ukesstatus', ({ ukesstatus: { weekday, minutes } }) => ({
          period: 'week',
          weekdays: [weekday],
          minutes,
        })),
        aJob('paaminnelser', ({ paaminnelser }) => ({ period: 'day', ...paaminnelser })),
      ],
      async innstillinger() {
        if (bot.innstillinger instanceof Error) throw bot.innstillinger;
        return bot.innstillinger;
      },
      time: { now: () => now.ms },
      events: {
        jobRan() {},
        jobFailed: (job) => void bot.failed.push(`${job} ${isoMoment(now)}`),
        jobMissed: (job, periods) => void bot.missed.push([job, ...periods].join(' ')),
      },
    };
  }

  async function roundAt(moment: Moment): Promise<void> {
    now = moment;
    await round(now);
  }

  const bot: RoundsBot = {
    said: [],
    missed: [],
    failed: [],
    innstillinger: DEFAULT_INNSTILLINGER,
    get store() {
      return store;
    },
    get drains() {
      return drains;
    },
    turn: (job, turn) => void turns.set(job, turn),
    round: (at) => roundAt(oslo(at)),
    async walk(from, to, stepMinutes = 1) {
      for (let ms = oslo(from).ms; ms <= oslo(to).ms; ms += stepMinutes * MS_PER_MINUTE) await roundAt(momentAt(ms));
    },
    async restart() {
      await store.close();
      store = await open();
      round = createRound(parts());
    },
    async troubles() {
      return (await store.troubles.open(HELSEFELLESSKAP)).map(({ key }) => key).toSorted();
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
  return bot;
}

function aJob(name: string, timetable: Job['timetable']): Job {
  return { name, title: name, needs: ['handlingsplan'], uses: [], timetable, outgoing: () => [] };
}
