import { describe, expect, it } from 'vitest';
import { systemTime } from '#src/real-time.ts';
import { type Store, StoreError } from '#src/store/store.ts';
import { aBotWith, aDeliveryBot, type DeliveryBot, MORNING } from '../support/delivery.ts';
import { refused, scriptedSlack } from '../support/delivery-slack.ts';
import { STORE_KINDS, startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function tellMany(bot: DeliveryBot, count: number): void {
  for (let unit = 1; unit <= count; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`, 'hei', 'svar');
}

/** How many times each message stands in Slack: the most of any. */
function mostOfOne({ slack }: DeliveryBot): number {
  return Math.max(...[...Map.groupBy(slack.standing, ({ key }) => key).values()].map(({ length }) => length));
}

/** The same store, with some of its calls changed. */
function storeWith(
  store: Store,
  changes: { outbox?: Partial<Store['outbox']>; leases?: Partial<Store['leases']> },
): Store {
  return {
    ...store,
    outbox: { ...store.outbox, ...changes.outbox },
    leases: { ...store.leases, ...changes.leases },
  };
}

const AWAY = new StoreError('unreachable', 'Jeg får ikke kontakt med databasen.');

describe.each(STORE_KINDS)('two processes on one %s', (_, start) => {
  const shared = useStores(start);

  it('told to run the same job at the same time say everything once', async () => {
    const url = await shared.fresh();
    const bot = aDeliveryBot({ store: await shared.open({ url }), time: systemTime });
    // One message a channel: this is told in real time, and nobody need wait for a channel's turn.
    for (let unit = 1; unit <= 40; unit += 1) bot.tell(`Enhet ${unit}`, `C${unit}`);
    const other = bot.another({ store: await shared.open({ url }) });
    for (const one of [bot, other]) one.now = MORNING;
    const runs = [bot, other].flatMap((one) => Array.from({ length: 5 }, () => one.run({}, 15 * SECOND)));
    const sent = (await Promise.all(runs)).map((delivery) => delivery?.sent);

    expect(sent.toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 40]);
    expect(bot.slack.standing).toHaveLength(40);
    expect(mostOfOne(bot)).toBe(1);
  });
});

describe('whoever speaks', () => {
  it('speaks alone: another is told so, or waits', async () => {
    const bot = await aBot();
    tellMany(bot, 1);
    bot.slack.always('C1', 5 * SECOND);
    const other = bot.another();
    const run = bot.run();
    await bot.time.sleep(SECOND);

    expect(await other.speaker.drain(0)).toBeNull();
    expect(await other.run({}, SECOND)).toBeNull();
    expect(await other.run({}, 30 * SECOND)).toMatchObject({ sent: 0, skipped: 2 });
    expect(await run).toMatchObject({ sent: 2 });
  });

  it('begins nothing more when the right to speak is lost, and another goes on', async () => {
    const bot = await aBot();
    let taken = 0;
    const acquire: Store['leases']['acquire'] = async (...args) =>
      taken++ > 0 ? false : bot.store.leases.acquire(...args);
    const loser = bot.another({ store: storeWith(bot.store, { leases: { acquire } }) });
    for (let unit = 1; unit <= 20; unit += 1) loser.tell(`Enhet ${unit}`, `C${unit}`);
    for (let unit = 1; unit <= 20; unit += 1) bot.slack.always(`C${unit}`, 1500);
    bot.tell('Enhet 1', 'C1');

    const { sent = 0, waiting = 0 } = (await loser.run({ patienceMs: MINUTE })) ?? {};
    expect(sent).toBeGreaterThan(0);
    expect(waiting).toBe(20 - sent);
    for (const [unit, talk] of loser.talk) bot.talk.set(unit, talk);
    expect(await bot.run({ patienceMs: MINUTE }, 15 * SECOND)).toMatchObject({ sent: waiting, waiting: 0 });
    expect(mostOfOne(bot)).toBe(1);
  });

  it('does not post when the note that it would took longer than the right to speak', async () => {
    const bot = await aBot();
    const begin: Store['outbox']['begin'] = async (...args) => {
      const begun = await bot.store.outbox.begin(...args);
      await bot.time.sleep(9 * SECOND);
      return begun;
    };
    let taken = 0;
    const acquire: Store['leases']['acquire'] = async (...args) => {
      if (taken++ > 0) throw AWAY;
      return bot.store.leases.acquire(...args);
    };
    const slow = bot.another({ store: storeWith(bot.store, { outbox: { begin }, leases: { acquire } }) });
    slow.tell('Lillevik', 'C1');
    bot.tell('Lillevik', 'C1');

    expect(await slow.run()).toMatchObject({ sent: 0, waiting: 1 });
    expect(bot.slack.standing).toEqual([]);
    expect(await bot.run({ patienceMs: MINUTE }, 15 * SECOND)).toMatchObject({ sent: 1 });
  });

  it('does not post what another has begun in the meantime', async () => {
    const bot = await aBot();
    const begin: Store['outbox']['begin'] = async (...args) => {
      await bot.store.outbox.begin(...args);
      return bot.store.outbox.begin(...args);
    };
    const late = bot.another({ store: storeWith(bot.store, { outbox: { begin } }) });
    late.tell('Lillevik', 'C1');

    expect(await late.run()).toMatchObject({ sent: 0, waiting: 1 });
    expect(bot.slack.standing).toEqual([]);
    expect(await bot.rows()).toEqual({ sending: 1 });
  });

  it('changes nothing about a message that another has taken up meanwhile', async () => {
    const bot = await aBot();
    let taken = 0;
    const acquire: Store['leases']['acquire'] = async (...args) => {
      if (taken++ > 0) throw AWAY;
      return bot.store.leases.acquire(...args);
    };
    const slow = scriptedSlack(bot.time);
    slow.openConversation = async () => {
      await bot.time.sleep(12 * SECOND);
      throw refused('internal_error');
    };
    const loser = bot.another({ store: storeWith(bot.store, { leases: { acquire } }), slack: slow });
    for (const one of [bot, loser]) one.tell('Lillevik', 'U1');
    bot.slack.always('DU1', MINUTE);

    const losing = loser.run();
    await bot.time.sleep(9 * SECOND);
    const run = bot.run();
    await losing;

    expect(await bot.rows()).toEqual({ sending: 1 });
    expect(await run).toMatchObject({ sent: 1 });
  });

  it('that is told to stop finishes what is on its way, and lets another go on at once', async () => {
    const bot = await aBot();
    tellMany(bot, 30);
    for (let unit = 1; unit <= 30; unit += 1) bot.slack.always(`C${unit}`, 2 * SECOND);
    const run = bot.run({ patienceMs: MINUTE });
    await bot.time.sleep(3 * SECOND);
    await bot.speaker.stop(10 * SECOND);

    expect(bot.time.now() - MORNING.ms).toBeLessThan(6 * SECOND);
    const { sent = 0 } = (await run) ?? {};
    expect(bot.slack.standing).toHaveLength(sent);
    expect(await bot.run()).toBeNull();
    expect(await bot.another().run({ patienceMs: MINUTE })).toMatchObject({ sent: 60 - sent });
    expect(mostOfOne(bot)).toBe(1);
  });

  it('that is told to stop does not wait for ever', async () => {
    const bot = await aBot();
    tellMany(bot, 1);
    bot.slack.always('C1', 10 * MINUTE);
    const run = bot.run();
    await bot.time.sleep(SECOND);
    await bot.speaker.stop(10 * SECOND);
    expect(bot.time.now() - MORNING.ms).toBeLessThan(12 * SECOND);
    await run;
  });
});

describe('a state that fails', () => {
  it('before a message is begun: nothing is said, and whoever asked is told', async () => {
    const bot = await aBot();
    const begin = () => Promise.reject(AWAY);
    const unlucky = bot.another({ store: storeWith(bot.store, { outbox: { begin } }) });
    tellMany(unlucky, 20);
    await expect(unlucky.run()).rejects.toBe(AWAY);
    expect(bot.slack.calls).toEqual([]);
  });

  it('after a message was said: it is noted when the state is back, and neither looked for nor said again', async () => {
    const bot = await aBot();
    let away = true;
    const sent: Store['outbox']['sent'] = (...args) => (away ? Promise.reject(AWAY) : bot.store.outbox.sent(...args));
    const unlucky = bot.another({ store: storeWith(bot.store, { outbox: { sent } }) });
    unlucky.tell('Lillevik', 'C1', 'hei', 'svar');
    await expect(unlucky.run()).rejects.toBe(AWAY);
    await bot.time.sleep(MINUTE);
    await expect(unlucky.speaker.drain(0)).rejects.toBe(AWAY);

    away = false;
    await bot.time.sleep(MINUTE);
    expect(await bot.rows()).toEqual({ sent: 1, planned: 1 });
    expect(await unlucky.run({ patienceMs: MINUTE })).toMatchObject({ sent: 1, skipped: 1 });
    expect(bot.slack.calls.map(({ what }) => what)).toEqual(['post C1', 'post C1']);
  });

  it('until the process is told to stop: then it is noted a last time', async () => {
    const bot = await aBot();
    let away = true;
    const sent: Store['outbox']['sent'] = (...args) => (away ? Promise.reject(AWAY) : bot.store.outbox.sent(...args));
    const unlucky = bot.another({ store: storeWith(bot.store, { outbox: { sent } }) });
    unlucky.tell('Lillevik', 'C1');
    await expect(unlucky.run()).rejects.toBe(AWAY);
    away = false;
    await unlucky.speaker.stop(SECOND);
    expect(await bot.rows()).toEqual({ sent: 1 });
  });

  it('lets what is on its way come through first', async () => {
    const bot = await aBot();
    let begun = 0;
    const begin: Store['outbox']['begin'] = (...args) =>
      begun++ === 3 ? Promise.reject(AWAY) : bot.store.outbox.begin(...args);
    const unlucky = bot.another({ store: storeWith(bot.store, { outbox: { begin } }) });
    tellMany(unlucky, 20);
    for (let unit = 1; unit <= 20; unit += 1) bot.slack.always(`C${unit}`, SECOND);
    await expect(unlucky.run()).rejects.toBe(AWAY);
    expect(await bot.rows()).toMatchObject({ sent: bot.slack.standing.length });
  });
});
