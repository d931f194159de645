import { describe, expect, it } from 'vitest';
import { ADMIN, aBotWith, type DeliveryBot, MORNING, OCCURRENCE } from '../support/delivery.ts';
import { final, refused } from '../support/delivery-slack.ts';
import { startFiles, useStores } from '../support/store.ts';

const stores = useStores(startFiles);
const aBot = aBotWith(stores);

const MINUTE = 60_000;
const USUAL = { asked: false, late: false, patienceMs: 0 };

/** «A 1» and so on, each in a channel that the bot may not speak in. */
function wrongChannels(bot: DeliveryBot, count: number): readonly string[] {
  const units = Array.from({ length: count }, (_, index) => `A ${index + 1}`);
  for (const [index, unit] of units.entries()) {
    bot.tell(unit, `C${index}`);
    bot.slack.always(`C${index}`, final('not_in_channel'));
  }
  return units;
}

function onDay(bot: DeliveryBot, period: string) {
  return bot.speaker.run(bot.job, { ...OCCURRENCE, period }, USUAL, 0);
}

/** What the admin channel has heard, threads apart. */
function heads({ slack }: DeliveryBot): readonly string[] {
  return slack.standing
    .filter(({ channel, threadTs }) => channel === ADMIN && threadTs === null)
    .map((one) => one.text);
}

describe('many who cannot be told', () => {
  it('are told of once when it begins, and once when it is over', async () => {
    const bot = await aBot();
    const units = wrongChannels(bot, 27);
    bot.tell('Storvik', 'CSTORVIK');

    expect(await bot.run()).toMatchObject({ sent: 1, failed: 27 });
    expect(heads(bot)).toEqual([
      expect.stringMatching(/^Jeg når ikke fram til 27 mottakere\n.*invitert.*\nGjelder: A 1, /),
    ]);
    expect(bot.events.filter((event) => event.startsWith('began'))).toHaveLength(27);

    await bot.time.sleep(MINUTE);
    for (const index of units.keys()) bot.slack.always(`C${index}`, 'fine');
    expect(await bot.run({ asked: true })).toMatchObject({ sent: 27, failed: 0 });
    expect(heads(bot)).toEqual([
      expect.any(String),
      expect.stringMatching(
        /^Meldingene til 27 mottakere er i orden igjen\n.*\nDet var galt fra 3. juni 08:00 til 08:0\d\./,
      ),
    ]);
    expect(bot.events.filter((event) => event.startsWith('ended'))).toHaveLength(27);
  });

  it('are not told of again the next day, but one that has come to them is', async () => {
    const bot = await aBot();
    wrongChannels(bot, 3);
    await bot.run();
    await onDay(bot, '2024-06-04');
    expect(heads(bot)).toHaveLength(1);

    bot.tell('Nes', 'CNES');
    bot.slack.always('CNES', final('is_archived'));
    await onDay(bot, '2024-06-05');
    expect(heads(bot)).toEqual([
      expect.stringContaining('Jeg når ikke fram til 3 mottakere'),
      expect.stringContaining('Jeg når ikke fram til Nes'),
    ]);
  });

  it('are told of together, whether the channel or the e-mail address is wrong', async () => {
    const bot = await aBot();
    wrongChannels(bot, 2);
    for (const unit of ['Nes', 'Ås']) bot.tell(unit, { email: `${unit}@kommune.example`, fallback: 'C9' });
    await bot.run();
    expect(heads(bot)).toEqual([
      expect.stringMatching(/^Jeg når ikke fram til 2 mottakere\n.*\nJeg finner ikke 2 enheter i Slack\n/s),
    ]);
  });

  it('are told of without waiting for one whom Slack may take later', async () => {
    const bot = await aBot();
    wrongChannels(bot, 2);
    bot.tell('Nes', 'CNES');
    bot.slack.next('CNES', refused('ratelimited', 5 * MINUTE));
    expect(await bot.run({ patienceMs: 10 * MINUTE })).toMatchObject({ sent: 1, failed: 2 });
    const [alert, nes] = ['Jeg når ikke fram til 2', 'hei Nes'].map((text) =>
      bot.slack.standing.find((one) => one.text.startsWith(text)),
    );
    expect(alert?.at).toBeLessThan(MORNING.ms + MINUTE);
    expect(nes?.at).toBeGreaterThanOrEqual(MORNING.ms + 5 * MINUTE);
  });

  it('are all told of, each once, when the bot stops on the way', async () => {
    const bot = await aBot();
    const units = wrongChannels(bot, 60);
    let posts = 0;
    bot.slack.onPost = () => {
      posts += 1;
      if (posts === 10) void bot.speaker.stop(0);
    };
    await bot.run();
    expect(heads(bot)).toEqual([]);

    await bot.time.sleep(1000);
    await bot.another().speaker.drain(MINUTE);
    expect(await bot.rows()).toMatchObject({ failed: 60 });
    const counts = heads(bot).map((text) => Number(/^Jeg når ikke fram til (\d+) mottakere/.exec(text)?.[1]));
    expect(counts).toHaveLength(2);
    expect(counts.reduce((sum, count) => sum + count)).toBe(units.length);
  });
});
