import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type BotProcess, bot, botProcess, EXAMPLE, startProcess } from '../support/cli.ts';
import type { PretendSlack } from '../support/slack/slack.ts';
import { ADMIN_CHANNEL, ASKER, BOT_TOKEN, CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { aSlack, aState, bookOf } from '../support/whole-bot.ts';

const MONDAY = ['--dato', '2024-06-03'];

/** All that `kjor` needs, and channels. */
async function settings({ apiUrl }: PretendSlack, env: Readonly<Record<string, string>> = {}) {
  return {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_CHANNEL: CHANNEL,
    DATABASE_URL: await aState(),
    ...env,
  };
}

function saidTwice({ timesSaid }: PretendSlack): readonly string[] {
  return [...timesSaid].filter(([, times]) => times !== 1).map(([key]) => key);
}

describe('kjor', () => {
  it('sends what a job has to say, once however often it is run, and counts it', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await planFor({ Teamet: ASKER }) });

    const first = await botProcess(['kjor', 'ukesstatus', ...MONDAY, '--json'], { env });
    const said = slack.posts.length;
    const second = await botProcess(['kjor', 'ukesstatus', ...MONDAY, '--json'], { env });

    expect(first).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(first.out)).toEqual({ sent: said, skipped: 0, failed: 0 });
    expect(slack.posts[0]).toMatchObject({ channel: CHANNEL, text: expect.stringContaining('Ukesstatus uke 23') });
    expect(second).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(second.out)).toEqual({ sent: 0, skipped: said, failed: 0 });
    expect(slack.posts).toHaveLength(said);
  });

  it('understands Norwegian letters, and answers in a sentence', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await planFor({ Teamet: ASKER }) });

    expect(await botProcess(['kjør', 'påminnelser', ...MONDAY], { env })).toEqual({
      status: 0,
      out: 'Påminnelser: 1 melding sendt.\n',
      err: '',
    });
    expect((await bot(['kjor', 'paaminnelser', ...MONDAY], { env })).out).toBe(
      'Påminnelser: ingenting nytt sendt, 1 var sendt før.\n',
    );
    expect(slack.posts).toMatchObject([{ channel: 'D0SPORSMAL', text: expect.stringContaining('Teamet') }]);
  });

  it('speaks for the day it is told to, and says so when there is nothing to say', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await planFor({ Teamet: ASKER }) });

    await bot(['kjor', 'paaminnelser', ...MONDAY], { env });
    const nextWeek = await bot(['kjor', 'paaminnelser', '--dato', '2024-06-10'], { env });
    const tuesday = await bot(['kjor', 'paaminnelser', '--dato', '2024-06-11'], { env });

    expect([...slack.timesSaid.keys()]).toEqual([
      'standard:paaminnelser:2024-06-03:Teamet',
      'standard:paaminnelser:2024-06-10:Teamet',
    ]);
    expect(nextWeek).toMatchObject({ status: 0, out: 'Påminnelser: 1 melding sendt.\n' });
    expect(tuesday).toMatchObject({ status: 0, out: 'Påminnelser: ingenting å sende nå.\n' });
  });

  it('ends with 1 when something did not come through, and says why once for all it is about, by name', async () => {
    const slack = await aSlack();
    const units = { 'Enhet: A': 'C0BORTE1', 'Enhet: B': 'C0BORTE2', Framme: ASKER };
    const env = await settings(slack, { HANDLINGSPLAN: await planFor(units), SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL });

    const { status, out, err } = await botProcess(['kjor', 'paaminnelser', ...MONDAY, '--json'], { env });

    expect({ status, ...JSON.parse(out) }).toEqual({ status: 1, sent: 1, skipped: 0, failed: 2 });
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/kanal.* Gjelder: Enhet: A, Enhet: B\.$/i)]);
    expect(slack.posts.filter(({ channel }) => channel === 'D0SPORSMAL')).toHaveLength(1);
  });

  it('tries again what failed, when it is run again after it is mended', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await planFor({ Teamet: 'C0NYKANAL' }) });
    await bot(['kjor', 'paaminnelser', ...MONDAY], { env });
    slack.channels.set('C0NYKANAL', { member: true });

    const again = await bot(['kjor', 'paaminnelser', ...MONDAY], { env });

    expect(again).toEqual({ status: 0, out: 'Påminnelser: 1 melding sendt.\n', err: '' });
  });
});

describe('kjor ends with 2 and one sentence, and sends nothing', () => {
  it.each([
    ['no workbook is named: the example is never sent', {}, 'Handlingsplanen er ikke koblet til ennå.'],
    ['the workbook is not there', { HANDLINGSPLAN: 'finnes-ikke.xlsx' }, 'Fant ikke «finnes-ikke.xlsx».'],
    ['Slack is not named', { SLACK_BOT_TOKEN: '', HANDLINGSPLAN: EXAMPLE }, 'SLACK_BOT_TOKEN er ikke satt'],
  ])('when %s', async (_, named: Readonly<Record<string, string>>, sentence) => {
    const slack = await aSlack();
    const env = await settings(slack, named);

    const { status, out, err } = await botProcess(['kjor', 'ukesstatus'], { env });

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(slack.posts).toEqual([]);
  });

  it('when the workbook has no plan in it', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await bookOf({ Handlingsplan: [['a', 'b']] }) });

    expect(await bot(['kjor', 'ukesstatus'], { env })).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('Fant ingen tabell'),
    });
    expect(slack.posts).toEqual([]);
  });
});

it('the example is sent when the settings name it, at the example’s own time', async () => {
  const slack = await aSlack();
  const env = await settings(slack, { HANDLINGSPLAN: EXAMPLE });

  expect(await bot(['kjor', 'ukesstatus'], { env })).toMatchObject({ status: 0 });
  expect(slack.posts[0]?.text).toContain('Ukesstatus uke 23');
});

describe('asked to stop on its way', () => {
  const units = { A: CHANNEL, B: CHANNEL, C: CHANNEL };

  it('it says what it got done, ends with 1, and leaves the rest for the next run', async () => {
    const slack = await aSlack();
    const env = await settings(slack, { HANDLINGSPLAN: await planFor(units) });
    const child = startProcess(['kjor', 'paaminnelser', ...MONDAY], { env });
    const [out, err] = [text(child.stdout), text(child.stderr)];

    await slack.when('committed', 'chat.postMessage');
    const ended = terminated(child);

    expect(await ended).toEqual([1, null]);
    expect({ out: await out, err: await err }).toEqual({
      out: 'Påminnelser: 1 melding sendt, 2 venter på Slack (kjør igjen om litt, eller la boten gjøre det).\n',
      err: '',
    });
    expect(await bot(['kjor', 'paaminnelser', ...MONDAY], { env })).toMatchObject({ status: 0, err: '' });
    expect(slack.posts.map(({ text: said }) => /Hei\. (\w)/.exec(said)?.[1])).toEqual(['A', 'B', 'C']);
    expect(saidTwice(slack)).toEqual([]);
  });
});

function terminated(child: BotProcess): Promise<unknown[]> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  return ended;
}
