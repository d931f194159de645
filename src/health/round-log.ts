import type { Logger } from 'pino';
import type { RoundEvents } from '#src/schedule/round.ts';
import { errorFacts } from '../error-facts.ts';
import type { Metrics } from './metrics.ts';

/** What the rounds do, as log lines and figures. */
export function roundEvents(log: Logger, metrics: Metrics): RoundEvents {
  return {
    jobRan(job, period, late, delivery) {
      if (delivery === null) return log.info({ job, period }, 'another process is speaking');
      metrics.jobRan(job, delivery.failed > 0 ? 'incomplete' : 'done');
      log.info({ job, period, late, ...delivery }, 'job ran');
    },
    jobFailed(job, error) {
      metrics.jobRan(job, 'failed');
      log.error({ job, error: errorFacts(error) }, 'job failed');
    },
    jobMissed(job, periods) {
      metrics.jobRan(job, 'missed');
      log.warn({ job, periods }, 'job missed');
    },
  };
}
