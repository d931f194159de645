import { expect, it } from 'vitest';
import { RECREATED_AT } from '#src/store/note-store.ts';
import { aBotWith, MORNING, OCCURRENCE } from '../support/delivery.ts';
import { startFiles, useStores } from '../support/store.ts';

const aBot = aBotWith(useStores(startFiles));

it('a state that was lost is told of once, also by a bot that is started anew when it is long past', async () => {
  const bot = await aBot();
  await bot.store.notes.set(RECREATED_AT, String(MORNING.ms));
  bot.tell('Lillevik', 'C1');
  await bot.speaker.drain(0);
  await bot.run();
  expect(bot.alerts()).toHaveLength(1);

  await bot.time.sleep(3_600_000);
  const later = bot.another();
  await later.speaker.drain(0);
  const usual = { asked: false, late: false, patienceMs: 0 };
  await later.speaker.run(later.job, { ...OCCURRENCE, period: '2024-06-04' }, usual, 0);
  expect(later.alerts()).toHaveLength(1);
});
