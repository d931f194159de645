import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { NOTICE_PATH, type NoticeBoard, noticeBoard } from '#src/workbook/change-notices.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import { type StandInGoogle, startGoogle } from '../support/google/google.ts';
import { aSlack, startWholeBot } from '../support/whole-bot.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const tab = (text: string) => ({
  name: 'Handlingsplan',
  rows: [
    ['Nr', 'Tiltak', 'Tidsrom'],
    ['1.1', text, '1.12.24'],
  ],
});

let google: StandInGoogle;
beforeEach(async () => {
  google = await startGoogle({ spreadsheets: { [ID]: { title: 'Plan', tabs: [tab('Mandat')] } } });
});
const boards: NoticeBoard[] = [];
afterEach(async () => {
  for (const board of boards.splice(0)) await board.stop();
  await google.close();
});

const calls = (call: string) => google.requests.filter((request) => request.call === call);

describe.each(['socket', 'http'] as const)('a bot with a public address, met by %s', (kind) => {
  test('sees a change at once when Google calls, though it would not have looked for an hour', async () => {
    const port = await freePort();
    const env = {
      HANDLINGSPLAN: ID,
      GOOGLE_API_ROOT: google.root,
      GOOGLE_APPLICATION_CREDENTIALS: google.keyFile,
      POLL_SECONDS: '3600',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    const bot = await startWholeBot(env, '2024-06-03T09:00', { kind, slack: await aSlack(), port });
    bot.follow();
    expect((await bot.ask('/tiltak', '1.1')).text).toContain('Mandat');
    await vi.waitFor(() => expect(calls('drive.files.watch')).toHaveLength(1));
    await google.notified();

    google.edit(ID, [tab('Nytt mandat')]);
    await google.notified();

    await vi.waitFor(async () => expect((await bot.ask('/tiltak', '1.1')).text).toContain('Nytt mandat'));
    await bot.stop();
    expect(calls('drive.channels.stop')).toHaveLength(1);
  });

  test('a call that is not from Google makes it do nothing, and tells nothing', async () => {
    const port = await freePort();
    const env = { HANDLINGSPLAN: ID, GOOGLE_API_ROOT: google.root, GOOGLE_APPLICATION_CREDENTIALS: google.keyFile };
    const bot = await startWholeBot({ ...env, PUBLIC_URL: `http://127.0.0.1:${port}` }, null, { kind, port });
    const url = `${bot.origin}${NOTICE_PATH}`;
    const headers = {
      'x-goog-channel-id': 'en-annen',
      'x-goog-channel-token': 'gjettet',
      'x-goog-resource-state': 'update',
    };

    expect((await fetch(url, { method: 'POST', headers })).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
    expect(calls('drive.files.get')).toEqual([]);
  });

  test('without a public address there is nothing to call', async () => {
    const bot = await startWholeBot({ HANDLINGSPLAN: ID, GOOGLE_API_ROOT: google.root }, null, { kind });

    expect((await fetch(`${bot.origin}${NOTICE_PATH}`, { method: 'POST' })).status).toBe(404);
  });
});

describe('the agreement with Google', () => {
  /** A board that sleeps until it is woken, and what it has heard. */
  function aBoard() {
    const sleepers: { readonly ms: number; readonly wake: () => void }[] = [];
    const time = {
      now: Date.now,
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((wake) => {
          sleepers.push({ ms, wake });
          signal?.addEventListener('abort', () => wake());
        }),
    };
    const troubles: unknown[] = [];
    const board = noticeBoard({
      publicUrl: google.root,
      time,
      onTrouble: (error) => troubles.push(error),
    });
    boards.push(board);
    const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'read' });
    const news: number[] = [];
    board.follow(openGoogleWorkbook({ spreadsheetId: ID, connection }), () => void news.push(1));
    return { board, troubles, news, sleepers };
  }

  const channels = () =>
    calls('drive.files.watch').map(({ body }) => body as { readonly id: string; readonly token: string });

  test('carries a secret, and whoever does not know it is not heard', async () => {
    const { board, news, sleepers } = aBoard();
    await vi.waitFor(() => expect(sleepers).toHaveLength(1));
    const [channel = { id: '', token: '' }] = channels();

    expect(board.take(channel.id, channel.token, 'sync')).toBe(true);
    expect(news).toEqual([]);
    expect(board.take(channel.id, `${channel.token}x`, 'update')).toBe(false);
    expect(board.take(channel.id, channel.token, 'update')).toBe(true);
    expect(news).toHaveLength(1);
    expect(channel.token.length).toBeGreaterThan(20);
  });

  test('is renewed before it runs out, and the old one is let go of', async () => {
    const { board, sleepers } = aBoard();
    await vi.waitFor(() => expect(sleepers).toHaveLength(1));
    expect(sleepers[0]?.ms).toBeLessThan(24 * 3_600_000);
    sleepers[0]?.wake();
    await vi.waitFor(() => expect(sleepers).toHaveLength(2));

    const [old = { id: '', token: '' }, fresh = { id: '', token: '' }] = channels();
    expect(board.take(old.id, old.token, 'update')).toBe(false);
    expect(board.take(fresh.id, fresh.token, 'update')).toBe(true);
    expect(calls('drive.channels.stop')).toHaveLength(1);
  });

  test('that Google will not make is no trouble for anybody, and is tried again', async () => {
    google.fail({ kind: 'api-disabled' }, { on: 'drive.files.watch' });
    const { troubles, sleepers } = aBoard();
    await vi.waitFor(() => expect(sleepers).toHaveLength(1));
    sleepers[0]?.wake();
    await vi.waitFor(() => expect(sleepers).toHaveLength(2));

    expect(troubles).toHaveLength(1);
    expect(channels()).toHaveLength(2);
  });
});

test('its end is told in milliseconds, a day from now at the most', async () => {
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'read' });
  const workbook = openGoogleWorkbook({ spreadsheetId: ID, connection });
  const notices = await workbook.notices?.(`${google.root}google/endringer`);
  await sleep(1);

  expect(notices?.expiresAt).toBeGreaterThan(momentAt(Date.now()).ms);
  expect(notices?.expiresAt).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000);
});

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
