import type { RunCoordinator } from 'node-cron';
import type { Leases } from '#src/store/store.ts';

/** The time of the run, which node-cron puts behind the task's name: `samhandlingsbot:2024-06-03T06:00:00.000Z`. */
const SLOT = /:\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * Lets exactly one of several instances do each run of a task. Whoever takes the task's lease first does the run; nobody
 * else can for as long as the lease lasts, and it is not given up before that but to stop, so that an instance whose clock is
 * behind does not do the same run again. One lease a task, not one a run, or the table would grow by the minute.
 *
 * With the state in trouble nobody is elected: who cannot remember must not speak.
 * @param inTrouble told of what the state answered
 */
export function leaseCoordinator(leases: Leases, owner: string, inTrouble: (error: unknown) => void): RunCoordinator {
  return {
    async shouldRun(key, ttlMs) {
      try {
        return await leases.acquire(leaseOf(key), owner, ttlMs);
      } catch (error) {
        inTrouble(error);
        return false;
      }
    },
  };
}

/** The lease of a task, by its name or by one of its runs. */
export function leaseOf(key: string): string {
  return `cron:${key.replace(SLOT, '')}`;
}
