import { describe, expect, it, onTestFinished } from 'vitest';
import { createHealth, type HealthParts } from '#src/health/health.ts';
import type { RealTime } from '#src/real-time.ts';
import { createSlackApp, type SlackApp } from '#src/slack/app.ts';
import { startSlack } from '../support/slack/slack.ts';
import { anAnswer, settingsFor, silentLog, typed } from '../support/slack-bot.ts';

const time: RealTime = { now: () => 0, sleep: () => new Promise(() => undefined) };
const sources: HealthParts['sources'] = {
  outboxRows: async () => ({ planned: 1 }),
  openTroubles: async () => 0,
  figuresAgeSeconds: async () => ({}),
};

async function aBot(kind: 'http' | 'socket', checks: HealthParts['checks'] = {}) {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const connected: { app?: SlackApp } = {};
  const slackCheck = async () => connected.app?.isConnected() === true;
  const health = createHealth({ checks: { slack: slackCheck, ...checks }, sources, time, log: silentLog });
  const listeners = { ...typed([]), ask: async () => anAnswer('ubrukt'), log: silentLog };
  const app = createSlackApp(settingsFor(slack, kind), listeners, health.routes);
  connected.app = app;
  const { port } = await app.start();
  onTestFinished(() => app.stop());
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { slack, app, get, metrics: health.metrics };
}

describe.each(['http', 'socket'] as const)('over %s', (kind) => {
  it('says that it is alive and ready, whatever the query, and to HEAD too', async () => {
    const { get } = await aBot(kind, { tilstand: async () => true });

    for (const path of ['/health', '/healthz', '/readyz', '/healthz?fra=vakt', '/readyz?verbose']) {
      const [whole, head] = [await get(path), await get(path, 'HEAD')];
      expect({ path, status: whole.status, head: head.status }).toEqual({ path, status: 200, head: 200 });
      expect(await head.text()).toBe('');
    }
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('names what it is waiting for, and nothing more', async () => {
    const tilstand = () => Promise.reject(new Error('/var/lib/hemmelig.sqlite'));
    const { get } = await aBot(kind, { tilstand, kapasitet: async () => false });

    const answer = await get('/readyz');

    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'not ready', notReady: ['tilstand', 'kapasitet'] });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('gives its figures as Prometheus reads them', async () => {
    const { get, metrics } = await aBot(kind);
    metrics.jobRan('ukesstatus', 'done');

    const answer = await get('/metrics');

    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('samhandlingsbot_job_runs_total{job="ukesstatus",outcome="done"} 1');
    expect(lines).toContain('samhandlingsbot_outbox_rows{status="planned"} 1');
  });

  it.each([
    ['/metrics', 'POST'],
    ['/noe-annet', 'GET'],
    ['/metrics.txt', 'GET'],
  ])('has nothing else to say: %s by %s', async (path, method) => {
    const { get } = await aBot(kind);

    expect((await get(path, method)).status).toBe(404);
  });

  it('is connected from start to stop', async () => {
    const { app } = await aBot(kind);
    expect(app.isConnected()).toBe(true);

    await app.stop();

    expect(app.isConnected()).toBe(false);
  });
});

it('is not ready while Slack has let go of its Socket Mode connection, and is again when it is back', async () => {
  const { slack, get } = await aBot('socket');
  const outage = Promise.withResolvers<void>();
  slack.failNext('apps.connections.open', { kind: 'slow', until: outage.promise });

  slack.disconnect('warning');
  await expect.poll(async () => (await get('/readyz')).json()).toEqual({ status: 'not ready', notReady: ['slack'] });

  outage.resolve();
  await slack.connected(2);
  await expect.poll(async () => (await get('/readyz')).status).toBe(200);
});
