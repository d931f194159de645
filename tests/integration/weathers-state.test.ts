import { describe, expect, it } from 'vitest';
import { canLimit, DAMAGES, fileOf, ruin, takeAway, withoutRoom } from '../support/outage/disk.ts';
import { aScene, PREVIEW } from '../support/outage/minutes.ts';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';

expectNoUnhandledRejection();

const LOST = 'Lagringen var skadet eller borte';
const BROKEN = 'Jeg får ikke lagret hva som er sendt';
const WORKS = 'Lagringen virker igjen';

describe('a state file that is damaged while nobody uses it', () => {
  it.each(DAMAGES)('%s: a new one is made, people are told once, and nothing is said twice', async (_, damage) => {
    const scene = await aScene();
    const due = await scene.due();
    const before = await scene.start();
    await before.minutes(2);
    expect(scene.said()).toEqual(due);
    await before.stop();
    damage(fileOf(scene.env.DATABASE_URL));

    const after = await scene.start({ released: false });
    await after.minutes(3);

    expect(scene.alerts()).toEqual([LOST]);
    // Whether the reminders may go out is forgotten, too.
    expect(scene.said()).toEqual([PREVIEW, ...due].toSorted());
    expect(scene.twice()).toEqual([]);
    expect((await after.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');
  });
});

describe('a state file in use', () => {
  it.each([
    ['overwritten', ruin],
    ['taken away', takeAway],
  ])('that is %s is replaced within two minutes; people are told once, and nothing is said twice', async (_, harm) => {
    const scene = await aScene();
    const due = await scene.due();
    const bot = await scene.start();
    const gone = scene.slack.when('committed', 'chat.postMessage', { nth: 4 }).then(() => scene.slack.gone());
    await bot.minutes(1);
    await gone;
    harm(fileOf(scene.env.DATABASE_URL));
    await scene.slack.back();
    await scene.slack.connected(2);

    await bot.minutes(4);
    expect(scene.alerts()).toEqual([LOST]);
    expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');

    await bot.letGo();
    await bot.minutes(3);
    expect(scene.said()).toEqual([PREVIEW, ...due].toSorted());
    expect(scene.twice()).toEqual([]);
  });
});

describe.skipIf(!canLimit())('a full disk', () => {
  it('means that nothing is said but that; commands are answered; and when there is room, everything is said', async () => {
    const scene = await aScene();
    const due = await scene.due();
    const bot = await scene.start();

    await withoutRoom(async () => {
      await bot.minutes(3);
      expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');
    });
    expect(scene.said()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN]);

    await bot.minutes(2);
    expect(scene.said()).toEqual(due);
    expect(scene.twice()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
  });

  it('in the middle of speaking stops it, and what was said by then is not said again', async () => {
    const scene = await aScene();
    const due = await scene.due();
    const bot = await scene.start();
    const { promise: full, resolve } = Promise.withResolvers<void>();
    const room = Promise.withResolvers<void>();
    scene.slack.on('committed', 'chat.postMessage', () => {
      if (scene.slack.counted('chat.postMessage').committed === 3) void withoutRoom(() => room.promise).then(resolve);
    });

    await bot.minutes(3);
    expect(scene.said().length).toBeLessThan(due.length);
    room.resolve();
    await full;

    await bot.minutes(3);
    expect(scene.said()).toEqual(due);
    expect(scene.twice()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
  });
});
