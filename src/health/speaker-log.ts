import type { Logger } from 'pino';
import type { SpeakerEvents } from '#src/delivery/speaker.ts';
import { errorFacts } from '../error-facts.ts';
import type { Metrics } from './metrics.ts';

/** What delivery does, as log lines and figures. The log names jobs, periods and units; the figures name none of them. */
export function speakerEvents(log: Logger, metrics: Metrics): SpeakerEvents {
  return {
    posted(key, tookMs) {
      metrics.posted('sent');
      metrics.postTook(tookMs);
      log.info({ key, tookMs: Math.round(tookMs) }, 'posted');
    },
    found(key) {
      metrics.posted('found');
      log.info({ key }, 'found in the conversation');
    },
    notPosted(key, error) {
      const { certainty, code, retryAfterMs } = error;
      metrics.posted(certainty);
      if (retryAfterMs !== null) {
        metrics.rateLimited();
        log.info({ key, code, retryAfterMs }, 'asked to wait');
        return;
      }
      log.warn({ key, certainty, code, error: errorFacts(error) }, 'not posted');
    },
    closed(key, why) {
      metrics.postClosed(why);
      log.warn({ key, why }, 'closed without being said');
    },
    trouble(key, what) {
      log.warn({ trouble: key }, `trouble ${what}`);
    },
  };
}
