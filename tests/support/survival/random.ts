import { expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { killThenFinish, randomCases } from './random-kills.ts';
import type { Scenes } from './scene.ts';
import { SEED } from './seed.ts';

/** Mostly they wait for a dead process's lease to run out. */
const AT_ONCE = 25;

/** Kills so many runs at random points, each on a state of its own, and lets another go on. */
export function itSurvivesRandomKills(aScene: Scenes, count: number): void {
  it(`${count} runs killed at random points leave nothing unsaid and nothing said twice (SURVIVAL_SEED=${SEED})`, async () => {
    const outcomes = await atOnce(AT_ONCE, randomCases(SEED, count), (one) => killThenFinish(aScene, one));

    expect(outcomes.flatMap(({ wrong }) => wrong)).toEqual([]);
    const killed = outcomes.reduce((sum, { killed: some }) => sum + some, 0);
    expect(killed).toBeGreaterThan(count / 2);
  });
}
