import type { Delivery } from '../delivery/speaker.ts';
import { periodNow } from '../domain/occurrences.ts';
import type { Job } from '../features/feature.ts';
import { isLate } from '../schedule/due-jobs.ts';
import type { Speech } from './speech.ts';

/** How long to go on with what Slack does not take, in milliseconds of real time. The next run goes on from there. */
const PATIENCE_MS = 60_000;

/**
 * Runs a job because a person asked for it: for the period that is now, and without a preview. Null when another process
 * goes on speaking for longer than `waitMs`, and when the bot is stopped before anything was done. Throws WorkbookError
 * and StoreError.
 */
export async function runAsked(job: Job, { figures, speaker }: Speech, waitMs: number): Promise<Delivery | null> {
  const { innstillinger } = await figures.modelFor(job);
  const now = figures.clockFor(job)();
  const occurrence = periodNow(job.timetable(innstillinger), now);
  // After its time, somebody else may have said it: a state that was put back does not know.
  const options = { asked: true, late: isLate(occurrence, now), patienceMs: PATIENCE_MS };
  return (await speaker()).run(job, occurrence, options, waitMs);
}
