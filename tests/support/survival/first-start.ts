import { watch } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { delivered, type Life } from './life.ts';
import { wrongIn } from './said-once.ts';
import type { Scenes } from './scene.ts';
import { SEED } from './seed.ts';

/** When a process dies: so long after the nth time something happened to the files that its state is made of. */
interface EarlyDeath {
  readonly changes: number;
  readonly delayMs: number;
}

const earlyDeath = fc.record<EarlyDeath>({
  changes: fc.integer({ min: 1, max: 12 }),
  delayMs: fc.integer({ min: 0, max: 4 }),
});

const AT_ONCE = 2;

/** Kills so many processes while they make their state, and lets another start from what they left. */
export function itSurvivesDeathAtFirstStart(aScene: Scenes, count: number): void {
  it(`${count} processes killed while they make their state leave one that can be used (SURVIVAL_SEED=${SEED})`, async () => {
    const deaths = fc.sample(earlyDeath, { seed: SEED, numRuns: count });
    const outcomes = await atOnce(AT_ONCE, deaths, async (death) => {
      const scene = await aScene({ units: [{ name: 'Enheten', meeting: 'channel', tiltak: 1 }] });
      const due = await scene.due('paaminnelser');

      const killed = await killedEarly(death, scene.kjor('paaminnelser'), scene.folder);
      const second = delivered(await scene.kjor('paaminnelser').end);

      return { killed, second: { failed: 0, ...(second as object) }, wrong: wrongIn(scene.slack, due), death };
    });

    expect(outcomes.filter(({ wrong, second }) => wrong.length > 0 || second.failed > 0 || 'status' in second)).toEqual(
      [],
    );
    expect(outcomes.filter(({ killed }) => killed).length).toBeGreaterThan(count / 2);
  });
}

/** Whether it died before it was done. */
async function killedEarly({ changes, delayMs }: EarlyDeath, { child, end }: Life, folder: string): Promise<boolean> {
  let left = changes;
  const watcher = watch(folder, (_, name) => {
    left -= name?.startsWith('tilstand') ? 1 : 0;
    if (left === 0) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  const { status } = await end;
  watcher.close();
  return status === null;
}
