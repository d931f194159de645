import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { RealTime } from '#src/real-time.ts';
import { errorFacts } from '../error-facts.ts';
import { createMetrics, type MetricSources, type Metrics } from './metrics.ts';
import { type ReadyCheck, readiness } from './readiness.ts';
import { type Route, sendJson } from './route.ts';

export interface HealthParts {
  /** What the bot cannot do without, by names that may be shown to anyone who can reach the port. */
  readonly checks: Readonly<Record<string, ReadyCheck>>;
  readonly sources: MetricSources;
  readonly time: RealTime;
  readonly log: Logger;
  /** How long a check may take, in real milliseconds; 2000 when left out. */
  readonly checkWithinMs?: number;
}

export interface Health {
  readonly routes: readonly Route[];
  readonly metrics: Metrics;
}

/**
 * How the bot shows what it is like: `/healthz` (the process is alive), `/readyz` (it can do its work, or what keeps it
 * from that, by name only) and `/metrics` (for Prometheus).
 */
export function createHealth({ checks, sources, time, log, checkWithinMs = 2000 }: HealthParts): Health {
  const metrics = createMetrics(sources, time);
  const notReady = readiness(checks, checkWithinMs, time);

  async function answerReady(response: ServerResponse): Promise<void> {
    const missing = await notReady();
    if (missing.length === 0) return sendJson(response, 200, { status: 'ready' });
    sendJson(response, 503, { status: 'not ready', notReady: missing });
  }

  async function answerMetrics(response: ServerResponse): Promise<void> {
    const { contentType, text } = await metrics.read();
    response.writeHead(200, { 'content-type': contentType }).end(text);
  }

  function route(path: Route['path'], answer: (response: ServerResponse) => Promise<void>): Route {
    return {
      path,
      answer: (_, response) => {
        answer(response).catch((error: unknown) => {
          log.error({ path, error: errorFacts(error) }, 'could not answer');
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      },
    };
  }

  return {
    routes: [
      route('/healthz', async (response) => sendJson(response, 200, { status: 'ok' })),
      route('/readyz', answerReady),
      route('/metrics', answerMetrics),
    ],
    metrics,
  };
}
