import type { HomeView, ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boltLogger } from '#src/slack/logger.ts';
import { startEmulated } from '../support/slack/emulated.ts';
import { startSlack } from '../support/slack/slack.ts';
import { ASKER, ASKER_EMAIL, BOT_TOKEN } from '../support/slack/workspace.ts';
import { silentLog } from '../support/slack-bot.ts';

/**
 * What the bot relies on in Slack, asked with Slack's own client of two stand-ins that were made apart from each other:
 * ours, and npm `emulate`.
 */
const SCOPES = [
  ...['chat:write', 'channels:read', 'channels:history', 'groups:read', 'im:read', 'im:write', 'im:history'],
  ...['users:read', 'users:read.email', 'files:write'],
];

/** Where emulate does otherwise than Slack. These fail there, and a test tells when one no longer does. */
const EMULATE_DIFFERS: Readonly<Record<string, string>> = {
  'does not know a token that is not its own': 'takes every token in place of the first',
  'leaves out what is not newer than oldest, unless inclusive': 'does not read oldest, latest and inclusive',
  'tells only the type of metadata unless it is asked for all': 'tells all of it always',
  'does not find a thread that is not there': 'answers with no messages',
  'puts an answer to a message that is gone in the conversation': 'keeps it in the thread that is not there',
  'refuses blocks it does not know, and says where': 'does not check blocks',
  'refuses a modal without a title': 'does not check views in full',
  'answers a method it does not know': 'answers 404',
};

interface Stood {
  readonly apiUrl: string;
  stop(): Promise<void>;
}

const slacks: readonly (readonly [name: string, start: () => Promise<Stood>, differs: typeof EMULATE_DIFFERS])[] = [
  ['our stand-in', ours, {}],
  ['emulate', () => startEmulated(SCOPES), EMULATE_DIFFERS],
];

async function ours(): Promise<Stood> {
  const slack = await startSlack();
  slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: SCOPES });
  return slack;
}

