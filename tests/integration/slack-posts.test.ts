import { describe, expect, it, onTestFinished } from 'vitest';
import { type Delivery, deliver } from '#src/delivery/deliver.ts';
import type { Outgoing } from '#src/features/feature.ts';
import { section } from '#src/message/message.ts';
import { createPoster } from '#src/slack/post.ts';
import { type PretendSlack, startSlack } from '../support/slack.ts';
import { silentLog } from '../support/slack-bot.ts';
import { ADMIN_CHANNEL, ASKER, BOT_TOKEN, CHANNEL } from '../support/slack-workspace.ts';

interface Mailer {
  readonly slack: PretendSlack;
  readonly said: ReadonlySet<string>;
  readonly waits: readonly number[];
  deliver(...outgoing: readonly Outgoing[]): Promise<Delivery>;
}

/** The real poster against a Slack of its own. Waiting takes no time: the pretend clock is moved on instead. */
async function aMailer(admin: string | null = ADMIN_CHANNEL): Promise<Mailer> {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const said = new Set<string>();
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    slack.clock.advance(ms);
  };
  const settings = { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, summaryChannel: CHANNEL };
  const poster = createPoster(settings, { log: silentLog, sleep });
  const route = { poster, said, admin, onFailure: () => undefined };
  return { slack, said, waits, deliver: (...outgoing) => deliver(outgoing, route) };
}

function outgoing(text: string, slack: string | null = CHANNEL, thread: readonly string[] = []): Outgoing {
  const message = (line: string) => ({ text: line, blocks: [section(line)] });
  return { key: `prove:${text}`, to: { name: 'Lillevik', slack }, message: message(text), thread: thread.map(message) };
}

function attempts(slack: PretendSlack): number {
  return slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === CHANNEL).length;
}

