import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Day, momentAt, momentInOslo } from '#src/domain/day.ts';
import type { Job } from '#src/features/feature.ts';
import { jobFailure } from '#src/schedule/job-failure.ts';
import { runJobs } from '#src/schedule/run-jobs.ts';
import { schedule } from '#src/schedule/schedule.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';

function aJob(name: string): Job {
  return { name, needs: [], uses: [], outgoing: () => [] };
}

const jobs = [aJob('ukesstatus'), aJob('paaminnelser')];

describe('a round of jobs', () => {
  async function roundOn(day: string, failing = '') {
    const ran: string[] = [];
    const failed: string[] = [];
    await runJobs(jobs, momentInOslo(day as Day, 8 * 60), {
      run: async ({ name }) => {
        if (name === failing) throw new Error('i stykker');
        ran.push(name);
      },
      failed: async ({ name }) => void failed.push(name),
    });
    return { ran, failed };
  }

  it('runs every job in order', async () => {
    expect(await roundOn('2024-06-03')).toEqual({ ran: ['ukesstatus', 'paaminnelser'], failed: [] });
  });

  it.each([
    ['2024-04-01', 'andre påskedag'],
    ['2024-05-17', '17. mai'],
    ['2024-06-01', 'lørdag'],
  ])('is silent on %s, %s', async (day) => {
    expect(await roundOn(day)).toEqual({ ran: [], failed: [] });
  });

  it('goes on after a job that fails', async () => {
    expect(await roundOn('2024-06-03', 'ukesstatus')).toEqual({ ran: ['paaminnelser'], failed: ['ukesstatus'] });
  });
});

describe('the schedule', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Lets a number of days go by from midnight in Oslo, and tells when there was a round. */
  async function roundsFrom(day: string, days: number): Promise<readonly string[]> {
    vi.setSystemTime(momentInOslo(day as Day).ms);
    const rounds: string[] = [];
    const stop = schedule(async () => [aJob('ukesstatus')], {
      now: () => momentAt(Date.now()),
      run: async (_, now) => void rounds.push(`${now.day} ${now.minutes / 60}`),
      failed: async () => undefined,
    });
    await vi.advanceTimersByTimeAsync(days * 24 * 3_600_000);
    await stop();
    return rounds;
  }

  it('is 08:00 on working days', async () => {
    expect(await roundsFrom('2024-05-30', 5)).toEqual(['2024-05-30 8', '2024-05-31 8', '2024-06-03 8']);
  });

  it('keeps to clocks in Oslo over the change to summer time, and rests through Easter', async () => {
    expect(await roundsFrom('2024-03-27', 7)).toEqual(['2024-03-27 8', '2024-04-02 8']);
  });

  it('has no rounds after it is stopped', async () => {
    const rounds = await roundsFrom('2024-05-30', 1);

    await vi.advanceTimersByTimeAsync(48 * 3_600_000);

    expect(rounds).toEqual(['2024-05-30 8']);
  });
});

describe('a job that could not be run', () => {
  it.each([
    [new WorkbookError('no-access', 'Arket er ikke delt med meg.'), 'Arket er ikke delt med meg.'],
    [new Error('intern detalj'), 'Noe gikk galt hos meg. Feilen er logget.'],
  ])('is told with what can be done', (error, reason) => {
    expect(jobFailure(aJob('ukesstatus'), error).text).toBe(`Jeg fikk ikke kjørt «ukesstatus». ${reason}`);
  });
});
