import { describe, expect, it } from 'vitest';
import { aBotWith, MORNING } from '../support/delivery.ts';
import { final, refused, type Turn } from '../support/delivery-slack.ts';
import { startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('when Slack asks for a pause', () => {
  it('holds that channel as long as it asks for, and no other', async () => {
    const bot = await aBot();
    for (const unit of ['A', 'B']) bot.tell(unit, 'C1');
    bot.tell('C', 'C2');
    bot.slack.next('C1', refused('ratelimited', 30 * SECOND));

    expect(await bot.run({ patienceMs: MINUTE })).toMatchObject({ sent: 3, waiting: 0 });
    const posts = bot.slack.calls.map(({ what, at }) => `${what} ${at - MORNING.ms}`);
    expect(posts).toEqual(['post C1 0', 'post C2 0', expect.stringMatching(/^post C1 30\d{3}$/), expect.any(String)]);
  });

  it('does not wait for it without patience, but says what it can', async () => {
    const bot = await aBot();
    for (const unit of ['A', 'B']) bot.tell(unit, 'C1');
    bot.tell('C', 'C2');
    bot.slack.next('C1', refused('ratelimited', 30 * SECOND));
    expect(await bot.run()).toEqual({ sent: 1, skipped: 0, nowhere: 0, failed: 2, waiting: 2 });
    expect(bot.time.now() - MORNING.ms).toBeLessThan(2 * SECOND);
    expect(await bot.speaker.drain(MINUTE)).toMatchObject({ sent: 2 });
  });
});

describe('when Slack is away', () => {
  it('says everything afterwards, in order for each, and once', async () => {
    const bot = await aBot();
    for (let unit = 1; unit <= 40; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`, 'hei', 'a', 'b');
    bot.slack.goneUntil(MORNING.ms + 10 * MINUTE);

    expect(await bot.run({ patienceMs: 20 * MINUTE })).toEqual({
      sent: 120,
      skipped: 0,
      nowhere: 0,
      failed: 0,
      waiting: 0,
    });
    for (let unit = 1; unit <= 40; unit += 1) {
      const said = bot.slack.said().filter((one) => one.startsWith(`C${unit}:`) || one.startsWith(`C${unit} `));
      expect(said).toEqual([`C${unit}: hei`, `C${unit} > a`, `C${unit} > b`]);
    }
  });

  it('asks less and less often', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.goneUntil(MORNING.ms + 20 * MINUTE);
    await bot.run({ patienceMs: 20 * MINUTE });
    expect(bot.slack.calls.length).toBeGreaterThan(5);
    expect(bot.slack.calls.length).toBeLessThan(30);
  });

  it.each([1, 2, 3, 4, 5])('or full of whims (%i), says everything once and in order', async (seed) => {
    const bot = await aBot();
    for (let unit = 1; unit <= 25; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`, 'a', 'b', 'c');
    const whims: readonly Turn[] = ['fine', 'unheard', 'lost', refused('ratelimited', 7 * SECOND), 20 * SECOND];
    let state = seed;
    bot.slack.onPost = (channel) => {
      // A linear congruential generator: the same whims each time the test is run (constants of Numerical Recipes).
      state = (1664525 * state + 1013904223) % 2 ** 32;
      bot.slack.next(channel, whims[Math.floor((state / 2 ** 32) * whims.length)] ?? 'fine');
    };

    expect(await bot.run({ patienceMs: 60 * MINUTE })).toEqual({
      sent: 75,
      skipped: 0,
      nowhere: 0,
      failed: 0,
      waiting: 0,
    });
    for (let unit = 1; unit <= 25; unit += 1) {
      const said = bot.slack.standing.filter(({ channel }) => channel === `C${unit}`);
      expect(said.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
      expect(said.map(({ threadTs }) => threadTs)).toEqual([null, said[0]?.ts, said[0]?.ts]);
    }
  });

  it('does not hurry the others for one that answers slowly', async () => {
    const bot = await aBot();
    bot.tell('Treg', 'C1');
    bot.slack.always('C1', 20 * SECOND);
    for (let unit = 2; unit <= 20; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`, 'hei', 'mer');
    await bot.run();
    const others = bot.slack.standing.filter(({ channel }) => channel !== 'C1');
    expect(others).toHaveLength(38);
    expect(Math.max(...others.map(({ at }) => at)) - MORNING.ms).toBeLessThan(5 * SECOND);
  });
});

describe('a post that was not confirmed', () => {
  it.each([
    ['is not said again when it stands there', 'unheard'],
    ['is said again when it does not', 'lost'],
  ] as const)('%s', async (_, turn) => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1', 'hei', 'svar', 'mer');
    bot.slack.next('C1', turn, 'fine', turn);
    expect(await bot.run()).toMatchObject({ sent: 0, waiting: 1 });
    await bot.time.sleep(SECOND);
    const stands = turn === 'unheard' ? 1 : 0;
    expect(await bot.speaker.drain(MINUTE)).toMatchObject({ sent: 3 - stands, skipped: stands, failed: 0 });
    expect(bot.slack.said()).toEqual(['C1: hei', 'C1 > svar', 'C1 > mer']);
  });

  it('is looked for some seconds later, when it can be seen', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.next('C1', 'unheard');
    await bot.run({ patienceMs: MINUTE });
    expect(bot.slack.calls.map(({ what, at }) => `${what} ${at - MORNING.ms}`)).toEqual(['post C1 0', 'find C1 8000']);
  });

  it('is given up, and told of, where the bot may not look', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.next('C1', 'unheard');
    bot.slack.looksFail(final('missing_scope'));
    expect(await bot.run({ patienceMs: MINUTE })).toMatchObject({ sent: 0, failed: 1, waiting: 0 });
    expect(bot.alerts()).toEqual([expect.stringContaining('kan ha kommet fram likevel')]);

    bot.slack.looksFail(null);
    expect(await bot.run({ asked: true, patienceMs: MINUTE })).toMatchObject({ sent: 0, failed: 1 });
    expect(bot.slack.said()).toContain('C1: hei Lillevik');
    expect(bot.slack.said().filter((one) => one.startsWith('C1'))).toHaveLength(1);
  });

  it('waits when the look is refused for now', async () => {
    const bot = await aBot();
    bot.tell('Lillevik', 'C1');
    bot.slack.next('C1', 'unheard');
    bot.slack.looksFail(refused('ratelimited', 30 * SECOND));
    expect(await bot.run({ patienceMs: 20 * SECOND })).toMatchObject({ sent: 0, waiting: 1 });
    bot.slack.looksFail(null);
    expect(await bot.speaker.drain(MINUTE)).toMatchObject({ sent: 0, skipped: 1, failed: 0 });
    expect(bot.slack.said()).toEqual(['C1: hei Lillevik']);
  });
});