describe('a message', () => {
  it('is posted in a channel with its key, its details as replies, and no previews', async () => {
    const { slack, deliver } = await aMailer();

    expect(await deliver(outgoing('Ukesstatus', CHANNEL, ['detaljer', 'mer']))).toEqual({
      sent: 1,
      skipped: 0,
      failed: 0,
    });

    const [first, ...replies] = slack.posts;
    expect(first).toMatchObject({
      channel: CHANNEL,
      text: 'Ukesstatus',
      blocks: [section('Ukesstatus')],
      metadata: { event_type: 'samhandlingsbot', event_payload: { key: 'prove:Ukesstatus' } },
      thread_ts: null,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(replies).toMatchObject([
      { text: 'detaljer', thread_ts: first?.ts },
      { text: 'mer', thread_ts: first?.ts },
    ]);
  });

  it('to a person is posted in the conversation with them', async () => {
    const { slack, deliver } = await aMailer();

    await deliver(outgoing('Påminnelse', ASKER));

    expect(slack.posts).toMatchObject([{ channel: 'D0SPORSMAL', text: 'Påminnelse' }]);
  });

  it('to a user group calls it by name in the summary channel', async () => {
    const { slack, deliver } = await aMailer();

    await deliver(outgoing('Påminnelse', 'S0GRUPPE'));

    expect(slack.posts).toMatchObject([{ channel: CHANNEL, text: '<!subteam^S0GRUPPE> Påminnelse' }]);
    expect(slack.posts[0]?.blocks[0]).toEqual(section('<!subteam^S0GRUPPE>'));
  });

  it('without an address, or said before, is skipped', async () => {
    const { slack, deliver } = await aMailer();
    await deliver(outgoing('en'));

    expect(await deliver(outgoing('en'), outgoing('to', null), outgoing('tre'))).toEqual({
      sent: 1,
      skipped: 2,
      failed: 0,
    });
    expect(slack.posts.map(({ text }) => text)).toEqual(['en', 'tre']);
  });

  it('never carries a birth number', async () => {
    const { slack, deliver } = await aMailer();

    await deliver(outgoing('Gjelder 018107 50045'));

    expect(slack.posts).toMatchObject([{ text: 'Gjelder [fødselsnummer fjernet]' }]);
  });

  it('that is too much for Slack is posted as its text', async () => {
    const { slack, deliver } = await aMailer();
    const blocks = Array.from({ length: 51 }, () => section('linje'));

    await deliver({ ...outgoing('51 linjer'), message: { text: '51 linjer', blocks } });

    expect(slack.posts).toMatchObject([{ text: '51 linjer', blocks: [] }]);
  });
});

describe('when Slack asks for patience', () => {
  it('waits as long as it is told, and says everything once', async () => {
    const { slack, waits, deliver } = await aMailer();
    slack.limitPosts(true);

    expect(await deliver(outgoing('en', CHANNEL, ['detaljer']), outgoing('to'))).toMatchObject({ sent: 2 });

    expect(slack.posts.map(({ text }) => text)).toEqual(['en', 'detaljer', 'to']);
    expect(waits).toEqual([1000, 1000]);
  });

  it.each([
    ['for longer than two minutes', 1, '121'],
    ['again and again', 6, '1'],
  ])('%s, gives up, and may try again later', async (_, times, seconds) => {
    const { slack, deliver } = await aMailer();
    for (let n = 0; n < times; n += 1) {
      slack.failNext('chat.postMessage', { kind: 'status', status: 429, headers: { 'retry-after': seconds } });
    }

    expect(await deliver(outgoing('en'))).toMatchObject({ failed: 1 });
    expect(await deliver(outgoing('en'))).toMatchObject({ sent: 1 });
  });
});

describe('when Slack refuses', () => {
  it('the rest is said all the same, and the admin channel is told once what to do', async () => {
    const { slack, deliver } = await aMailer();
    slack.channels.set('C0STENGT', { member: false });
    slack.channels.set('C0GAMMEL', { member: true, archived: true });

    expect(await deliver(outgoing('en', 'C0STENGT'), outgoing('to', 'C0GAMMEL'), outgoing('tre'))).toEqual({
      sent: 1,
      skipped: 0,
      failed: 2,
    });

    expect(slack.posts.map(({ channel }) => channel)).toEqual([CHANNEL, ADMIN_CHANNEL]);
    expect(slack.posts[1]?.text.split('\n')).toEqual([
      '2 meldinger kom ikke fram',
      '• Lillevik: Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
      '• Lillevik: Kanalen er arkivert. Velg en annen kanal.',
    ]);
  });

  it('the message can be said when the trouble is mended', async () => {
    const { slack, deliver } = await aMailer();
    slack.channels.set(CHANNEL, { member: false });
    await deliver(outgoing('en'));

    slack.channels.set(CHANNEL, { member: true });

    expect(await deliver(outgoing('en'))).toMatchObject({ sent: 1 });
  });

  it.each([
    ['nobody has that id', 'U0UKJENT', 'Rett Slack-id-en i fanen Kontakter'],
    ['no channel has that id', 'C0UKJENT', 'Jeg finner ikke kanalen'],
  ])('because %s, says where to mend it', async (_, to, advice) => {
    const { slack, deliver } = await aMailer();

    expect(await deliver(outgoing('en', to))).toMatchObject({ failed: 1 });
    expect(slack.posts).toMatchObject([{ channel: ADMIN_CHANNEL, text: expect.stringContaining(advice) }]);
  });

  it('and refuses the admin channel too, nothing stops', async () => {
    const { slack, deliver } = await aMailer('C0BORTE');
    slack.tokens.set(BOT_TOKEN, { kind: 'bot', scopes: [] });

    expect(await deliver(outgoing('en'), outgoing('to'))).toEqual({ sent: 0, skipped: 0, failed: 2 });
  });
});

describe('when it is unclear whether a message came through', () => {
  it.each([
    ['the connection breaks after Slack has posted it', { kind: 'reset', done: true }, ['en']],
    ['the connection breaks before Slack has read it', { kind: 'reset', done: false }, []],
    ['Slack answers 503', { kind: 'status', status: 503 }, []],
  ] as const)('because %s, it is not said again', async (_, fault, posted) => {
    const { slack, deliver } = await aMailer(null);
    slack.failNext('chat.postMessage', fault);

    expect(await deliver(outgoing('en'))).toEqual({ sent: 0, skipped: 0, failed: 1 });
    expect(await deliver(outgoing('en'))).toEqual({ sent: 0, skipped: 1, failed: 0 });

    expect(attempts(slack)).toBe(1);
    expect(slack.posts.map(({ text }) => text)).toEqual(posted);
  });

  it('the admin channel is told that it may have', async () => {
    const { slack, deliver } = await aMailer();
    slack.failNext('chat.postMessage', { kind: 'reset', done: true });

    await deliver(outgoing('en'));

    expect(slack.posts.at(-1)).toMatchObject({
      channel: ADMIN_CHANNEL,
      text: expect.stringContaining('så jeg sender den ikke på nytt'),
    });
  });

  it('what is missing is the rest of its thread, and the message is not said again', async () => {
    const { slack, deliver } = await aMailer();
    slack.failNext('chat.postMessage', { kind: 'slow', until: Promise.resolve() });
    slack.failNext('chat.postMessage', { kind: 'status', status: 503 });

    expect(await deliver(outgoing('en', CHANNEL, ['detaljer']))).toMatchObject({ failed: 1 });
    expect(await deliver(outgoing('en', CHANNEL, ['detaljer']))).toMatchObject({ skipped: 1 });

    expect(slack.posts.map(({ text }) => text)).toEqual(['en', expect.stringContaining('resten av tråden')]);
  });
});

it('opening a conversation can be tried again: it says nothing to anyone', async () => {
  const { slack, said, deliver } = await aMailer();
  slack.failNext('conversations.open', { kind: 'reset', done: true });

  expect(await deliver(outgoing('en', ASKER))).toMatchObject({ failed: 1 });
  expect(said).not.toContain('prove:en');
  expect(await deliver(outgoing('en', ASKER))).toMatchObject({ sent: 1 });
});
