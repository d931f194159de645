import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { untilSaid } from '../support/survival/bots.ts';
import { wrongIn } from '../support/survival/said-once.ts';
import { useScenes } from '../support/survival/scene.ts';
import { ONE_REPLY, type Unit } from '../support/survival/units.ts';

const UNITS: readonly Unit[] = [
  { name: 'Analysegruppen', meeting: 'channel', tiltak: ONE_REPLY },
  { name: 'Kompetansegruppen', meeting: 'person', tiltak: 2 },
];

const BROKEN = 'standard:varsel:tilstand:begynt';
const WORKS = 'standard:varsel:tilstand:over';
const PREVIEW = 'standard:paaminnelser:2024-06-03:forhåndsvisning';

const aScene = useScenes();

/** Processes of their own, and the machine's own time: a minute is a minute. */
describe('two bots on one PostgreSQL that stops for some minutes', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  it('tell of it once, answer commands meanwhile, and say the rest when it is back, all of it once', async () => {
    const scene = await aScene({ units: UNITS, databaseUrl: await server.database() });
    const due = [...(await scene.due('ukesstatus')), PREVIEW];
    const stopped = scene.slack.when('committed', 'chat.postMessage').then(() => server.stop());
    const bots = [scene.start(), scene.start()];
    await stopped;
    await untilSaid(scene.slack, [BROKEN]);
    for (let command = 0; command < 4; command += 1) {
      expect((await scene.slack.command('/tiltak', '1.1')).text).toContain('Analysegruppen');
    }

    await server.start();
    await untilSaid(scene.slack, [...due, WORKS]);

    for (const { child } of bots) child.kill('SIGTERM');
    expect((await Promise.all(bots.map(({ end }) => end))).map(({ status }) => status)).toEqual([0, 0]);
    expect(wrongIn(scene.slack, [...due, BROKEN, WORKS])).toEqual([]);
  });
});

describe('a bot that is told to stop while Slack never answers', () => {
  // Longer than that, a supervisor would not wait (compose.yaml).
  it('ends with 0 all the same, and the next run finds what was said', { timeout: 60_000 }, async () => {
    const scene = await aScene({ units: UNITS });
    const fault = { kind: 'slow', until: new Promise(() => {}) } as const;
    const heal = scene.slack.fail({ method: 'chat.postMessage', fault });
    const bot = scene.start();
    await scene.slack.when('committed', 'chat.postMessage');

    bot.child.kill('SIGTERM');
    expect(await bot.end).toMatchObject({ status: 0 });

    heal();
    const due = await scene.due('ukesstatus');
    expect(await scene.kjor('ukesstatus').end).toMatchObject({ status: 0, err: '' });
    expect(due.map((key) => scene.slack.timesSaid.get(key))).toEqual(due.map(() => 1));
  });
});
