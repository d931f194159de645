import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#src/store/open-store.ts';

/** A message of PostgreSQL's protocol: what it is, how long it is, and what it says. */
function message(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const WELCOME = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const GOODBYE = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
);

test('a server that shuts down just as it lets the bot in is away, and ends nothing', async () => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([...WELCOME, GOODBYE])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;

  const opening = openStore({ url: `postgres://bot@127.0.0.1:${port}/bot` });

  await expect(opening).rejects.toMatchObject({ name: 'StoreError', trouble: 'unreachable' });
});