describe.each(slacks)('%s', (_name, start, differs) => {
  function check(promise: string, test: () => Promise<void>): void {
    const reason = differs[promise];
    if (reason === undefined) it(promise, test);
    else it.fails(`${promise} (${reason})`, test);
  }

  async function aClient(token: string = BOT_TOKEN): Promise<WebClient> {
    const { apiUrl, stop } = await start();
    onTestFinished(() => stop());
    const logger = boltLogger(silentLog);
    return new WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger });
  }

  async function aChannel(client: WebClient): Promise<string> {
    const { channels = [] } = await client.conversations.list();
    return channels.find(({ name }) => name === 'samhandling')?.id ?? '';
  }

  async function aConversation() {
    const client = await aClient();
    const channel = await aChannel(client);
    const post = async (text: string, more = {}) =>
      (await client.chat.postMessage({ channel, text, ...more })).ts ?? '';
    return { client, channel, post };
  }

  check('says who a token belongs to', async () => {
    const client = await aClient();

    expect(await client.auth.test()).toMatchObject({ ok: true, user_id: expect.stringMatching(/^U/) });
  });

  check('does not know a token that is not its own', async () => {
    const client = await aClient('xoxb-en-annen');

    await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  check('answers a method it does not know', async () => {
    const client = await aClient();

    await expect(client.apiCall('chat.shout')).rejects.toMatchObject({ data: { error: 'unknown_method' } });
  });

  check('gives each message a name of its own, in the order they came', async () => {
    const { post } = await aConversation();

    const names = [await post('en'), await post('to'), await post('tre')];

    expect(new Set(names).size).toBe(3);
    expect(names.toSorted()).toEqual(names);
    expect(names[0]).toMatch(/^\d{10}\.\d{6}$/);
  });

  check('shows a conversation newest first, with metadata, and threads for themselves', async () => {
    const { client, channel, post } = await aConversation();
    const metadata = { event_type: 'samhandlingsbot', event_payload: { key: 'prove:1' } };
    const head = await post('hode', { metadata });
    await post('svar', { thread_ts: head, metadata });
    await post('sist');

    const history = await client.conversations.history({ channel, include_all_metadata: true });
    const thread = await client.conversations.replies({ channel, ts: head, include_all_metadata: true });

    expect(history.messages).toMatchObject([{ text: 'sist' }, { text: 'hode', metadata }]);
    expect(history.messages?.[1]?.reply_count).toBe(1);
    expect(thread.messages).toMatchObject([{ text: 'hode' }, { text: 'svar', thread_ts: head, metadata }]);
  });

  check('tells only the type of metadata unless it is asked for all', async () => {
    const { client, channel, post } = await aConversation();
    await post('en', { metadata: { event_type: 'samhandlingsbot', event_payload: { key: 'prove:1' } } });

    const { messages } = await client.conversations.history({ channel });

    expect(messages?.[0]?.metadata).toEqual({ event_type: 'samhandlingsbot' });
  });

  check('leaves out what is not newer than oldest, unless inclusive', async () => {
    const { client, channel, post } = await aConversation();
    const oldest = await post('en');
    await post('to');

    const newer = await client.conversations.history({ channel, oldest });
    const both = await client.conversations.history({ channel, oldest, inclusive: true });

    expect(newer.messages?.map(({ text }) => text)).toEqual(['to']);
    expect(both.messages).toHaveLength(2);
  });

  check('gives a long conversation page by page', async () => {
    const { client, channel, post } = await aConversation();
    for (const text of ['en', 'to', 'tre']) await post(text);

    const first = await client.conversations.history({ channel, limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel, limit: 2, cursor });

    expect(first.messages?.map(({ text }) => text)).toEqual(['tre', 'to']);
    expect(first.has_more).toBe(true);
    expect(second.messages?.map(({ text }) => text)).toEqual(['en']);
    expect(second.has_more).toBe(false);
  });

  check('does not find a thread that is not there', async () => {
    const { client, channel } = await aConversation();

    const asked = client.conversations.replies({ channel, ts: '1.000001' });

    await expect(asked).rejects.toMatchObject({ data: { error: 'thread_not_found' } });
  });

  check('puts an answer to a message that is gone in the conversation', async () => {
    const { client, channel, post } = await aConversation();
    await post('svar', { thread_ts: '1.000001' });

    const { messages } = await client.conversations.history({ channel });

    expect(messages).toHaveLength(1);
  });

  check('changes a message and takes it away', async () => {
    const { client, channel, post } = await aConversation();
    const ts = await post('før');

    await client.chat.update({ channel, ts, text: 'etter' });
    expect((await client.conversations.history({ channel })).messages?.[0]?.text).toBe('etter');
    await client.chat.delete({ channel, ts });

    expect((await client.conversations.history({ channel })).messages).toEqual([]);
    const again = client.chat.update({ channel, ts, text: 'igjen' });
    await expect(again).rejects.toMatchObject({ data: { error: 'message_not_found' } });
  });

  check('finds a person by e-mail, and opens one conversation with each', async () => {
    const client = await aClient();
    const { user } = await client.users.lookupByEmail({ email: ASKER_EMAIL });
    const users = user?.id ?? '';

    const { channel } = await client.conversations.open({ users });
    const posted = await client.chat.postMessage({ channel: users, text: 'hei' });

    expect(posted.channel).toBe(channel?.id);
    expect(channel?.id).toMatch(/^D/);
    expect((await client.conversations.open({ users })).channel?.id).toBe(channel?.id);
    expect((await client.users.info({ user: users })).user).toMatchObject({ id: users, deleted: false });
  });

  check('does not find a person it does not know', async () => {
    const client = await aClient();
    const nobody = { data: { error: 'users_not_found' } };

    await expect(client.users.lookupByEmail({ email: 'ingen@prove.example' })).rejects.toMatchObject(nobody);
    await expect(client.users.info({ user: 'U0INGEN' })).rejects.toMatchObject({ data: { error: 'user_not_found' } });
  });

  check('refuses an unknown channel, and a message that says nothing', async () => {
    const { client, channel } = await aConversation();
    const unknown = client.chat.postMessage({ channel: 'C0UKJENT', text: 'hei' });

    await expect(unknown).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
    const empty = client.chat.postMessage({ channel, text: '' });
    await expect(empty).rejects.toMatchObject({ data: { error: 'no_text' } });
  });

  check('refuses blocks it does not know, and says where', async () => {
    const { client, channel } = await aConversation();
    const blocks = [{ type: 'tabell' }];

    await expect(client.chat.postMessage({ channel, text: 'hei', blocks })).rejects.toMatchObject({
      data: { error: 'invalid_blocks', errors: ['unsupported type: tabell [json-pointer:/blocks/0/type]'] },
    });
  });

  check('shares a file in a thread', async () => {
    const { client, channel, post } = await aConversation();
    const thread_ts = await post('hode');

    const file = { filename: 'graf.txt', content: 'abc', title: 'Graf' };
    await client.filesUploadV2({ channel_id: channel, thread_ts, initial_comment: 'Se grafen', ...file });

    const { messages = [] } = await client.conversations.replies({ channel, ts: thread_ts });
    expect(messages.at(-1)).toMatchObject({ text: 'Se grafen', files: [{ id: expect.stringMatching(/^F/) }] });
  });

  check('opens no modal without a trigger', async () => {
    const client = await aClient();
    const view: ModalView = { type: 'modal', title: words('Velg'), blocks: [{ type: 'divider' }] };

    const opened = client.views.open({ trigger_id: 'x', view });

    await expect(opened).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } });
  });

  check('refuses a modal without a title', async () => {
    const client = await aClient();
    const asked = client.apiCall('views.open', { trigger_id: 'x', view: { type: 'modal', blocks: [] } });

    await expect(asked).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
  });

  check('shows a Home tab', async () => {
    const client = await aClient();
    const { user } = await client.users.lookupByEmail({ email: ASKER_EMAIL });
    const view: HomeView = { type: 'home', blocks: [{ type: 'section', text: words('Hei') }] };

    const { view: shown } = await client.views.publish({ user_id: user?.id ?? ASKER, view });

    expect(shown).toMatchObject({ type: 'home', blocks: [{ type: 'section' }] });
  });
});

function words(text: string) {
  return { type: 'plain_text', text } as const;
}
