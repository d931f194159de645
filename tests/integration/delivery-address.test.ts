import { describe, expect, it } from 'vitest';
import type { Recipient } from '#src/features/feature.ts';
import { aBotWith, OCCURRENCE } from '../support/delivery.ts';
import { final, refused } from '../support/delivery-slack.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const USUAL = { asked: false, late: false, patienceMs: 0 };

const EMAIL = 'post@lillevik.example';

/** What was asked of Slack besides posting. */
function questions({ slack }: Awaited<ReturnType<typeof aBot>>): readonly string[] {
  return slack.calls.map(({ what }) => what).filter((what) => !what.startsWith('post'));
}

describe('where somebody is told', () => {
  it.each([
    ['a channel', { slack: 'C1' }, 'C1: hei'],
    ['a private channel', { slack: 'G1' }, 'G1: hei'],
    ['a person', { slack: 'U1' }, 'DU1: hei'],
    ['a person of another workspace', { slack: 'W1' }, 'DW1: hei'],
    ['nobody known: the channel', { fallback: 'C9' }, 'C9: hei'],
    ['an e-mail address somebody has', { email: EMAIL, fallback: 'C9' }, 'DU7: hei'],
    ['an e-mail address nobody has: the channel', { email: 'ukjent@lillevik.example', fallback: 'C9' }, 'C9: hei'],
  ])('%s', async (_, to, said) => {
    const bot = await aBot();
    bot.slack.people.set(EMAIL, 'U7');
    bot.tell('Lillevik', to, 'hei');
    await bot.run();
    expect(bot.slack.said()).toContain(said);
  });

  it('a user group: in the channel, called by name', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', { slack: 'S1', fallback: 'C9' }, 'hei', 'svar');
    await bot.run();
    expect(bot.slack.standing.map(({ channel, greet, text }) => [channel, greet, text])).toEqual([
      ['C9', 'S1', 'hei'],
      ['C9', null, 'svar'],
    ]);
  });

  it('a user group without a channel: nowhere, and the secretariat hears of it', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', { slack: 'S1' }, 'hei');
    expect(await bot.run()).toMatchObject({ failed: 1, waiting: 0 });
    expect(bot.alerts()).toEqual([expect.stringContaining('SLACK_CHANNEL')]);
  });
});

describe('what is remembered of people', () => {
  it('is their conversation, so that it is opened once', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'U1', 'hei', 'svar');
    await bot.run();
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-04' }, USUAL, 0);
    expect(questions(bot)).toEqual(['open U1']);
  });

  it('is whom an e-mail address belongs to, until it is another one', async () => {
    const bot = await aBot();
    bot.slack.people.set(EMAIL, 'U7').set('ny@lillevik.example', 'U8');
    bot.tell('Lillevik', { email: EMAIL }, 'hei');
    await bot.run();
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-04' }, USUAL, 0);
    expect(questions(bot)).toEqual([`email ${EMAIL}`, 'open U7']);

    bot.tell('Lillevik', { email: 'ny@lillevik.example' }, 'hei');
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-05' }, USUAL, 0);
    expect(bot.slack.said().at(-1)).toBe('DU8: hei');
  });

  it('is mended by itself when Slack does not know the conversation any more', async () => {
    const bot = await aBot();
    await bot.store.addresses.rememberConversation('U1', 'DGAMMEL', 0);
    bot.slack.always('DGAMMEL', final('channel_not_found'));
    bot.tell('Lillevik', 'U1', 'hei');
    expect(await bot.run({ patienceMs: 60_000 })).toMatchObject({ sent: 1, failed: 0 });
    expect(bot.slack.said()).toEqual(['DU1: hei']);
    expect(await bot.store.addresses.conversation('U1')).toBe('DU1');
  });

  it.each<[string, Partial<Recipient>, readonly string[]]>([
    ['serves where the figures that were kept hold no address', { addressWithheld: true }, ['DU7: hei']],
    ['serves so before the channel does', { addressWithheld: true, fallback: 'C9' }, ['DU7: hei']],
    ['does not serve where the address has been taken out: the channel', { fallback: 'C9' }, ['C9: hei']],
    ['does not serve where the address has been taken out: nobody', {}, []],
  ])('%s', async (_, to, said) => {
    const bot = await aBot();
    await bot.store.addresses.rememberUser(HELSEFELLESSKAP, 'Lillevik', { slackId: 'U7', proof: 'x' }, 0);
    bot.tell('Lillevik', to, 'hei');
    const [sent, skipped] = said.length > 0 ? [1, 0] : [0, 1];
    expect(await bot.run()).toEqual({ sent, skipped, nowhere: skipped, failed: 0, waiting: 0 });
    expect(bot.slack.said()).toEqual(said);
  });
});

describe('an address nobody in Slack has', () => {
  it('is told the secretariat once, and once more when it is mended', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', { email: EMAIL, fallback: 'C9' }, 'hei');
    await bot.run();
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-04' }, USUAL, 0);
    expect(bot.alerts()).toEqual([expect.stringMatching(/^Jeg finner ikke Lillevik i Slack\n.*Kontakter/)]);
    expect(bot.alerts().join()).not.toContain(EMAIL);

    bot.slack.people.set(EMAIL, 'U7');
    await bot.speaker.run(bot.job, { ...OCCURRENCE, period: '2024-06-05' }, USUAL, 0);
    expect(bot.alerts()).toHaveLength(2);
    expect(bot.slack.said()).toContain('DU7: hei');
  });

  it.each([
    ['waits when Slack cannot say now', refused('ECONNREFUSED'), { failed: 1, waiting: 1 }],
    ['is given up when the bot may not ask', final('missing_scope'), { failed: 1, waiting: 0 }],
  ])('%s', async (_, error, delivery) => {
    const bot = await aBot();
    bot.slack.questionsFail(error);
    bot.tell('Lillevik', { email: EMAIL, fallback: 'C9' }, 'hei');
    expect(await bot.run()).toMatchObject({ sent: 0, ...delivery });
  });
});
