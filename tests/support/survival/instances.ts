import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '#src/domain/day.ts';
import { isWorkingDay } from '#src/domain/working-days.ts';
import { killedSomewhere } from './deaths.ts';
import { delivered, type End } from './life.ts';
import { wrongIn } from './said-once.ts';
import type { Scene, Scenes } from './scene.ts';
import type { Unit } from './units.ts';

interface TwoInstances {
  readonly units: readonly Unit[];
  /** How many times both are told to run the same job: on as many Mondays. */
  readonly periods: number;
  /** In which of them the one that speaks is killed, after so many calls of Slack, and started again. */
  readonly deaths: ReadonlyMap<number, number>;
}

const JOB = 'paaminnelser';

/** A plan where nearly everything was due long ago is one that nobody keeps, and nobody is reminded by it. */
const NOT_REMINDED: Unit = { name: 'Enheten for senere', meeting: 'channel', tiltak: 9, tidsrom: '31.12.2026' };

/** @param database an empty one */
export function describeTwoInstances(
  aScene: Scenes,
  database: () => Promise<string>,
  { units, periods, deaths }: TwoInstances,
): void {
  describe('two instances on one database', () => {
    it(`told to run the same job ${periods} times, and one killed on the way, say everything once`, async () => {
      const reminded = units.map((unit) => ({ ...unit, tidsrom: '1.3.2024' }));
      const scene = await aScene({ units: [...reminded, NOT_REMINDED], databaseUrl: await database() });
      const due: string[] = [];
      for (const [at, dato] of mondays(periods).entries()) {
        const dueNow = await scene.due(JOB, dato);
        due.push(...dueNow);
        const calls = deaths.get(at);
        const ends = calls === undefined ? await bothTold(scene, dato) : await oneDies(scene, dato, calls);

        const answers = ends
          .filter((end) => !gaveWay(end))
          .map((end) => ({ ...NOTHING, ...(delivered(end) as object) }));
        const settled = answers.map(({ sent, skipped, ...rest }) => ({ ...rest, settled: sent + skipped }));
        expect(settled, dato).toEqual(answers.map(() => ({ failed: 0, settled: dueNow.length })));
        const sent = answers.reduce((sum, answer) => sum + answer.sent, 0);
        if (calls === undefined) expect(sent, dato).toBe(dueNow.length);
      }
      expect(wrongIn(scene.slack, due)).toEqual([]);
      expect(due.length).toBeGreaterThanOrEqual(periods * units.length);
    });
  });
}

const NOTHING = { sent: 0, skipped: 0, failed: 0 };

/** On a machine that is slow enough, one has not finished while the other waits, and that one says so. */
function gaveWay({ status, err }: End): boolean {
  return status === 2 && err.startsWith('En annen kjøring sender akkurat nå.');
}

function bothTold(scene: Scene, dato: string): Promise<readonly End[]> {
  return Promise.all([scene.kjor(JOB, dato).end, scene.kjor(JOB, dato).end]);
}

/** One is killed while it speaks and the other waits, and is started again at once. */
async function oneDies(scene: Scene, dato: string, calls: number): Promise<readonly End[]> {
  const first = scene.kjor(JOB, dato);
  const death = killedSomewhere({ calls, moment: 'committed', delayMs: 0 }, first, scene.slack);
  const other = scene.slack.when('arrived', 'chat.postMessage').then(() => scene.kjor(JOB, dato).end);
  expect((await death).status, 'killed').toBe(null);
  return Promise.all([other, scene.kjor(JOB, dato).end]);
}

/** So many Mondays that are not holidays, from one when all is past its deadline. */
function mondays(count: number): readonly string[] {
  const first = parseIsoDay('2024-03-04');
  if (first === null) throw new Error('no such day');
  const weeks = Array.from({ length: 2 * count }, (_, week) => addDays(first, 7 * week));
  return weeks.filter(isWorkingDay).slice(0, count);
}
