import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canLimit, DAMAGES, ruin, withoutRoom } from '../support/outage/disk.ts';
import type { End } from '../support/survival/life.ts';
import { wrongIn } from '../support/survival/said-once.ts';
import { useScenes } from '../support/survival/scene.ts';
import { ONE_REPLY, type Unit } from '../support/survival/units.ts';

const UNITS: readonly Unit[] = [
  { name: 'Analysegruppen', meeting: 'channel', tiltak: ONE_REPLY },
  { name: 'Kompetansegruppen', meeting: 'person', tiltak: 2 },
];

const aScene = useScenes();

/** One sentence or two on one line, which no stack is. */
function saysOneLine({ err }: End): boolean {
  return /^[A-ZÆØÅ][^\n]*\.\n$/.test(err);
}

describe('kjor, with the state in trouble', () => {
  it('goes on with a new state where the file was damaged, says so, and sends nothing again', async () => {
    const scene = await aScene({ units: UNITS });
    const due = await scene.due('paaminnelser');
    await scene.kjor('paaminnelser').end;
    DAMAGES[0]?.[1](join(scene.folder, 'tilstand.sqlite'));

    const again = await scene.kjor('paaminnelser').end;

    expect(again).toMatchObject({ status: 0, err: expect.stringContaining('skadet eller borte') });
    expect(saysOneLine(again)).toBe(true);
    expect(JSON.parse(again.out)).toEqual({ sent: 0, skipped: due.length, failed: 0 });
    const alerts = [...scene.slack.timesSaid.keys()].filter((key) => key.includes(':varsel:'));
    expect(alerts).toHaveLength(1);
    expect(wrongIn(scene.slack, [...due, ...alerts])).toEqual([]);
  });

  it('ends with 1 when the file is damaged after something was sent, and the next run goes on', async () => {
    const scene = await aScene({ units: UNITS });
    const due = await scene.due('paaminnelser');
    scene.slack.on('committed', 'chat.postMessage', () => {
      if (scene.slack.counted('chat.postMessage').committed === 2) ruin(join(scene.folder, 'tilstand.sqlite'));
    });

    const broken = await scene.kjor('paaminnelser').end;
    expect(broken).toMatchObject({ status: 1, err: expect.stringContaining('skadet') });
    expect(saysOneLine(broken)).toBe(true);

    expect(await scene.kjor('paaminnelser').end).toMatchObject({ status: 0 });
    expect(due.map((key) => scene.slack.timesSaid.get(key))).toEqual(due.map(() => 1));
  });

  it.skipIf(!canLimit())('ends with 2 on a full disk, says so, and sends nothing', async () => {
    const scene = await aScene({ units: UNITS });

    const refused = await withoutRoom(() => scene.kjor('paaminnelser').end);

    expect(refused).toMatchObject({ status: 2, out: '', err: expect.stringContaining('ikke plass') });
    expect(saysOneLine(refused)).toBe(true);
    expect(scene.slack.posts).toEqual([]);
    expect(await scene.kjor('paaminnelser').end).toMatchObject({ status: 0 });
  });

  it('ends with 2 when the database does not answer, says so, and sends nothing', async () => {
    const scene = await aScene({ units: UNITS, databaseUrl: 'postgres://bot:hemmelig@127.0.0.1:1/bot' });

    const refused = await scene.kjor('paaminnelser').end;

    expect(refused).toMatchObject({ status: 2, out: '', err: expect.stringContaining('kontakt med databasen') });
    expect(saysOneLine(refused)).toBe(true);
    expect(refused.err).not.toContain('hemmelig');
    expect(scene.slack.posts).toEqual([]);
  });
});
