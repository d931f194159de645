import { describe, expect, it } from 'vitest';
import { section } from '#src/message/message.ts';
import { aSlack } from '../support/slack/caller.ts';
import { ADMIN_CHANNEL, ASKER, BOT_TOKEN, CHANNEL } from '../support/slack/workspace.ts';

/** The other tests are worth no more than this pretend Slack, so what it promises is tested too. */
describe('the Web API', () => {
  it.each([
    ['a method it does not know', 'chat.shout', {}, BOT_TOKEN, 'unknown_method'],
    ['an unknown token', 'auth.test', {}, 'xoxb-annen', 'invalid_auth'],
    ['a token of the wrong kind', 'apps.connections.open', {}, BOT_TOKEN, 'not_allowed_token_type'],
    ['an unknown channel', 'chat.postMessage', { channel: 'C0UKJENT', text: 'hei' }, BOT_TOKEN, 'channel_not_found'],
    ['nothing to say', 'chat.postMessage', { channel: CHANNEL }, BOT_TOKEN, 'no_text'],
    ['a channel that is not named', 'chat.postMessage', { text: 'hei' }, BOT_TOKEN, 'invalid_arguments'],
    ['broken blocks', 'chat.postMessage', { channel: CHANNEL, blocks: '[' }, BOT_TOKEN, 'invalid_blocks_format'],
  ])('refuses %s', async (_, method, args, token, error) => {
    const { call } = await aSlack();

    expect(await call(method, args, token)).toMatchObject({ ok: false, error });
  });

  it('says which scope is missing', async () => {
    const { slack, call } = await aSlack();
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['commands'] });

    expect(await call('chat.postMessage')).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
  });

  it('says where blocks are wrong, as Slack does', async () => {
    const { call } = await aSlack();
    const error = 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]';

    expect(await call('chat.postMessage', { channel: CHANNEL, blocks: [section('x'.repeat(3001))] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [error],
      response_metadata: { messages: [`[ERROR] ${error}`] },
    });
  });
});

describe('who may do what', () => {
  it.each([
    ['reads a channel', 'C0APEN', 'channels:history'],
    ['reads a private channel', 'G0LUKKET', 'groups:history'],
    ['reads a direct conversation', 'D0SPORSMAL', 'im:history'],
  ])('one that %s needs a scope for it', async (_, channel, needed) => {
    const { slack, call } = await aSlack();
    slack.channels.set(channel, { member: true });
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write'] });

    expect(await call('conversations.history', { channel })).toMatchObject({ error: 'missing_scope', needed });
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: [needed] });
    expect(await call('conversations.history', { channel })).toMatchObject({ ok: true, messages: [] });
  });

  it.each([
    ['a channel the bot is not in', { member: false }, 'not_in_channel'],
    ['a private channel the bot is not in', { member: false, kind: 'private' }, 'channel_not_found'],
    ['an archived channel', { member: true, archived: true }, 'is_archived'],
  ] as const)('nothing is posted in %s', async (_, channel, error) => {
    const { slack, call } = await aSlack();
    slack.channels.set('C0ANNEN', channel);

    expect(await call('chat.postMessage', { channel: 'C0ANNEN', text: 'hei' })).toMatchObject({ error });
  });

  it('one who has left is found by id only, and can be written to but not called up', async () => {
    const { slack, call } = await aSlack();
    slack.users.set('U0SLUTTET', { name: 'sluttet', email: 'sluttet@prove.example', deactivated: true });
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write', 'im:write', 'users:read', 'users:read.email'] });

    expect(await call('users.lookupByEmail', { email: 'sluttet@prove.example' })).toMatchObject({ ok: false });
    expect(await call('users.info', { user: 'U0SLUTTET' })).toMatchObject({ user: { deleted: true } });
    expect(await call('conversations.open', { users: 'U0SLUTTET' })).toMatchObject({ error: 'user_disabled' });
    expect(await call('chat.postMessage', { channel: 'U0SLUTTET', text: 'x' })).toMatchObject({ ok: true });
  });

  it('a token’s scopes come along with every answer', async () => {
    const { slack, request } = await aSlack();
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write', 'commands'] });

    expect((await request('auth.test')).headers.get('x-oauth-scopes')).toBe('chat:write,commands');
  });

  it('a user group has members', async () => {
    const { slack, call } = await aSlack();
    slack.userGroups.set('S0GRUPPE', { handle: 'utvalget', users: [ASKER] });
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['usergroups:read'] });

    expect(await call('usergroups.users.list', { usergroup: 'S0GRUPPE' })).toMatchObject({ users: [ASKER] });
    expect(await call('usergroups.users.list', { usergroup: 'S0ANNEN' })).toMatchObject({ error: 'no_such_subteam' });
  });
});

