import { describe, expect, it, onTestFinished } from 'vitest';
import { createSlackApp } from '#src/slack/app.ts';
import { postSigned, startSlack } from '../support/slack/slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../support/slack/workspace.ts';
import { aCommand, anAnswer, settingsFor, silentLog, startBot, typed } from '../support/slack-bot.ts';

const ask = async () => anAnswer('svar');

describe.each(['http', 'socket'] as const)('over %s', (kind) => {
  it('says that it is alive', async () => {
    const { origin } = await startBot(kind, ask);

    const health = await fetch(`${origin}/health`);

    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'ok' });
    expect((await fetch(`${origin}/noe-annet`)).status).toBe(404);
  });

  it('tries its token once, and not again for every question', async () => {
    const { slack, to } = await startBot(kind, ask);

    await slack.command('/plasser', '', to);
    await slack.command('/plasser', '', to);

    expect(slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
  });

  it('says in one sentence when Slack does not take the bot token', async () => {
    const { app, slack } = await botToStart(kind);
    slack.tokens.delete(BOT_TOKEN);

    await expect(app.start()).rejects.toThrow('Slack godtar ikke SLACK_BOT_TOKEN (invalid_auth)');
  });

  it('says in one sentence when its port is taken', async () => {
    const { origin } = await startBot('http', ask);
    const port = Number(new URL(origin).port);
    const { app } = await botToStart(kind, port);

    await expect(app.start()).rejects.toThrow(`Port ${port} er opptatt`);
  });

  it('can be started and stopped', async () => {
    const { app } = await botToStart(kind);
    const { port, identity } = await app.start();

    await app.stop();

    expect(identity).toMatchObject({ team: 'Prøve', userName: 'samhandlingsbot' });
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  });
});

describe('HTTP', () => {
  it.each([
    ['signed with another secret', { forged: true }, 401],
    ['sent more than five minutes ago', { ageSeconds: 301 }, 401],
    ['sent just under five minutes ago', { ageSeconds: 295 }, 200],
  ])('a request that is %s', async (_, route, status) => {
    const { slack, to } = await startBot('http', ask);

    expect(await slack.send('/plasser', '', { ...to, ...route })).toMatchObject({ status });
  });

  it('proves to Slack that the address is the bot’s', async () => {
    const { origin } = await startBot('http', ask);
    const challenge = { type: 'url_verification', challenge: 'abc' };

    const { ack } = await postSigned(`${origin}/slack/events`, challenge, {}, true);

    expect(JSON.parse(ack)).toEqual({ challenge: 'abc' });
  });
});

describe('Socket Mode', () => {
  it('connects anew when Slack moves the connection', async () => {
    const { slack } = await startBot('socket', ask);

    slack.disconnect('refresh_requested');
    await slack.connected(2);

    expect(await slack.command('/plasser')).toMatchObject({ text: 'svar' });
  });

  it('lives through an outage while it connects anew', async () => {
    const { slack } = await startBot('socket', ask);
    slack.failNext('apps.connections.open', { kind: 'status', status: 503 });
    slack.failNext('apps.connections.open', { kind: 'reset', done: false });

    slack.disconnect('warning');
    await slack.connected(2);

    expect(await slack.command('/plasser')).toMatchObject({ text: 'svar' });
  });

  it.each([
    ['is unknown', () => undefined, 'Slack godtar ikke SLACK_APP_TOKEN (invalid_auth)'],
    ['lacks a scope', () => ({ kind: 'app', scopes: [] }) as const, 'SLACK_APP_TOKEN mangler en tillatelse'],
    ['is a bot token', () => ({ kind: 'bot', scopes: [] }) as const, 'SLACK_APP_TOKEN er en nøkkel av feil slag'],
  ])('says in one sentence when the app token %s', async (_, token, sentence) => {
    const { app, slack } = await botToStart('socket');
    const holder = token();
    if (holder) slack.tokens.set(APP_TOKEN, holder);
    else slack.tokens.delete(APP_TOKEN);

    await expect(app.start()).rejects.toThrow(sentence);
  });
});

it('says in one sentence when Slack cannot be reached', async () => {
  const slack = await startSlack();
  const settings = settingsFor(slack, 'http');
  await slack.stop();
  const app = createSlackApp(settings, { ...typed([aCommand('/plasser')]), ask, log: silentLog });

  await expect(app.start()).rejects.toThrow('Jeg får ikke kontakt med Slack (ECONNREFUSED)');
});

async function botToStart(kind: 'http' | 'socket', port = 0) {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const settings = { ...settingsFor(slack, kind), port };
  const app = createSlackApp(settings, { ...typed([aCommand('/plasser')]), ask, log: silentLog });
  onTestFinished(() => app.stop());
  return { app, slack };
}
