import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#src/store/open-store.ts';
import { delivered } from '../support/survival/life.ts';
import { wrongIn } from '../support/survival/said-once.ts';
import { useScenes } from '../support/survival/scene.ts';
import { ONE_REPLY, type Unit } from '../support/survival/units.ts';

const UNITS: readonly Unit[] = [
  { name: 'Analysegruppen', meeting: 'channel', tiltak: ONE_REPLY },
  { name: 'Kompetansegruppen', meeting: 'person', tiltak: 2 },
];

const aScene = useScenes();

describe('a process that is told to stop while posts are on their way', () => {
  it('waits for Slack’s answer and ends with 0; what is left is said by the next run, and nothing twice', async () => {
    const scene = await aScene({ units: UNITS });
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    scene.slack.fail({ method: 'chat.postMessage', fault: { kind: 'slow', until: answered } });
    const first = scene.start();
    await scene.slack.when('committed', 'chat.postMessage');
    first.child.kill('SIGTERM');
    setTimeout(answer, 300);

    expect(await first.end).toMatchObject({ status: 0 });
    expect(scene.slack.counted('chat.postMessage').answered).toBe(scene.slack.counted('chat.postMessage').committed);

    const due = await scene.due('ukesstatus');
    expect(await scene.kjor('ukesstatus').end).toMatchObject({ status: 0, err: '' });
    expect(due.map((key) => scene.slack.timesSaid.get(key))).toEqual(due.map(() => 1));
    expect([...scene.slack.timesSaid.values()].filter((times) => times > 1)).toEqual([]);
  });

  it('as kjor, tells that not all was sent; the next run goes on at once', async () => {
    const scene = await aScene({ units: UNITS });
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    scene.slack.fail({ method: 'chat.postMessage', times: 1, fault: { kind: 'slow', until: answered } });
    const first = scene.kjor('ukesstatus');
    await scene.slack.when('committed', 'chat.postMessage');
    first.child.kill('SIGTERM');
    setTimeout(answer, 300);
    expect(await first.end).toMatchObject({ status: 1 });

    const due = await scene.due('ukesstatus');
    // No lease is left to be waited out.
    const state = await openStore({ url: `file:${join(scene.folder, 'tilstand.sqlite')}` });
    expect(await state.leases.acquire('levering:standard', 'noen', 1)).toBe(true);
    await state.close();
    expect(delivered(await scene.kjor('ukesstatus').end)).toEqual({ sent: due.length - 1, skipped: 1, failed: 0 });
    expect(wrongIn(scene.slack, due)).toEqual([]);
  });
});

describe('a bot whose database is away when it starts', () => {
  it('says so, starts, answers commands, and stops when it is told to', async () => {
    const scene = await aScene({ units: UNITS, databaseUrl: 'postgres://bot:hemmelig@127.0.0.1:1/bot' });
    const bot = scene.start();
    expect(await bot.line).toContain('Boten er klar');
    expect((await scene.slack.command('/tiltak', '1.1')).text).toContain('Analysegruppen');

    bot.child.kill('SIGTERM');

    const { status, out } = await bot.end;
    expect(status).toBe(0);
    expect(out).toContain('Får ikke kontakt med databasen');
    expect(out).toContain('Jeg prøver igjen hvert minutt.');
    expect(out).not.toContain('hemmelig');
  });
});
