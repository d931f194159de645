import type { Moment } from '#src/domain/day.ts';
import { isWorkingDay } from '#src/domain/working-days.ts';
import type { Job } from '#src/features/feature.ts';

/** Lets one job say what it has to say, now. */
export type RunJob = (job: Job, now: Moment) => Promise<void>;

/** Called when a job could not be run; the rest of the jobs run all the same. */
export type JobFailed = (job: Job, error: unknown) => Promise<void>;

/** One round: every job in order, on working days only (public holidays are days off). */
export async function runJobs(
  jobs: readonly Job[],
  now: Moment,
  { run, failed }: { readonly run: RunJob; readonly failed: JobFailed },
): Promise<void> {
  if (!isWorkingDay(now.day)) return;
  for (const job of jobs) {
    try {
      await run(job, now);
    } catch (error) {
      await failed(job, error);
    }
  }
}
