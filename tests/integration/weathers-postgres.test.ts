import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aScene } from '../support/outage/minutes.ts';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

const BROKEN = 'Jeg får ikke lagret hva som er sendt';
const WORKS = 'Lagringen virker igjen';

expectNoUnhandledRejection();

describe('a PostgreSQL that', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(() => server.start());
  afterAll(() => server.remove());

  it('stops in the middle: it is told of once, commands are answered, and when it is back the rest is said', async () => {
    const scene = await aScene(await server.database());
    const bot = await scene.start();
    const stopped = scene.slack.when('committed', 'chat.postMessage', { nth: 3 }).then(() => server.stop());
    await bot.minutes(3);
    await stopped;
    await bot.minutes(3);

    expect(scene.alerts()).toEqual([BROKEN]);
    expect(scene.said().length).toBeLessThan((await scene.due()).length);
    expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');

    await server.start();
    await bot.minutes(4);
    expect(scene.said()).toEqual(await scene.due());
    expect(scene.twice()).toEqual([]);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
  });

  it('is away when two bots start: one of them tells of it, and one that it is back; all is said once', async () => {
    const scene = await aScene(await server.database());
    await server.stop();
    const bots = [await scene.start({ released: false }), await scene.start({ released: false })];

    await Promise.all(bots.map((bot) => bot.minutes(3)));
    expect(scene.alerts()).toEqual([BROKEN]);
    expect(scene.said()).toEqual([]);
    for (const bot of bots) expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');

    await server.start();
    for (let minute = 0; minute < 3; minute += 1) for (const bot of bots) await bot.minutes(1);
    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
    expect(scene.said().filter((key) => key.includes('ukesstatus'))).toEqual(
      (await scene.due()).filter((key) => key.includes('ukesstatus')),
    );
    expect(scene.twice()).toEqual([]);
  });

  it('goes and comes back while a bot is being restarted: its end is told by the new one', async () => {
    const scene = await aScene(await server.database());
    const before = await scene.start();
    await server.stop();
    await before.minutes(2);
    await before.stop();
    await server.start();

    const after = await scene.start();
    await after.minutes(3);

    expect(scene.alerts()).toEqual([BROKEN, WORKS]);
    expect(scene.said()).toEqual(await scene.due());
    expect(scene.twice()).toEqual([]);
  });
});
