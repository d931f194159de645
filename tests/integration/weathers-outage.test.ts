import { describe, expect, it } from 'vitest';
import { aScene } from '../support/outage/minutes.ts';
import { expectNoUnhandledRejection } from '../support/outage/rejections.ts';

expectNoUnhandledRejection();

const SECOND = 1000;

describe('a bot in Socket Mode', () => {
  it.each(['refused', 'unavailable'] as const)(
    'says everything when Slack has been gone for ten minutes, and answers as before: %s',
    async (how) => {
      const scene = await aScene();
      const bot = await scene.start();
      await scene.slack.gone(how);
      await bot.minutes(10);
      expect(scene.said()).toEqual([]);

      await scene.slack.back();
      await scene.slack.connected(2);
      expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');
      await bot.minutes(8);

      expect(scene.said()).toEqual(await scene.due());
      expect(scene.twice()).toEqual([]);
      expect(scene.alerts()).toEqual([]);
    },
  );

  it('says everything when Slack goes in the middle of its round, and is away now and then', async () => {
    const scene = await aScene();
    const bot = await scene.start();
    for (const nth of [2, 3]) {
      const gone = scene.slack.when('committed', 'chat.postMessage', { nth }).then(() => scene.slack.gone());
      await bot.minutes(2);
      await gone;
      await scene.slack.back();
    }
    await bot.minutes(8);

    expect(scene.said()).toEqual(await scene.due());
    expect(scene.twice()).toEqual([]);
  });

  it('goes on speaking and answering while Slack moves its connection', async () => {
    const scene = await aScene();
    const bot = await scene.start();
    for (const nth of [1, 4]) {
      const moment = scene.slack.when('arrived', 'chat.postMessage', { nth });
      void moment.then(() => scene.slack.disconnect(nth === 1 ? 'warning' : 'refresh_requested'));
    }

    await bot.minutes(2);

    expect(scene.said()).toEqual(await scene.due());
    expect(scene.twice()).toEqual([]);
    await scene.slack.connected(2);
    expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');
  });

  it('answers commands while Slack takes 20 seconds for each post', async () => {
    const scene = await aScene();
    const bot = await scene.start();
    const fault = () => ({ kind: 'slow', until: scene.time.heldUp(20 * SECOND) }) as const;
    scene.slack.fail({
      method: 'chat.postMessage',
      get fault() {
        return fault();
      },
    });
    const arrived = scene.slack.when('committed', 'chat.postMessage');

    const round = bot.minutes(1);
    await arrived;
    expect((await bot.ask('/tiltak', '1.1')).text).toContain('Analysegruppen');
    await round;
    await bot.minutes(6);

    expect(scene.said()).toEqual(await scene.due());
    expect(scene.twice()).toEqual([]);
  });
});
