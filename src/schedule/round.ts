import { isReleased } from '#src/delivery/release-note.ts';
import type { Delivery, Speaker } from '#src/delivery/speaker.ts';
import { unreadable, unreadableFacts } from '#src/delivery/troubles.ts';
import type { Moment } from '#src/domain/day.ts';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import type { Occurrence } from '#src/domain/timetable.ts';
import type { Job } from '#src/features/feature.ts';
import type { RealTime } from '#src/real-time.ts';
import { type Store, StoreError } from '#src/store/store.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { type Due, dueNow, overSince } from './due-jobs.ts';
import { noteProgress, readProgress } from './progress.ts';

/** How long one job, or the rest of a round, goes on with what Slack does not take. The next minute goes on with it. */
const PATIENCE_MS = 20_000;

/** What a round needs. */
export interface RoundParts {
  readonly helsefellesskap: string;
  readonly store: Pick<Store, 'runs' | 'notes'>;
  readonly speaker: Pick<Speaker, 'run' | 'drain' | 'troubleBegins' | 'troubleEnds'>;
  /** Those that can be run: the workbooks they cannot do without are named in the settings. */
  jobs(): Promise<readonly Job[]>;
  /** What the owners of the sheet have decided, as it stands now. Throws when it cannot be read. */
  innstillinger(): Promise<Innstillinger>;
  /** The machine's clock, by which the state notes when something was noted. */
  readonly time: Pick<RealTime, 'now'>;
  readonly events: RoundEvents;
}

/** For logs and counters. */
export interface RoundEvents {
  /** `delivery` is null when another process was speaking, and the job waits for the next round. */
  jobRan(job: string, period: string, late: boolean, delivery: Delivery | null): void;
  jobFailed(job: string, error: unknown): void;
  jobMissed(job: string, periods: readonly string[]): void;
}

/** The settings to go by. `error` when they could not be read: then the usual ones only tell when people are to hear of it. */
interface Settings {
  readonly innstillinger: Innstillinger;
  readonly error: unknown;
}

/**
 * Makes the round of a helsefellesskap, which is to be walked every minute: every job that is due and has not spoken
 * speaks, what became too late is noted and told, and what is open from before is said. A job that fails stops no other
 * job. What the state cannot do is thrown: {@link StoreError}.
 */
export function createRound(parts: RoundParts): (now: Moment) => Promise<void> {
  const { helsefellesskap, store, speaker } = parts;

  return async (now) => {
    const { innstillinger, error } = await readSettings(parts);
    const progress = await readProgress(store.notes, helsefellesskap, now);
    for (const job of await parts.jobs()) {
      const timetable = job.timetable(innstillinger);
      if (error === null) await noteMissed(parts, job, overSince(timetable, now, progress));
      await runJob(parts, job, dueNow(timetable, now, progress), error);
    }
    await speaker.drain(PATIENCE_MS);
    if (error === null) await noteProgress(store.notes, helsefellesskap, now);
  };
}

async function readSettings({ innstillinger }: RoundParts): Promise<Settings> {
  try {
    return { innstillinger: await innstillinger(), error: null };
  } catch (error) {
    return { innstillinger: DEFAULT_INNSTILLINGER, error };
  }
}

async function runJob(parts: RoundParts, job: Job, due: Due | null, settingsError: unknown): Promise<void> {
  const { helsefellesskap, store, speaker, events } = parts;
  if (due === null) return;
  const { occurrence, late } = due;
  const { period } = occurrence;
  if ((await store.runs.outcome({ helsefellesskap, job: job.name, period })) !== null) return;
  try {
    if (settingsError !== null) throw settingsError;
    const delivery = await speaker.run(job, occurrence, { asked: false, late, patienceMs: PATIENCE_MS }, 0);
    events.jobRan(job.name, period, late, delivery);
    if (delivery === null) return;
    await speaker.troubleEnds(failureKey(job));
    await speaker.troubleEnds(unreadable(job));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    events.jobFailed(job.name, error);
    if (error instanceof WorkbookError) await speaker.troubleBegins(unreadable(job), unreadableFacts(job, error));
    else await speaker.troubleBegins(failureKey(job), { job: job.name, title: job.title, message: '' });
  }
}

/** Notes what was not said in time. However many times a job was missed, people are told once. */
async function noteMissed(
  { helsefellesskap, store, speaker, time, events }: RoundParts,
  job: Job,
  over: readonly Occurrence[],
): Promise<void> {
  const missed: string[] = [];
  for (const { period } of over) {
    const run = { helsefellesskap, job: job.name, period };
    if ((await store.runs.outcome(run)) === null) missed.push(period);
  }
  const [first, last] = [missed[0], missed.at(-1)];
  if (first === undefined || last === undefined) return;
  events.jobMissed(job.name, missed);
  // What nobody has let go would not have been said anyway.
  if (await isReleased(store.notes, helsefellesskap, job)) {
    const facts = { job: job.name, title: job.title, first, last, count: String(missed.length) };
    await speaker.troubleBegins(`glemt:${job.name}:${last}`, facts);
  }
  for (const period of missed) await store.runs.note({ helsefellesskap, job: job.name, period }, 'missed', time.now());
}

function failureKey({ name }: Job): string {
  return `jobb:${name}`;
}
