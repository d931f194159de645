import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canLimit, fileOf, ruin, takeAway, withoutRoom } from '../support/outage/disk.ts';
import { aScene, PREVIEW, type Scene } from '../support/outage/minutes.ts';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

const EVERY_POST = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const MOMENTS = ['arrived', 'committed'] as const;
const CASES = EVERY_POST.flatMap((nth) => MOMENTS.map((moment) => ({ nth, moment })));

const LOST = 'Lagringen var skadet eller borte';
const BROKEN = 'Jeg får ikke lagret hva som er sendt';
const WORKS = 'Lagringen virker igjen';

expectNoUnhandledRejection();

/** Calls at once, at that moment of the nth post. */
function atPost({ slack }: Scene, { nth, moment }: (typeof CASES)[number], happen: () => void): void {
  let left = nth;
  slack.on(moment, 'chat.postMessage', () => {
    left -= 1;
    if (left === 0) happen();
  });
}

describe.each([
  ['overwritten', ruin],
  ['taken away', takeAway],
])('a state file that is %s as a post is on its way', (_, harm) => {
  it.each(CASES)('($moment, number $nth) is replaced; nothing is said twice, and nothing is lost', async (at) => {
    const scene = await aScene();
    const due = await scene.due();
    const bot = await scene.start();
    atPost(scene, at, () => harm(fileOf(scene.env.DATABASE_URL)));

    await bot.minutes(4);
    await bot.letGo();
    await bot.minutes(3);

    const shown = scene.said().includes(PREVIEW) ? [PREVIEW] : [];
    expect(scene.said()).toEqual([...shown, ...due].toSorted());
    expect(scene.twice()).toEqual([]);
    // What happens to it as the last word is noted may not be seen before it is opened anew.
    expect([[LOST], []]).toContainEqual(scene.alerts());
  });
});

describe.skipIf(!canLimit())('a disk that is full as a post is on its way', () => {
  it.each(CASES)('($moment, number $nth) stops it for as long as it is', async (at) => {
    const scene = await aScene();
    const due = await scene.due();
    const bot = await scene.start();
    const room = Promise.withResolvers<void>();
    atPost(scene, at, () => void withoutRoom(() => room.promise));

    await bot.minutes(3);
    room.resolve();
    await bot.minutes(4);

    expect(scene.said()).toEqual(due);
    expect(scene.twice()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
  });
});

describe('a PostgreSQL that stops as a post is on its way', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(() => server.start());
  afterAll(() => server.remove());

  it.each(CASES)('($moment, number $nth) is missed once, and used again when it is back', async (at) => {
    const scene = await aScene(await server.database());
    const due = await scene.due();
    const bot = await scene.start();
    const stopping = Promise.withResolvers<void>();
    atPost(scene, at, () => stopping.resolve(server.stop()));

    await bot.minutes(3);
    await stopping.promise;
    await bot.minutes(3);
    await server.start();
    await bot.minutes(5);

    expect(scene.said()).toEqual(due);
    expect(scene.twice()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
  });
});
