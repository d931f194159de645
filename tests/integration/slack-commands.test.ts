import { describe, expect, it } from 'vitest';
import { context, section } from '#src/message/message.ts';
import { SHARE_ACTION } from '#src/slack/share.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { ASKER } from '../support/slack/workspace.ts';
import { anAnswer, startBot } from '../support/slack-bot.ts';

/** Synthetic: 80 is added to the month, so it can be no one's, and both check digits are right. */
const BIRTH_NUMBER = '01810750045';

describe.each(['http', 'socket'] as const)('a command over %s', (kind) => {
  it('is answered for the asker alone, with what was asked by whom', async () => {
    const { slack, to } = await startBot(kind, async (command, words, user) =>
      anAnswer(`${command.name} · ${words} · ${user}`),
    );

    const reply = await slack.command('/plasser', '  Malvik ', to);

    expect(reply).toMatchObject({
      text: `plasser · Malvik · ${ASKER}`,
      response_type: 'ephemeral',
      unfurl_links: false,
    });
    expect(reply.blocks[0]).toEqual(section(`plasser · Malvik · ${ASKER}`));
  });

  it('is acknowledged before any work is done', async () => {
    const work = Promise.withResolvers<void>();
    const { slack, to } = await startBot(kind, async () => {
      await work.promise;
      return anAnswer('ferdig');
    });

    const exchange = await slack.send('/plasser', '', to);
    expect(exchange).toMatchObject({ status: 200, ack: '' });
    expect(slack.replies).toEqual([]);

    work.resolve();
    expect(await exchange.reply()).toMatchObject({ text: 'ferdig' });
  });

  it('that the bot does not know is answered with those it knows', async () => {
    const { slack, to } = await startBot(kind, async () => anAnswer('nei'));

    const reply = await slack.command('/kantine', '', to);

    expect(reply).toMatchObject({ via: 'ack', response_type: 'ephemeral' });
    expect(reply.text).toContain('`/plasser`, `/saker`');
  });

  it('can be shared: the question is asked again, and everyone sees who shared it', async () => {
    let places = 7;
    const { slack, to } = await startBot(kind, async () => anAnswer(`${places} ledige`));
    const reply = await slack.command('/plasser', 'Malvik', to);

    places = 6;
    const shared = await slack.press(reply, SHARE_ACTION, { ...to, user: 'U0NABO' });

    expect(shared).toMatchObject({ text: '6 ledige', response_type: 'in_channel', replace_original: false });
    expect(shared.blocks).toEqual([section('6 ledige'), context('Delt av <@U0NABO>')]);
  });

  it('that fails is answered with an apology, and names a workbook that cannot be read', async () => {
    const { slack, to } = await startBot(kind, async (command) => {
      if (command.slash === '/saker') throw new WorkbookError('no-access', 'Arket «Plan <2>» er ikke delt med meg.');
      throw new Error('intern detalj');
    });

    expect(await slack.command('/saker', '', to)).toMatchObject({
      text: 'Arket «Plan &lt;2&gt;» er ikke delt med meg.',
    });
    expect(await slack.command('/plasser', '', to)).toMatchObject({
      text: 'Noe gikk galt hos meg. Feilen er logget.',
      response_type: 'ephemeral',
    });
  });

  it('is survived when nobody can be answered any more', async () => {
    const work = Promise.withResolvers<void>();
    const { slack, to } = await startBot(kind, async (_, words) => {
      if (words === 'treg') await work.promise;
      return anAnswer(`svar ${words}`);
    });

    await slack.send('/plasser', 'treg', to);
    slack.clock.advance(31 * 60_000);
    work.resolve();

    expect(await slack.command('/plasser', 'etterpå', to)).toMatchObject({ text: 'svar etterpå' });
    expect(slack.replies).toHaveLength(1);
  });

  it('never lets a birth number through, neither in the answer nor in the button', async () => {
    const { slack, to } = await startBot(kind, async (_, words) => anAnswer(`Jeg kjenner ikke ${words}`));

    const reply = await slack.command('/plasser', `Kari ${BIRTH_NUMBER}`, to);

    expect(reply.text).toContain('Jeg kjenner ikke Kari');
    expect(JSON.stringify(reply)).not.toContain(BIRTH_NUMBER);
    expect(JSON.stringify(reply)).not.toContain(SHARE_ACTION);
  });
});

it('gives the text alone when the answer is more than Slack takes', async () => {
  const tooMany = Array.from({ length: 51 }, (_, at) => section(`linje ${at}`));
  const { slack, to } = await startBot('http', async () => anAnswer('51 linjer', tooMany));

  expect(await slack.command('/plasser', '', to)).toMatchObject({ text: '51 linjer', blocks: [] });
});

it('leaves the button out when there is only just room for the answer', async () => {
  const full = Array.from({ length: 50 }, (_, at) => section(`linje ${at}`));
  const { slack, to } = await startBot('http', async () => anAnswer('50 linjer', full));

  expect((await slack.command('/plasser', '', to)).blocks).toEqual(full);
});

it('answers a button from another release', async () => {
  const { slack, to } = await startBot('http', async () => anAnswer('nei'));
  const old = { type: 'actions', elements: [{ type: 'button', action_id: SHARE_ACTION, value: 'v0:plasser' }] };

  expect(await slack.press({ blocks: [old] }, SHARE_ACTION, to)).toMatchObject({
    text: expect.stringContaining('eldre utgave'),
    response_type: 'ephemeral',
    replace_original: false,
  });
});

it('acknowledges a button that only opens an address', async () => {
  const { slack, to } = await startBot('http', async () => anAnswer('nei'));
  const link = { type: 'actions', elements: [{ type: 'button', action_id: 'apne', url: 'https://example.com' }] };

  expect(await slack.sendPress({ blocks: [link] }, 'apne', to)).toMatchObject({ status: 200, ack: '' });
});

it('answers those who are waiting before it stops', async () => {
  const work = Promise.withResolvers<void>();
  const { slack, to, stop } = await startBot('http', async () => {
    await work.promise;
    return anAnswer('rakk det');
  });
  await slack.send('/plasser', '', to);

  const stopped = stop();
  work.resolve();
  await stopped;

  expect(slack.replies).toMatchObject([{ text: 'rakk det' }]);
});
