import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RealTime } from '#src/real-time.ts';
import type { OutboxStatus } from '#src/store/outbox.ts';
import { inTime } from './in-time.ts';
import type { MetricSources, PostResult } from './metrics.ts';

/** A source that takes longer is left out: whoever reads metrics gives up after ten seconds by default. */
const SOURCE_WITHIN_MS = 3000;

const RESULTS: readonly PostResult[] = ['sent', 'found', 'refused', 'final', 'uncertain'];
const CLOSED = ['withdrawn', 'expired', 'failed'] as const;
const STATUSES: readonly OutboxStatus[] = ['planned', 'sending', 'sent', 'failed', 'withdrawn', 'expired'];

/** The counters and gauges, in a registry of their own, and what is told of the process itself. */
export function createInstruments(sources: MetricSources, time: RealTime) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const posts = new Counter({
    name: 'samhandlingsbot_posts_total',
    help: 'Attempts to say something in Slack, by what became of them.',
    labelNames: ['result'],
    registers,
  });
  const postDuration = new Histogram({
    name: 'samhandlingsbot_post_duration_seconds',
    help: 'Time Slack took to confirm a post.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const postsClosed = new Counter({
    name: 'samhandlingsbot_posts_closed_total',
    help: 'Messages that were closed without being said.',
    labelNames: ['why'],
    registers,
  });
  const rateLimited = new Counter({
    name: 'samhandlingsbot_rate_limited_total',
    help: 'Times Slack asked for patience (HTTP 429).',
    registers,
  });
  const jobRuns = new Counter({
    name: 'samhandlingsbot_job_runs_total',
    help: 'Runs of each job, by outcome.',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const storeErrors = new Counter({
    name: 'samhandlingsbot_store_errors_total',
    help: 'Times the state could not be used, by what was wrong.',
    labelNames: ['trouble'],
    registers,
  });
  const heartbeat = new Gauge({
    name: 'samhandlingsbot_heartbeat_timestamp_seconds',
    help: 'When the schedule last showed that it is alive.',
    registers,
  });
  // A rate can be told only from a series that was there before its first event.
  for (const result of RESULTS) posts.inc({ result }, 0);
  for (const why of CLOSED) postsClosed.inc({ why }, 0);
  // Until the first one there has been none: 0 would be a heartbeat in 1970.
  heartbeat.remove();

  new Gauge({
    name: 'samhandlingsbot_outbox_rows',
    help: 'Posts in the outbox, by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const rows = await inTime(sources.outboxRows, SOURCE_WITHIN_MS, time);
      this.reset();
      if (rows) for (const status of STATUSES) this.set({ status }, rows.value[status] ?? 0);
    },
  });
  new Gauge({
    name: 'samhandlingsbot_troubles_open',
    help: 'Troubles that have begun and are not over.',
    registers,
    async collect() {
      const open = await inTime(sources.openTroubles, SOURCE_WITHIN_MS, time);
      if (open) this.set(open.value);
      else this.remove();
    },
  });
  new Gauge({
    name: 'samhandlingsbot_figures_age_seconds',
    help: 'Time since the figures of each workbook were last known to be current.',
    labelNames: ['workbook'],
    registers,
    async collect() {
      const ages = await inTime(sources.figuresAgeSeconds, SOURCE_WITHIN_MS, time);
      this.reset();
      for (const [workbook, age] of Object.entries(ages?.value ?? {})) this.set({ workbook }, age);
    },
  });

  return { registry, posts, postDuration, postsClosed, rateLimited, jobRuns, storeErrors, heartbeat };
}
