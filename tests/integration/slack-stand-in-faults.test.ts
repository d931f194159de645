import { describe, expect, it } from 'vitest';
import { aSlack } from '../support/slack/caller.ts';
import { CHANNEL } from '../support/slack/workspace.ts';

const POST = 'chat.postMessage';
const hello = { channel: CHANNEL, text: 'hei' };

describe('when something goes wrong', () => {
  it.each([
    ['the connection breaks first', { kind: 'reset', done: false }, 0],
    ['the connection breaks afterwards', { kind: 'reset', done: true }, 1],
    ['the answer is cut short', { kind: 'cut' }, 1],
  ] as const)('because %s, no answer is to be had', async (_, fault, posted) => {
    const { slack, call } = await aSlack();
    slack.failNext(POST, fault);

    await expect(call(POST, hello)).rejects.toThrow();

    expect(slack.posts).toHaveLength(posted);
    expect(slack.counted(POST)).toEqual({ arrived: 1, committed: posted, answered: 0 });
  });

  it.each([
    [
      'it is unavailable',
      { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
      503,
      'service_unavailable',
      0,
    ],
    ['it posts, and fails all the same', { kind: 'status', status: 502, done: true }, 502, 'service_unavailable', 1],
    ['it has had enough', { kind: 'status', status: 429 }, 429, 'ratelimited', 0],
    ['it says so itself', { kind: 'refusal', error: 'internal_error', done: true }, 200, 'internal_error', 1],
  ] as const)('because %s, the answer says so', async (_, fault, status, error, posted) => {
    const { slack, request } = await aSlack();
    slack.failNext(POST, fault);

    const answer = await request(POST, hello);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ ok: false, error });
    expect(slack.posts).toHaveLength(posted);
  });

  it('it is for the calls it fits, as many times as it says or until it is stopped', async () => {
    const { slack, call } = await aSlack();
    slack.fail({ times: 1, when: ({ text }) => text === 'to', fault: { kind: 'refusal', error: 'fatal_error' } });
    const stop = slack.fail({ method: 'auth.test', fault: { kind: 'refusal', error: 'internal_error' } });

    const said: unknown[] = [];
    for (const text of ['en', 'to', 'to']) said.push((await call(POST, { channel: CHANNEL, text })).ok);

    expect(said).toEqual([true, false, true]);
    expect(await call('auth.test')).toMatchObject({ ok: false });
    stop();
    expect(await call('auth.test')).toMatchObject({ ok: true });
  });
});

describe('what a test can wait for', () => {
  it('is a call that has come and is not carried out', async () => {
    const { slack, call } = await aSlack();
    const gate = Promise.withResolvers<void>();
    slack.failNext(POST, { kind: 'slow', until: gate.promise, done: false });
    const arrived = slack.when('arrived', POST);

    const answer = call(POST, hello);

    expect(await arrived).toMatchObject({ args: hello });
    expect(slack.posts).toEqual([]);
    gate.resolve();
    expect(await answer).toMatchObject({ ok: true });
  });

  it('is a call that is carried out and not answered', async () => {
    const { slack, call } = await aSlack();
    const gate = Promise.withResolvers<void>();
    slack.failNext(POST, { kind: 'slow', until: gate.promise });
    const committed = slack.when('committed', POST);

    const answer = call(POST, hello);
    await committed;

    expect(slack.posts).toHaveLength(1);
    expect(slack.counted(POST)).toEqual({ arrived: 1, committed: 1, answered: 0 });
    gate.resolve();
    expect(await answer).toMatchObject({ ok: true });
  });

  it('is the second of those it names', async () => {
    const { slack, call } = await aSlack();
    const heard: unknown[] = [];
    const stop = slack.on('answered', POST, ({ args }) => heard.push(args.text));
    const second = slack.when('answered', POST, { nth: 2, matching: ({ args }) => args.text !== 'en' });

    for (const text of ['en', 'to', 'tre']) await call(POST, { channel: CHANNEL, text });
    stop();
    await call(POST, hello);

    expect((await second).args.text).toBe('tre');
    expect(heard).toEqual(['en', 'to', 'tre']);
  });
});

describe('when the whole of Slack is gone', () => {
  it('it takes no connections, and comes back as it was', async () => {
    const { slack, call } = await aSlack();
    await call(POST, hello);

    await slack.gone();
    await expect(call(POST, hello)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await slack.back();

    expect(await call(POST, hello)).toMatchObject({ ok: true });
    expect(slack.posts).toHaveLength(2);
  });

  it('or it answers everything with 503', async () => {
    const { slack, request } = await aSlack();

    await slack.gone('unavailable');
    expect((await request(POST, hello)).status).toBe(503);
    await slack.back();

    expect((await request(POST, hello)).status).toBe(200);
  });
});
