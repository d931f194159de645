import { schedule as startCron } from 'node-cron';
import type { Leases } from '#src/store/store.ts';
import { leaseCoordinator, leaseOf } from './lease-coordinator.ts';

/** The task's name, and so its lease's: all instances of the bot that share a database. */
const NAME = 'runde';
const EVERY_MINUTE = '* * * * *';

/** Longer than clocks differ between instances, and shorter than the minute to the next run. */
const LEASE_MS = 45_000;

/** A machine that was busy or asleep still does the minute's run. */
const TOLERANCE_MS = 50_000;

export interface ScheduleParts {
  readonly leases: Leases;
  /** Names this process in leases: unique to each start of each instance. */
  readonly owner: string;
  /** What is done every minute, by one instance at a time. */
  everyMinute(): Promise<void>;
  readonly events: ScheduleEvents;
}

/** For logs and counters. */
interface ScheduleEvents {
  /** The minute's run was begun and broke off; the next minute begins anew. */
  roundFailed(error: unknown): void;
  /** Nobody could be elected, since the state did not answer. */
  notElected(error: unknown): void;
}

/** Stops it: nothing new is begun, and what is at hand is waited for. */
export interface Schedule {
  stop(): Promise<void>;
}

/**
 * Does something at once and then every minute, one at a time, in one of the instances that share the state.
 *
 * The cron expression runs by UTC, though people's clocks are Oslo's: when a job is due is the domain's to judge
 * (`occurrences.ts`), and by Oslo's clock node-cron leaves out the hour that comes twice in October.
 */
export function startSchedule({ leases, owner, everyMinute, events }: ScheduleParts): Schedule {
  const coordinator = leaseCoordinator(leases, owner, events.notElected);
  let atHand: Promise<void> | null = null;
  let stopped = false;

  /** One at a time, also when the first one is still at it as the minute turns. */
  const run = () => {
    if (stopped) return Promise.resolve();
    atHand ??= everyMinute()
      .catch(events.roundFailed)
      .finally(() => {
        atHand = null;
      });
    return atHand;
  };

  const task = startCron(EVERY_MINUTE, run, {
    name: NAME,
    timezone: 'Etc/UTC',
    noOverlap: true,
    missedExecutionTolerance: TOLERANCE_MS,
    suppressMissedWarning: true,
    distributed: true,
    runCoordinator: coordinator,
    distributedLease: LEASE_MS,
    logger: { info() {}, warn() {}, debug() {}, error: (error) => events.roundFailed(error) },
  });
  const first = Promise.resolve(coordinator.shouldRun(NAME, LEASE_MS)).then((elected) => (elected ? run() : undefined));

  return {
    async stop() {
      stopped = true;
      await task.destroy();
      await first;
      await atHand;
      // Whoever starts next begins at once. What this one has done, it finds done.
      await leases.release(leaseOf(NAME), owner).catch(events.notElected);
    },
  };
}
