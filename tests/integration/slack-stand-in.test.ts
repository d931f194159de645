import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { section } from '#src/message/message.ts';
import { startSlack } from '../support/slack.ts';
import { blockProblems, tooLongTogether } from '../support/slack-block-kit.ts';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, type SlackObject } from '../support/slack-workspace.ts';

/** The other tests are worth no more than this pretend Slack, so what it promises is tested too. */
async function aSlack(ackWithinMs?: number) {
  const slack = await startSlack(ackWithinMs);
  onTestFinished(() => slack.stop());
  const call = async (method: string, args: SlackObject = {}, token: string = BOT_TOKEN): Promise<SlackObject> => {
    const response = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    return response.json() as Promise<SlackObject>;
  };
  return { slack, call };
}

describe('the Web API', () => {
  it.each([
    ['a method it does not know', 'chat.shout', {}, BOT_TOKEN, 'unknown_method'],
    ['an unknown token', 'auth.test', {}, 'xoxb-annen', 'invalid_auth'],
    ['a token of the wrong kind', 'apps.connections.open', {}, BOT_TOKEN, 'not_allowed_token_type'],
    ['an unknown channel', 'chat.postMessage', { channel: 'C0UKJENT', text: 'hei' }, BOT_TOKEN, 'channel_not_found'],
    ['nothing to say', 'chat.postMessage', { channel: CHANNEL }, BOT_TOKEN, 'no_text'],
    ['too long a text', 'chat.postMessage', { channel: CHANNEL, text: 'x'.repeat(40_001) }, BOT_TOKEN, 'msg_too_long'],
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

describe('Block Kit', () => {
  const button = (more: SlackObject) => ({ type: 'button', text: { type: 'plain_text', text: 'Vis' }, ...more });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['a block for modals only', [{ type: 'alert', text: { type: 'plain_text', text: 'x' } }]],
    ['an unknown block', [{ type: 'tabell' }]],
    ['an empty text', [section('')]],
    ['a long header', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]],
    ['markup in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['an empty section', [{ type: 'section' }]],
    ['eleven context elements', [{ type: 'context', elements: Array.from({ length: 11 }, () => section('x').text) }]],
    ['a long button value', [{ type: 'actions', elements: [button({ value: 'x'.repeat(2001) })] }]],
    ['an unknown button style', [{ type: 'actions', elements: [button({ style: 'blue' })] }]],
    [
      'the same action twice',
      [{ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }],
    ],
    ['the same block_id twice', [section('a'), section('b')].map((block) => ({ ...block, block_id: 'x' }))],
  ])('refuses %s', (_, blocks) => {
    expect(blockProblems(blocks)).toHaveLength(1);
  });

  it('takes all the text that users have seen Slack take, and no more', () => {
    const blocks = (length: number) => Array.from({ length: 4 }, () => section('x'.repeat(length / 4)));

    expect(tooLongTogether(blocks(9596))).toBe(false);
    expect(tooLongTogether(blocks(9600))).toBe(true);
  });
});

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

it('sends an envelope again when nobody acknowledges it', async () => {
  const { slack, call } = await aSlack(50);
  const { url } = await call('apps.connections.open', {}, APP_TOKEN);
  const envelopes: SlackObject[] = [];
  const socket = new WebSocket(String(url));
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'hello') return;
    envelopes.push(message);
    if (envelopes.length === 2) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload: {} }));
  });

  expect(await slack.send('/plasser')).toMatchObject({ status: 200 });
  expect(envelopes).toMatchObject([{}, { retry_attempt: 1, retry_reason: 'timeout' }]);
  expect(envelopes[0]?.envelope_id).toBe(envelopes[1]?.envelope_id);
});
