import { schedule as startCron } from 'node-cron';
import type { Moment } from '#src/domain/day.ts';
import type { Job } from '#src/features/feature.ts';
import { type JobFailed, type RunJob, runJobs } from './run-jobs.ts';

/** 08:00, Monday to Friday. */
const MORNINGS = '0 8 * * 1-5';

/** A round that a busy or sleeping machine missed is still begun within this time. */
const TOLERANCE_MS = 10 * 60_000;

export interface Schedule {
  readonly now: () => Moment;
  readonly run: RunJob;
  readonly failed: JobFailed;
}

/**
 * Runs every job at 08:00 in Oslo on working days, one round at a time. Returns what stops it.
 * @param jobs asked for when the hour comes, so that a bot at rest holds nothing it has no use for
 */
export function schedule(jobs: () => Promise<readonly Job[]>, { now, run, failed }: Schedule): () => Promise<void> {
  const task = startCron(MORNINGS, async () => runJobs(await jobs(), now(), { run, failed }), {
    name: 'jobs',
    timezone: 'Europe/Oslo',
    noOverlap: true,
    missedExecutionTolerance: TOLERANCE_MS,
  });
  return async () => {
    await task.destroy();
  };
}
