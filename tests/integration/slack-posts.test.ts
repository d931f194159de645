import { describe, expect, it, onTestFinished } from 'vitest';
import type { Place, Poster } from '#src/delivery/poster.ts';
import { type Message, section } from '#src/message/message.ts';
import { createPoster } from '#src/slack/post.ts';
import { type PretendSlack, startSlack } from '../support/slack/slack.ts';
import { ASKER, ASKER_EMAIL, BOT_TOKEN, BOT_USER, CHANNEL } from '../support/slack/workspace.ts';
import { silentLog } from '../support/slack-bot.ts';

const KEY = 'lillevik:ukesstatus:2024-W23:kanalen';
const place: Place = { channel: CHANNEL, threadTs: null, greet: null };

async function aPoster(): Promise<{ readonly slack: PretendSlack; readonly poster: Poster }> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  return { slack, poster: createPoster({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }, silentLog) };
}

function aMessage(text: string): Message {
  return { text, blocks: [section(text)] };
}

function calls(slack: PretendSlack, name: string): number {
  return slack.calls.filter(({ method }) => method === name).length;
}

describe('a message', () => {
  it('is posted with its key, and no previews', async () => {
    const { slack, poster } = await aPoster();

    const posted = await poster.post(place, aMessage('Ukesstatus'), KEY);

    expect(slack.posts).toMatchObject([
      {
        ...posted,
        channel: CHANNEL,
        text: 'Ukesstatus',
        blocks: [section('Ukesstatus')],
        metadata: { event_type: 'samhandlingsbot', event_payload: { key: KEY } },
        thread_ts: null,
        unfurl_links: false,
        unfurl_media: false,
      },
    ]);
  });

  it('is posted in a thread', async () => {
    const { slack, poster } = await aPoster();
    const { ts } = await poster.post(place, aMessage('Ukesstatus'), KEY);

    await poster.post({ ...place, threadTs: ts }, aMessage('detaljer'), `${KEY}:1`);

    expect(slack.posts[1]).toMatchObject({ text: 'detaljer', thread_ts: ts });
  });

  it('calls a user group by name first', async () => {
    const { slack, poster } = await aPoster();

    await poster.post({ ...place, greet: 'S0GRUPPE' }, aMessage('Påminnelse'), KEY);

    expect(slack.posts).toMatchObject([
      { text: '<!subteam^S0GRUPPE> Påminnelse', blocks: [section('<!subteam^S0GRUPPE>'), section('Påminnelse')] },
    ]);
  });

  it('is not posted by one who has lost the right to', async () => {
    const { slack, poster } = await aPoster();
    const right = { held: () => false, lost: new AbortController().signal };

    await expect(poster.post(place, aMessage('en'), KEY, right)).rejects.toMatchObject({ certainty: 'uncertain' });
    expect(slack.posts).toEqual([]);
  });

  it('that is on its way when the right is lost, is called off', async () => {
    const { slack, poster } = await aPoster();
    const lost = new AbortController();
    const answered = Promise.withResolvers<void>();
    onTestFinished(() => answered.resolve());
    slack.failNext('chat.postMessage', { kind: 'slow', until: answered.promise });

    const posting = poster.post(place, aMessage('en'), KEY, { held: () => true, lost: lost.signal });
    await slack.when('arrived', 'chat.postMessage');
    lost.abort();

    await expect(posting).rejects.toMatchObject({ certainty: 'uncertain' });
  });

  it('never carries a birth number', async () => {
    const { slack, poster } = await aPoster();

    await poster.post(place, aMessage('Gjelder 018107 50045'), KEY);

    expect(slack.posts).toMatchObject([{ text: 'Gjelder [fødselsnummer fjernet]' }]);
  });

  it('that is too much for Slack is posted as its text', async () => {
    const { slack, poster } = await aPoster();
    const blocks = Array.from({ length: 51 }, () => section('linje'));

    await poster.post(place, { text: '51 linjer', blocks }, KEY);

    expect(slack.posts).toMatchObject([{ text: '51 linjer', blocks: [] }]);
  });
});

