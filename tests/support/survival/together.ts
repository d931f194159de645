import { describe, expect, it } from 'vitest';
import { isReady, untilSaid, whoSpoke } from './bots.ts';
import { killedAt } from './deaths.ts';
import { delivered } from './life.ts';
import { wrongIn } from './said-once.ts';
import type { Scenes } from './scene.ts';
import { TWO_REPLIES, type Unit } from './units.ts';

const UNITS: readonly Unit[] = [
  { name: 'Personen', meeting: 'person', tiltak: TWO_REPLIES },
  { name: 'Kanalen', meeting: 'channel', tiltak: 1 },
];

const PREVIEW = 'standard:paaminnelser:2024-06-03:forhåndsvisning';

/** @param database an empty one */
export function describeTwoBots(aScene: Scenes, database: () => Promise<string>): void {
  describe('two bots on one database, on a Monday morning', () => {
    it('say one weekly status and show one preview; when the one that spoke is killed, the other goes on', async () => {
      const scene = await aScene({ units: UNITS, databaseUrl: await database() });
      const due = [...(await scene.due('ukesstatus')), PREVIEW];
      const bots = [scene.start(), scene.start()];
      await Promise.all(bots.map(({ line }) => line));
      await untilSaid(scene.slack, due);

      const { speaker, others } = await whoSpoke(bots);
      speaker.child.kill('SIGKILL');
      await speaker.end;

      expect(await Promise.all(others.map(isReady))).toEqual([true]);
      expect((await scene.slack.command('/tiltak', '1.1')).text).toContain('1.1');
      expect(wrongIn(scene.slack, due)).toEqual([]);
    });
  });
}

/** Takes up to two minutes: a dead bot's minute must be over, and the next one begin. */
export function itTakesOver(aScene: Scenes, database: () => Promise<string>): void {
  it('a bot that is killed while it speaks is succeeded by the other, which says the rest within two minutes', async () => {
    const scene = await aScene({ units: UNITS, databaseUrl: await database() });
    const status = await scene.due('ukesstatus');
    const due = [...status, PREVIEW];
    const speaker = scene.start();
    const death = killedAt('done by Slack, and not answered', status.at(-1) ?? '', speaker, scene.slack);
    await scene.slack.when('arrived', 'chat.postMessage');
    scene.start();
    expect((await death).status, 'killed').toBe(null);
    await untilSaid(scene.slack, due);

    expect(wrongIn(scene.slack, due)).toEqual([]);
  });
}

export function describeBotAndKjor(aScene: Scenes): void {
  describe('a bot and `kjor` on one file', () => {
    it('that want to say the same thing at the same time say it once', async () => {
      const scene = await aScene({ units: UNITS });
      const due = [...(await scene.due('ukesstatus')), ...(await scene.due('paaminnelser'))];
      const bot = scene.start();
      await bot.line;
      const runs = [scene.kjor('ukesstatus'), scene.kjor('paaminnelser'), scene.kjor('ukesstatus')];

      const answers = (await Promise.all(runs.map(({ end }) => end))).map(delivered);
      await untilSaid(scene.slack, due);
      bot.child.kill('SIGTERM');

      expect((await bot.end).status).toBe(0);
      expect(answers).toEqual(runs.map(() => expect.objectContaining({ failed: 0 })));
      // Whether a preview is shown depends on who came first.
      const shown = scene.slack.timesSaid.has(PREVIEW) ? [PREVIEW] : [];
      expect(wrongIn(scene.slack, [...due, ...shown])).toEqual([]);
    });
  });
}
