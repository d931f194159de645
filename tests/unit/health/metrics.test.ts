import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { NotPosted } from '#src/delivery/poster.ts';
import { createMetrics, type MetricSources } from '#src/health/metrics.ts';
import { speakerEvents } from '#src/health/speaker-log.ts';
import { never, timeThatIsUp, timeThatNeverComes } from './time.ts';

const sources: MetricSources = {
  outboxRows: async () => ({ planned: 2, sent: 40 }),
  openTroubles: async () => 1,
  figuresAgeSeconds: async () => ({ handlingsplan: 12 }),
};

describe('the metrics', () => {
  it('tell what is waiting, what is wrong and how old the figures are, as it is when they are read', async () => {
    const lines = await read(createMetrics(sources, timeThatNeverComes));

    expect(lines).toEqual(
      expect.arrayContaining([
        'samhandlingsbot_outbox_rows{status="planned"} 2',
        'samhandlingsbot_outbox_rows{status="sending"} 0',
        'samhandlingsbot_outbox_rows{status="sent"} 40',
        'samhandlingsbot_troubles_open 1',
        'samhandlingsbot_figures_age_seconds{workbook="handlingsplan"} 12',
      ]),
    );
  });

  it.each([
    ['fails', () => Promise.reject(new Error('borte')), timeThatNeverComes],
    ['hangs', () => never, timeThatIsUp],
  ])('leave out a source that %s, and tell the rest', async (_, broken, time) => {
    const metrics = createMetrics({ outboxRows: broken, openTroubles: broken, figuresAgeSeconds: broken }, time);
    metrics.jobRan('ukesstatus', 'done');
    const lines = await read(metrics);

    expect(lines.filter((line) => /^samhandlingsbot_(outbox|troubles|figures)/.test(line))).toEqual([]);
    expect(lines).toContain('samhandlingsbot_job_runs_total{job="ukesstatus",outcome="done"} 1');
  });

  it('count jobs, trouble with the state and the last heartbeat', async () => {
    const metrics = createMetrics(sources, timeThatNeverComes);
    expect(await read(metrics)).not.toContainEqual(expect.stringMatching(/^samhandlingsbot_heartbeat/));
    metrics.jobRan('paaminnelser', 'preview');
    metrics.jobRan('paaminnelser', 'done');
    metrics.storeFailed('full');
    metrics.heartbeat(1_717_394_400_000);

    expect(await read(metrics)).toEqual(
      expect.arrayContaining([
        'samhandlingsbot_job_runs_total{job="paaminnelser",outcome="preview"} 1',
        'samhandlingsbot_job_runs_total{job="paaminnelser",outcome="done"} 1',
        'samhandlingsbot_store_errors_total{trouble="full"} 1',
        'samhandlingsbot_heartbeat_timestamp_seconds 1717394400',
      ]),
    );
  });

  it('tell of the process, too', async () => {
    expect(await read(createMetrics(sources, timeThatNeverComes))).toContainEqual(
      expect.stringMatching(/^process_resident_memory_bytes \d+/),
    );
  });

  it('are each bot’s own', async () => {
    createMetrics(sources, timeThatNeverComes).rateLimited();

    expect(await read(createMetrics(sources, timeThatNeverComes))).toContain('samhandlingsbot_rate_limited_total 0');
  });
});

describe('what delivery does', () => {
  it('is counted by what became of it, and names nobody', async () => {
    const metrics = createMetrics(sources, timeThatNeverComes);
    const events = speakerEvents(pino({ level: 'silent' }), metrics);
    const key = 'lillevik:paaminnelser:2024-06-03:Kompetansegruppen';
    events.posted(key, 240);
    events.posted(key, 1200);
    events.found(key);
    events.notPosted(key, new NotPosted('refused', 'ratelimited', 'Slack ba meg vente litt.', { retryAfterMs: 1000 }));
    events.notPosted(key, new NotPosted('final', 'is_archived', 'Kanalen er arkivert.'));
    events.closed(key, 'failed');
    events.trouble('mottaker:Kompetansegruppen', 'began');
    const lines = await read(metrics);

    expect(lines).toEqual(
      expect.arrayContaining([
        'samhandlingsbot_posts_total{result="sent"} 2',
        'samhandlingsbot_posts_total{result="found"} 1',
        'samhandlingsbot_posts_total{result="refused"} 1',
        'samhandlingsbot_posts_total{result="final"} 1',
        'samhandlingsbot_posts_total{result="uncertain"} 0',
        'samhandlingsbot_posts_closed_total{why="failed"} 1',
        'samhandlingsbot_rate_limited_total 1',
        'samhandlingsbot_post_duration_seconds_bucket{le="0.25"} 1',
        'samhandlingsbot_post_duration_seconds_count 2',
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/Kompetansegruppen|lillevik/);
  });
});

async function read(metrics: ReturnType<typeof createMetrics>): Promise<readonly string[]> {
  return (await metrics.read()).text.split('\n');
}
