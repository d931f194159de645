import { describe, expect, it } from 'vitest';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';
import { type Speaking, startSpeaking } from '../support/outage/speaking.ts';
import { seeded, storm, tellMany } from '../support/outage/storm.ts';
import { STORE_KINDS, useStores } from '../support/store.ts';
import { SEED } from '../support/survival/seed.ts';

const WELL = { missing: [], twice: [], outOfOrder: [] };
const UNITS = 200;

expectNoUnhandledRejection();

describe.each(STORE_KINDS)(`${UNITS} units, told something through a storm, with %s`, (_, start) => {
  const stores = useStores(start);

  async function toldInAStorm(seed: number): Promise<Speaking> {
    const random = seeded(seed);
    const bot = await startSpeaking(stores, random);
    tellMany(bot, UNITS);
    const passed = storm(bot, random, 4 * UNITS, 5);
    await bot.run();
    await passed;
    await bot.untilAllIsSaid(200);
    return bot;
  }

  it.each([SEED, SEED + 1, SEED + 2])('all hear everything, once and in order (SURVIVAL_SEED=%i)', async (seed) => {
    const bot = await toldInAStorm(seed);
    expect(bot.report()).toEqual(WELL);
  });
});