describe('when Slack does not confirm a message, it is said once at most, and what is known is told', () => {
  it.each([
    ['asks for patience', { 'retry-after': '7' }, 7000],
    ['asks for patience without saying how much', {}, 30_000],
    ['asks for patience until a date', { 'retry-after': 'Mon, 03 Jun 2024 06:00:00 GMT' }, 30_000],
  ])('Slack %s', async (_, headers, retryAfterMs) => {
    const { slack, poster } = await aPoster();
    slack.failNext('chat.postMessage', { kind: 'status', status: 429, headers });

    await expect(poster.post(place, aMessage('en'), KEY)).rejects.toMatchObject({
      certainty: 'refused',
      code: 'ratelimited',
      retryAfterMs,
    });
    expect(calls(slack, 'chat.postMessage')).toBe(1);
  });

  it.each([
    ['the bot is not in the channel', 'C0STENGT', 'not_in_channel', '/invite @samhandlingsbot'],
    ['the channel is archived', 'C0GAMMEL', 'is_archived', 'Kanalen er arkivert'],
    ['no channel has that id', 'C0UKJENT', 'channel_not_found', 'Jeg finner ikke kanalen'],
  ])('%s', async (_, channel, code, advice) => {
    const { slack, poster } = await aPoster();
    slack.channels.set('C0STENGT', { member: false });
    slack.channels.set('C0GAMMEL', { member: true, archived: true });

    await expect(poster.post({ ...place, channel }, aMessage('en'), KEY)).rejects.toMatchObject({
      certainty: 'final',
      code,
      message: expect.stringContaining(advice),
    });
  });

  it('the token lacks a scope', async () => {
    const { slack, poster } = await aPoster();
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: [] });

    await expect(poster.post(place, aMessage('en'), KEY)).rejects.toMatchObject({
      certainty: 'final',
      message: expect.stringContaining('tillatelsen chat:write'),
    });
  });

  it('there is no Slack to reach', async () => {
    const { slack, poster } = await aPoster();
    await slack.stop();

    await expect(poster.post(place, aMessage('en'), KEY)).rejects.toMatchObject({
      certainty: 'refused',
      code: 'ECONNREFUSED',
    });
  });

  it.each([
    ['the connection breaks after Slack has posted it', { kind: 'reset', done: true }, 1],
    ['the connection breaks before Slack has read it', { kind: 'reset', done: false }, 0],
    ['the answer breaks off in the middle', { kind: 'cut' }, 1],
    ['Slack answers 503', { kind: 'status', status: 503 }, 0],
    ['Slack says that it failed, and has posted it', { kind: 'refusal', error: 'internal_error', done: true }, 1],
    ['Slack says that it failed, and has not', { kind: 'refusal', error: 'fatal_error' }, 0],
  ] as const)('%s', async (_, fault, posted) => {
    const { slack, poster } = await aPoster();
    slack.failNext('chat.postMessage', fault);

    await expect(poster.post(place, aMessage('en'), KEY)).rejects.toMatchObject({ certainty: 'uncertain' });
    expect(calls(slack, 'chat.postMessage')).toBe(1);
    expect(slack.posts).toHaveLength(posted);
  });
});

