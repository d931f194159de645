import fc from 'fast-check';
import { type Death, killedSomewhere } from './deaths.ts';
import { delivered, type End } from './life.ts';
import { wrongIn } from './said-once.ts';
import type { JobName, Scene, Scenes } from './scene.ts';
import { type Meeting, ONE_REPLY, TWO_REPLIES, type Unit } from './units.ts';

/** A plan and its units, what is run, and when each run but the last is killed. */
interface RandomCase {
  readonly job: JobName;
  readonly units: readonly Unit[];
  readonly deaths: readonly RandomDeath[];
}

interface RandomDeath extends Omit<Death, 'calls'> {
  /** How far into what is left to do, from 0 up to 1; null for so long after the start. */
  readonly far: number | null;
}

const death = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record<RandomDeath>({
      far: fc.double({ min: 0, max: 0.999, noNaN: true }),
      moment: fc.constantFrom('arrived', 'committed', 'answered'),
      // Mostly within the few milliseconds it takes to note an answer.
      delayMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 1100 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<RandomDeath>({
      far: fc.constant(null),
      moment: fc.constant('arrived'),
      delayMs: fc.integer({ min: 1, max: 700 }),
    }),
  },
);

const meeting = fc.constantFrom<Meeting>('person', 'email', 'channel', 'group', 'nowhere');
const small = fc.record({ meeting, tiltak: fc.constantFrom(1, 2, ONE_REPLY) });
const large = fc.record({ meeting, tiltak: fc.constant(TWO_REPLIES) });

const randomCase = fc.record<RandomCase>({
  job: fc.constantFrom('paaminnelser', 'paaminnelser', 'paaminnelser', 'ukesstatus'),
  units: fc
    .tuple(large, fc.array(small, { minLength: 2, maxLength: 4 }))
    .map(([first, others]) => [first, ...others].map((unit, at) => ({ name: `Enhet ${at + 1}`, ...unit }))),
  deaths: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(death) },
    // The one that takes over is killed, too.
    { weight: 1, arbitrary: fc.tuple(death, death) },
  ),
});

/** The same cases for the same seed. */
export function randomCases(seed: number, count: number): readonly RandomCase[] {
  return fc.sample(randomCase, { seed, numRuns: count });
}

/** How many runs were killed before their end, and what went wrong, in words. */
interface RandomOutcome {
  readonly killed: number;
  readonly wrong: readonly string[];
}

/** Kills run after run, lets one go on to the end, and another find nothing to do. */
export async function killThenFinish(aScene: Scenes, one: RandomCase): Promise<RandomOutcome> {
  const { job, units, deaths } = one;
  const scene = await aScene({ units });
  const due = await scene.due(job);
  let killed = 0;
  for (const { far, ...rest } of deaths) {
    const calls = far === null ? 0 : 1 + Math.floor(far * (due.length - scene.slack.timesSaid.size));
    const { status } = await killedSomewhere({ ...rest, calls }, scene.kjor(job), scene.slack);
    if (status === null) killed += 1;
  }
  const wrong = [...(await finish(scene, job, due.length)), ...wrongIn(scene.slack, due)];
  return { killed, wrong: wrong.length === 0 ? [] : [...wrong, JSON.stringify(one)] };
}

/** Runs it to the end and once more; says what is wrong with what each of them answers. */
async function finish(scene: Scene, job: JobName, due: number): Promise<readonly string[]> {
  const last = delivered(await runToTheEnd(scene, job));
  const again = delivered(await scene.kjorHere(job));
  const { sent, skipped, failed } = { sent: 0, skipped: 0, failed: 0, ...(last as object) };
  return [
    ...(sent + skipped === due && failed === 0 ? [] : [`the last run answered ${JSON.stringify(last)}`]),
    ...(JSON.stringify(again) === JSON.stringify({ sent: 0, skipped: due, failed: 0 })
      ? []
      : [`a run with nothing to do answered ${JSON.stringify(again)}`]),
  ];
}

const MOST_RUNS = 3;

/**
 * Here, where it costs less than in a process of its own; but then it may be held up by all that goes on here, and one
 * that is held up for so long that it loses the right to speak says that something is left, and leaves it to the next.
 */
async function runToTheEnd(scene: Scene, job: JobName): Promise<End> {
  let end = await scene.kjorHere(job);
  for (let runs = 1; end.status === 1 && runs < MOST_RUNS; runs += 1) end = await scene.kjorHere(job);
  return end;
}
