import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusalOf } from '../support/google/clients.ts';
import { listen } from '../support/google/http.ts';
import { ID, sceneWith } from '../support/google/scene.ts';

const plan = { name: 'Plan', rows: [['b'], ['a']] };
const on = { fileId: ID };
const fields = 'version,modifiedTime';

type Scene = Awaited<ReturnType<typeof sceneWith>>;

describe('the version', () => {
  it.each<[string, (scene: Scene) => unknown]>([
    ['a person types', ({ ola }) => ola.type('A1', 'ny')],
    ['a person sorts', ({ ola }) => ola.sort('Plan', 0, 0)],
    ['a person puts on a note', ({ ola }) => ola.note('A1', 'Ring')],
    ['the bot changes the sheet', ({ update }) => update([{ addSheet: {} }])],
    [
      'the bot writes values',
      ({ sheets }) =>
        sheets.spreadsheets.values.append({
          spreadsheetId: ID,
          range: 'Plan',
          valueInputOption: 'RAW',
          requestBody: { values: [['c']] },
        }),
    ],
    ['somebody shares it anew', ({ google }) => google.share(ID, 'reader')],
  ])('rises when %s, also when the clock stands still', async (_what, happens) => {
    const scene = await sceneWith([plan], { now: () => 0 });
    const look = async () => (await scene.drive.files.get({ ...on, fields })).data;
    const before = await look();
    await happens(scene);
    const after = await look();

    expect(Number(after.version)).toBe(Number(before.version) + 1);
    expect(Date.parse(after.modifiedTime ?? '')).toBeGreaterThan(Date.parse(before.modifiedTime ?? ''));
  });

  it('may be told of late', async () => {
    let now = 0;
    const { drive, ola } = await sceneWith([plan], { now: () => now, driveLagMs: 20_000 });
    const look = async () => (await drive.files.get({ ...on, fields })).data.version;
    now = 60_000;
    ola.type('A1', 'ny');

    now = 79_000;
    expect(await look()).toBe('1');
    now = 80_000;
    expect(await look()).toBe('2');
  });

  it('stays when a request is refused', async () => {
    const { drive, update } = await sceneWith([plan]);
    const before = (await drive.files.get({ ...on, fields })).data;
    await refusalOf(update([{ addSheet: {} }, { deleteSheet: { sheetId: 7 } }]));

    expect((await drive.files.get({ ...on, fields })).data).toEqual(before);
  });
});

describe('push', () => {
  async function listener() {
    const heard: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      heard.push(request.headers);
      response.end();
    });
    const address = `${await listen(server)}google`;
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    return { heard, channel: { id: 'kanal-1', type: 'web_hook', address, token: 'hemmelig' } };
  }

  it('tells that it has begun, and then of each change', async () => {
    const { google, drive, ola } = await sceneWith([plan]);
    const { heard, channel } = await listener();

    const { data } = await drive.files.watch({ ...on, requestBody: channel });
    await google.notified();
    ola.type('A1', 'ny');
    await google.notified();

    expect(data).toMatchObject({ kind: 'api#channel', id: 'kanal-1', resourceId: expect.any(String) });
    expect(heard).toMatchObject([
      { 'x-goog-channel-id': 'kanal-1', 'x-goog-resource-state': 'sync', 'x-goog-message-number': '1' },
      {
        'x-goog-channel-token': 'hemmelig',
        'x-goog-resource-id': data.resourceId,
        'x-goog-resource-state': 'update',
        'x-goog-message-number': '2',
      },
    ]);
  });

  it('goes on until it is stopped', async () => {
    const { google, drive } = await sceneWith([plan]);
    const { heard, channel } = await listener();
    const { data } = await drive.files.watch({ ...on, requestBody: channel });
    const { id, resourceId } = { id: data.id ?? '', resourceId: data.resourceId ?? '' };

    expect(await refusalOf(drive.channels.stop({ requestBody: { id } }))).toMatchObject({ status: 404 });
    await drive.channels.stop({ requestBody: { id, resourceId } });
    google.notify(ID);
    await google.notified();

    expect(heard).toHaveLength(1);
  });

  it.each([
    ['an hour when nothing is said', undefined, 3_600_000],
    ['as long as is said', '7200000', 7_200_000],
    ['a day at most', '999999999', 86_400_000],
  ])('lasts %s', async (_what, expiration, expected) => {
    const { drive } = await sceneWith([plan], { now: () => 0 });
    const { channel } = await listener();
    const { data } = await drive.files.watch({
      ...on,
      requestBody: { ...channel, ...(expiration ? { expiration } : {}) },
    });

    expect(data.expiration).toBe(String(expected));
  });

  it('is over when its time is', async () => {
    let now = 0;
    const { google, drive } = await sceneWith([plan], { now: () => now });
    const { heard, channel } = await listener();
    await drive.files.watch({ ...on, requestBody: channel });
    now = 3_600_000;
    google.notify(ID);
    await google.notified();

    expect(heard).toHaveLength(1);
  });

  it('is told by hand when a test wants it so', async () => {
    const { google, drive, ola } = await sceneWith([plan], { push: 'by-hand' });
    const { heard, channel } = await listener();
    await drive.files.watch({ ...on, requestBody: channel });
    ola.type('A1', 'ny');
    await google.notified();
    expect(heard).toHaveLength(1);

    google.notify(ID);
    await google.notified();
    expect(heard).toHaveLength(2);
  });

  it.each<[string, object, string]>([
    [
      'an address that is not https',
      { address: 'http://bot.example/google' },
      'WebHook callback must be HTTPS: http://bot.example/google',
    ],
    ['no id', { id: '' }, 'entity.resource.id is required'],
    ['a kind Google has not', { type: 'mail' }, 'Unknown channel type: mail'],
    ['a time that is over', { expiration: '1' }, 'Invalid expiration time.'],
  ])('is refused with %s', async (_what, changes, message) => {
    const { drive } = await sceneWith([plan]);
    const { channel } = await listener();

    expect(await refusalOf(drive.files.watch({ ...on, requestBody: { ...channel, ...changes } }))).toEqual({
      status: 400,
      message,
    });
  });

  it('has one channel to an id', async () => {
    const { drive } = await sceneWith([plan]);
    const { channel } = await listener();
    await drive.files.watch({ ...on, requestBody: channel });

    expect(await refusalOf(drive.files.watch({ ...on, requestBody: channel }))).toMatchObject({
      message: 'Channel id kanal-1 not unique',
    });
  });
});
