import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createPoster } from '#src/slack/post.ts';

/** A server that gives every call the same answer. */
async function aPoster(answer: object) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return createPoster({ botToken: 'xoxb-prove', apiUrl }, pino({ level: 'silent' }));
}

const place = { channel: 'C0SAMHANDLING', threadTs: null, greet: null };

it('half a conversation proves nothing about what was said in the other half', async () => {
  const poster = await aPoster({ ok: true, messages: [], has_more: true });

  await expect(poster.find(place, 'nøkkel', 0)).rejects.toMatchObject({ certainty: 'refused', code: 'no_cursor' });
});

it('a message that Slack does not say where stands may stand all the same', async () => {
  const poster = await aPoster({ ok: true });

  await expect(poster.post(place, { text: 'en', blocks: [] }, 'nøkkel')).rejects.toMatchObject({
    certainty: 'uncertain',
  });
});