describe('looking for a message', () => {
  it('finds the one that was posted, though the answer was lost', async () => {
    const { slack, poster } = await aPoster();
    const since = slack.clock.now();
    slack.failNext('chat.postMessage', { kind: 'reset', done: true });
    await poster.post(place, aMessage('en'), KEY).catch(() => undefined);

    expect(await poster.find(place, KEY, since)).toEqual({ channel: CHANNEL, ts: slack.posts[0]?.ts });
  });

  it('finds nothing when it was not posted', async () => {
    const { slack, poster } = await aPoster();
    await poster.post(place, aMessage('en annen'), `${KEY}:1`);
    const theirs = { event_type: 'en_annen_app', event_payload: { key: KEY } };
    slack.messages.add({ channel: CHANNEL, user: ASKER, text: 'hei', metadata: theirs });

    expect(await poster.find(place, KEY, slack.clock.now())).toBeNull();
  });

  it('finds it in a thread, and not in the channel beside it', async () => {
    const { slack, poster } = await aPoster();
    const since = slack.clock.now();
    const head = await poster.post(place, aMessage('Ukesstatus'), KEY);
    const thread = { channel: CHANNEL, threadTs: head.ts };
    const reply = await poster.post({ ...thread, greet: null }, aMessage('detaljer'), `${KEY}:1`);

    expect(await poster.find(thread, `${KEY}:1`, since)).toEqual(reply);
    expect(await poster.find(place, `${KEY}:1`, since)).toBeNull();
  });

  it.each([
    ['a channel where people have written much since', null],
    ['a long thread', 'thread'],
  ])('finds it in %s', async (_, where) => {
    const { slack, poster } = await aPoster();
    const since = slack.clock.now();
    const head = await poster.post(place, aMessage('Ukesstatus'), 'et annet');
    const threadTs = where === null ? null : head.ts;
    const chatter = () => {
      for (let n = 0; n < 450; n += 1) {
        slack.messages.add({ channel: CHANNEL, user: ASKER, text: `hei ${n}`, thread_ts: threadTs });
      }
    };
    chatter();
    const posted = await poster.post({ ...place, threadTs }, aMessage('en'), KEY);
    chatter();

    expect(await poster.find({ channel: CHANNEL, threadTs }, KEY, since)).toEqual(posted);
    expect(await poster.find({ channel: CHANNEL, threadTs }, 'aldri sagt', since)).toBeNull();
  });

  it('goes no further back than it must, but allows for clocks that differ', async () => {
    const { slack, poster } = await aPoster();
    const posted = await poster.post(place, aMessage('en'), KEY);
    const at = slack.clock.now();

    expect(await poster.find(place, KEY, at + 60_000)).toEqual(posted);
    expect(await poster.find(place, KEY, at + 3_600_000)).toBeNull();
  });

  it('in a thread that is gone finds nothing: no answer can stand there', async () => {
    const { slack, poster } = await aPoster();
    const head = await poster.post(place, aMessage('Ukesstatus'), KEY);
    for (const message of [...slack.posts]) slack.messages.remove(message);

    expect(await poster.find({ channel: CHANNEL, threadTs: head.ts }, `${KEY}:1`, 0)).toBeNull();
  });

  it.each([
    ['Slack asks for patience', { kind: 'status', status: 429, headers: { 'retry-after': '5' } }, 5000],
    ['the connection breaks', { kind: 'reset', done: true }, null],
  ] as const)('says that it does not know when %s', async (_, fault, retryAfterMs) => {
    const { slack, poster } = await aPoster();
    slack.failNext('conversations.history', fault);

    await expect(poster.find(place, KEY, 0)).rejects.toMatchObject({ certainty: 'refused', retryAfterMs });
  });
});

describe('finding somebody', () => {
  it('opens the direct conversation with a person, where the bot can post and look', async () => {
    const { slack, poster } = await aPoster();
    const since = slack.clock.now();

    const channel = await poster.openConversation(ASKER);
    const posted = await poster.post({ ...place, channel }, aMessage('Påminnelse'), KEY);

    expect(posted.channel).toBe(channel);
    expect(await poster.find({ channel, threadTs: null }, KEY, since)).toEqual(posted);
  });

  it.each([
    ['nobody has that id', 'U0UKJENT', 'Rett Slack-id-en i fanen Kontakter'],
    ['the id is the bot’s own', BOT_USER, ''],
  ])('cannot be done for good when %s', async (_, user, advice) => {
    const { poster } = await aPoster();

    await expect(poster.openConversation(user)).rejects.toMatchObject({
      certainty: 'final',
      message: expect.stringContaining(advice),
    });
  });

  it('can be tried again when the connection broke: it says nothing to anyone', async () => {
    const { slack, poster } = await aPoster();
    slack.failNext('conversations.open', { kind: 'reset', done: true });

    await expect(poster.openConversation(ASKER)).rejects.toMatchObject({ certainty: 'refused' });
  });

  it('by e-mail gives the person, or nobody', async () => {
    const { slack, poster } = await aPoster();
    slack.users.set('U0SLUTTET', { name: 'sluttet', email: 'sluttet@prove.example', deactivated: true });

    expect(await poster.userByEmail(ASKER_EMAIL)).toBe(ASKER);
    expect(await poster.userByEmail('ingen@prove.example')).toBeNull();
    expect(await poster.userByEmail('sluttet@prove.example')).toBeNull();
  });

  it('by e-mail says what is missing when it may not, without the address', async () => {
    const { slack, poster } = await aPoster();
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: ['chat:write'] });

    const refusal = await poster.userByEmail(ASKER_EMAIL).catch((error: Error) => error);

    expect(refusal).toMatchObject({ certainty: 'final', message: expect.stringContaining('users:read.email') });
    expect(String(refusal)).not.toContain(ASKER_EMAIL);
  });
});
