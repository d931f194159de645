import type { Certainty } from '#src/delivery/poster.ts';
import { once } from '#src/once.ts';
import type { RealTime } from '#src/real-time.ts';
import type { OutboxStatus } from '#src/store/outbox.ts';
import type { StoreTrouble } from '#src/store/store.ts';

/** What is looked up when somebody reads the metrics. One that fails or takes too long is left out of that reading. */
export interface MetricSources {
  /** How many rows have each status; those without a row may be left out. */
  outboxRows(): Promise<Readonly<Partial<Record<OutboxStatus, number>>>>;
  /** How many troubles are not over. */
  openTroubles(): Promise<number>;
  /** How old the figures of each workbook are, in seconds; those never read are left out. */
  figuresAgeSeconds(): Promise<Readonly<Record<string, number>>>;
}

/** What became of one attempt to say something. */
export type PostResult = 'sent' | 'found' | Certainty;

/**
 * The bot's figures about itself, for Prometheus. Nothing in them names a unit or a person or quotes a cell. What counts
 * them is loaded when the first is noted: to start fast, begin noting when the bot is ready.
 */
export interface Metrics {
  posted(result: PostResult): void;
  /** How long Slack took to confirm a post. */
  postTook(ms: number): void;
  /** A message was closed without being said. */
  postClosed(why: 'withdrawn' | 'expired' | 'failed'): void;
  /** Slack asked for patience (429). */
  rateLimited(): void;
  /** @param outcome such as `done`, `preview`, `missed` or `failed`: one of few */
  jobRan(job: string, outcome: string): void;
  /** The bot is alive and its schedule is kept. Milliseconds since 1970. */
  heartbeat(at: number): void;
  storeFailed(trouble: StoreTrouble): void;
  /** Everything, in the text format that `contentType` names. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Figures of this process and of this bot only: nothing is kept globally. */
export function createMetrics(sources: MetricSources, time: RealTime): Metrics {
  const loaded = once(async () => {
    const { createInstruments } = await import('./instruments.ts');
    return createInstruments(sources, time);
  });
  type Instruments = Awaited<ReturnType<typeof loaded>>;
  const note = (what: (to: Instruments) => void) => void loaded().then(what);

  return {
    posted: (result) => note(({ posts }) => posts.inc({ result })),
    postTook: (ms) => note(({ postDuration }) => postDuration.observe(ms / 1000)),
    postClosed: (why) => note(({ postsClosed }) => postsClosed.inc({ why })),
    rateLimited: () => note(({ rateLimited }) => rateLimited.inc()),
    jobRan: (job, outcome) => note(({ jobRuns }) => jobRuns.inc({ job, outcome })),
    heartbeat: (at) => note(({ heartbeat }) => heartbeat.set(at / 1000)),
    storeFailed: (trouble) => note(({ storeErrors }) => storeErrors.inc({ trouble })),
    async read() {
      const { registry } = await loaded();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
