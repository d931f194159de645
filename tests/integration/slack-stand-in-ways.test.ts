import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { aSlack } from '../support/slack/caller.ts';
import { APP_TOKEN, type SlackObject } from '../support/slack/workspace.ts';

it('hands out addresses that can be answered five times', async () => {
  const { slack } = await aSlack();
  const { responseUrl } = await slack.send('/plasser', '', { to: slack.apiUrl });

  const statuses: number[] = [];
  for (let use = 0; use < 6; use += 1) {
    const answer = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"hei"}' };
    statuses.push((await fetch(responseUrl, answer)).status);
  }

  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
});

describe('Socket Mode', () => {
  async function connect(
    slack: Awaited<ReturnType<typeof aSlack>>,
    hear: (said: SlackObject, socket: WebSocket) => void,
  ) {
    const { url } = await slack.call('apps.connections.open', {}, APP_TOKEN);
    const socket = new WebSocket(String(url));
    await new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const said: SlackObject = JSON.parse(String(data));
        if (said.type === 'hello' || said.type === 'disconnect') resolve();
        else hear(said, socket);
      });
    });
    return socket;
  }
  const acknowledge = ({ envelope_id }: SlackObject, socket: WebSocket) => socket.send(JSON.stringify({ envelope_id }));

  it('sends an envelope again when nobody acknowledges it', async () => {
    const stood = await aSlack({ ackWithinMs: 50 });
    const envelopes: SlackObject[] = [];
    await connect(stood, (envelope, socket) => {
      envelopes.push(envelope);
      if (envelopes.length === 2) acknowledge(envelope, socket);
    });

    expect(await stood.slack.send('/plasser')).toMatchObject({ status: 200 });
    expect(envelopes).toMatchObject([{}, { retry_attempt: 1, retry_reason: 'timeout' }]);
    expect(envelopes[0]?.envelope_id).toBe(envelopes[1]?.envelope_id);
  });

  it('gives each envelope to one of several connections, and none to one that is to leave', async () => {
    const stood = await aSlack();
    const heard = [0, 0];
    for (const at of [0, 1]) {
      await connect(stood, (envelope, socket) => {
        heard[at] = (heard[at] ?? 0) + 1;
        acknowledge(envelope, socket);
      });
    }
    for (let n = 0; n < 4; n += 1) await stood.slack.send('/plasser');
    expect(heard).toEqual([2, 2]);

    stood.slack.disconnect('refresh_requested');
    await connect(stood, acknowledge);
    await stood.slack.send('/plasser');
    expect(heard).toEqual([2, 2]);
  });

  it('takes ten connections', async () => {
    const stood = await aSlack();
    for (let n = 0; n < 11; n += 1) await connect(stood, acknowledge);

    expect(stood.slack.connections()).toBe(10);
  });

  it('can deliver the same twice, and out of order', async () => {
    const stood = await aSlack();
    const heard: unknown[] = [];
    await connect(stood, (envelope, socket) => {
      heard.push(((envelope.payload as SlackObject).event as SlackObject).type);
      acknowledge(envelope, socket);
    });

    await stood.slack.event({ type: 'app_home_opened' }, { copies: 2 });
    await stood.slack.eventsOutOfOrder([{ type: 'en' }, { type: 'to' }]);

    expect(heard).toEqual(['app_home_opened', 'app_home_opened', 'to', 'en']);
  });
});

it('sends an event over HTTP again when it is not acknowledged, and says why', async () => {
  const { slack } = await aSlack();
  const heard: unknown[] = [];
  const bot = createServer((request, response) => {
    heard.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
    response.writeHead(heard.length < 3 ? 500 : 200).end();
  });
  onTestFinished(() => void bot.close());
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));

  const status = await slack.event({ type: 'app_home_opened' }, { to: `http://127.0.0.1:${portOf(bot)}/` });

  expect(status).toBe(200);
  expect(heard).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
