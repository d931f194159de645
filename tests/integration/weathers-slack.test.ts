import { describe, expect, it } from 'vitest';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';
import { type Speaking, startSpeaking } from '../support/outage/speaking.ts';
import { seeded, storm, tellMany } from '../support/outage/storm.ts';
import { startFiles, useStores } from '../support/store.ts';
import { SEED } from '../support/survival/seed.ts';

const stores = useStores(startFiles);
expectNoUnhandledRejection();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WELL = { missing: [], twice: [], outOfOrder: [] };

/** Ten channels and ten people, each with a message and a reply in its thread. */
function tellTwenty({ tell }: Speaking): void {
  for (let unit = 1; unit <= 10; unit += 1) {
    tell(`Utvalg ${unit}`, `C0UTVALG${unit}`, 2);
    tell(`Person ${unit}`, `U0PERSON${unit}`, 2);
  }
}

describe('everything is said afterwards, once and in order, when Slack', () => {
  it.each(['refused', 'unavailable'] as const)('was gone for ten minutes: %s', async (how) => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    await bot.slack.gone(how);

    expect(await bot.run()).toMatchObject({ sent: 0, waiting: 20 });
    void bot.time.sleep(10 * MINUTE).then(() => bot.slack.back());
    await bot.untilAllIsSaid(30);

    expect(bot.report()).toEqual(WELL);
  });

  it('goes away in the middle, and comes back', async () => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    const gone = bot.slack.when('committed', 'chat.postMessage', { nth: 7 }).then(() => bot.slack.gone());

    await bot.run();
    await gone;
    void bot.time.sleep(10 * MINUTE).then(() => bot.slack.back());
    await bot.untilAllIsSaid(30);

    expect(bot.report()).toEqual(WELL);
  });

  it('takes 20 seconds to answer', async () => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    bot.slow(20 * SECOND, () => true);

    await bot.run();
    await bot.untilAllIsSaid(10);

    expect(bot.report()).toEqual(WELL);
  });

  it('breaks the connection after it has done what it was asked', async () => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    let call = 0;
    const everyOther = () => {
      call += 1;
      return call % 2 === 0;
    };
    bot.slack.fail({ method: 'chat.postMessage', when: everyOther, times: 8, fault: { kind: 'reset', done: true } });
    bot.slack.fail({ method: 'chat.postMessage', when: everyOther, times: 6, fault: { kind: 'cut' } });

    await bot.run();
    await bot.untilAllIsSaid(10);

    expect(bot.report()).toEqual(WELL);
    expect(bot.slack.counted('conversations.history').committed).toBeGreaterThan(0);
  });

  it('is in trouble, and answers with errors whether it did as it was asked or not', async () => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    const faults = [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 503, done: true },
      { kind: 'refusal', error: 'internal_error' },
      { kind: 'refusal', error: 'internal_error', done: true },
      { kind: 'reset', done: false },
    ] as const;
    for (const fault of faults) bot.slack.fail({ method: 'chat.postMessage', times: 4, fault });
    bot.slack.fail({ method: 'conversations.history', times: 6, fault: { kind: 'status', status: 503 } });
    bot.slack.fail({ method: 'conversations.open', times: 6, fault: { kind: 'reset', done: true } });

    await bot.run();
    await bot.untilAllIsSaid(20);

    expect(bot.report()).toEqual(WELL);
  });

  it('asks for a pause over and over, as long as it pleases', async () => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    bot.slack.limit('all');
    const wait = (seconds: number) =>
      ({ kind: 'status', status: 429, headers: { 'retry-after': `${seconds}` } }) as const;
    for (const seconds of [1, 30, 5, 120]) {
      bot.slack.fail({ method: 'chat.postMessage', times: 10, fault: wait(seconds) });
      bot.slack.fail({ method: 'conversations.open', times: 5, fault: wait(seconds) });
    }

    await bot.run();
    await bot.untilAllIsSaid(30);

    expect(bot.report()).toEqual(WELL);
  });
});

it(`everything is said, once and in order, through all of that together (SURVIVAL_SEED=${SEED})`, async () => {
  const random = seeded();
  const bot = await startSpeaking(stores, random);
  tellMany(bot, 20);
  const passed = storm(bot, random, 100, 2);

  await bot.run();
  await passed;
  await bot.untilAllIsSaid(60);

  expect(bot.report()).toEqual(WELL);
});

describe('one that cannot be told', () => {
  it.each([
    ['is slow', (bot: Speaking) => bot.slow(20 * SECOND, (channel) => channel === 'C0UTVALG1')],
    ['is not to be found', (bot: Speaking) => bot.slack.channels.delete('C0UTVALG1')],
    ['is asked to be left alone', (bot: Speaking) => pauses(bot, 'C0UTVALG1', 60)],
  ])('holds up nobody else: a channel that %s', async (_, spoil) => {
    const bot = await startSpeaking(stores);
    tellTwenty(bot);
    spoil(bot);

    const running = bot.run();
    const arrived = await arrivals(bot, 39);
    await running;

    // All the others have got theirs, replies included, while this one waits.
    expect(arrived.filter((text) => !text.startsWith('Utvalg 1 '))).toHaveLength(38);
  });
});

/** The texts of the first posts to reach Slack, in the order they came; fewer when no more come. */
async function arrivals({ slack, time }: Speaking, count: number): Promise<readonly string[]> {
  const texts: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  slack.on('arrived', 'chat.postMessage', ({ args }) => {
    texts.push(String(args.text));
    if (texts.length === count) resolve();
  });
  await Promise.race([promise, time.sleep(15 * SECOND)]);
  return texts.slice(0, count);
}

function pauses({ slack }: Speaking, channel: string, seconds: number): void {
  slack.fail({
    method: 'chat.postMessage',
    when: (args) => args.channel === channel,
    fault: { kind: 'status', status: 429, headers: { 'retry-after': `${seconds}` } },
  });
}