describe('what is said', () => {
  it('is cut at 40 000 characters, with a warning', async () => {
    const { slack, call } = await aSlack();

    const answer = await call('chat.postMessage', { channel: CHANNEL, text: 'x'.repeat(40_001) });

    expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
    expect(slack.posts[0]?.text).toHaveLength(40_000);
  });

  it.each([
    ['{', 'invalid_metadata_format'],
    ['{"key":"prove"}', 'invalid_metadata_schema'],
  ])('cannot carry %s along unseen', async (metadata, error) => {
    const { call } = await aSlack();

    expect(await call('chat.postMessage', { channel: CHANNEL, text: 'hei', metadata })).toMatchObject({ error });
  });

  it('leaves a mark where it was, when it is taken away and has answers', async () => {
    const { slack, call } = await aSlack();
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write', 'channels:history'] });
    const { ts } = await call('chat.postMessage', { channel: CHANNEL, text: 'hode' });
    await call('chat.postMessage', { channel: CHANNEL, text: 'svar', thread_ts: ts });

    await call('chat.delete', { channel: CHANNEL, ts });

    expect(slack.posts.map(({ text }) => text)).toEqual(['svar']);
    expect(await call('conversations.history', { channel: CHANNEL })).toMatchObject({
      messages: [{ subtype: 'tombstone' }],
    });
  });

  it('can be shown to one person alone', async () => {
    const { slack, call } = await aSlack();

    await call('chat.postEphemeral', { channel: CHANNEL, user: ASKER, text: 'bare du' });

    expect(slack.ephemerals).toMatchObject([{ user: ASKER, text: 'bare du' }]);
    expect(slack.posts).toEqual([]);
  });

  it('can be written bit by bit', async () => {
    const { slack, call } = await aSlack();
    const to = { channel: CHANNEL, recipient_user_id: ASKER, recipient_team_id: 'T0PROVE' };
    const { ts } = await call('chat.startStream', { ...to, markdown_text: 'Jeg ' });
    await call('chat.appendStream', { channel: CHANNEL, ts, markdown_text: 'leter' });

    expect(await call('chat.update', { channel: CHANNEL, ts, text: 'x' })).toMatchObject({
      error: 'streaming_state_conflict',
    });
    await call('chat.stopStream', { channel: CHANNEL, ts, markdown_text: '.' });
    expect(slack.posts).toMatchObject([{ text: 'Jeg leter.', streaming: false }]);
    expect(await call('chat.appendStream', { channel: CHANNEL, ts, markdown_text: 'x' })).toMatchObject({ ok: false });
  });

  it('can be counted without being kept', async () => {
    const { slack, call } = await aSlack({ keepPosts: false });
    const metadata = { event_type: 'samhandlingsbot', event_payload: { key: 'prove:1' } };
    const { ts } = await call('chat.postMessage', { channel: CHANNEL, text: 'hode', metadata });
    await call('chat.postMessage', { channel: CHANNEL, text: 'svar', thread_ts: ts, metadata });

    expect(slack.timesSaid).toEqual(new Map([['prove:1', 2]]));
    expect(slack.counted('chat.postMessage')).toEqual({ arrived: 2, committed: 2, answered: 2 });
    expect([slack.posts, slack.calls]).toEqual([[], []]);
  });
});

describe('how often', () => {
  it('a message a second in each channel, by a clock that can be moved', async () => {
    const { slack, request } = await aSlack({ now: () => 1_717_394_400_000 });
    slack.limit('posts');
    const post = (channel: string) => request('chat.postMessage', { channel, text: 'hei' });

    expect((await post(CHANNEL)).status).toBe(200);
    expect((await post(ADMIN_CHANNEL)).status).toBe(200);
    const refused = await post(CHANNEL);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' });
    slack.clock.advance(1000);
    expect((await post(CHANNEL)).status).toBe(200);
  });

  it('a short burst, when it is allowed', async () => {
    const { slack, call } = await aSlack({ now: () => 1_717_394_400_000 });
    slack.limit('posts', 3);

    const answers: unknown[] = [];
    for (let n = 0; n < 4; n += 1) answers.push((await call('chat.postMessage', { channel: CHANNEL, text: 'hei' })).ok);

    expect(answers).toEqual([true, true, true, false]);
  });

  it('as many calls a minute as the method’s tier says', async () => {
    const { slack, request } = await aSlack({ now: () => 1_717_394_400_000 });
    slack.limit('all');
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['users:read'] });

    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await request('users.list')).status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect((await request('users.list')).headers.get('retry-after')).toBe('60');
  });
});
