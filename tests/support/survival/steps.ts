import { describe, expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { killedAt, STEPS } from './deaths.ts';
import { delivered } from './life.ts';
import { wrongIn } from './said-once.ts';
import type { JobName, Scenes } from './scene.ts';
import { type Meeting, TWO_REPLIES } from './units.ts';

/** What is being sent to whom when the process dies, and what was sent before it. */
interface Sending {
  readonly what: string;
  readonly job: JobName;
  readonly meeting: Meeting;
  /** 0 for the message, 1 and up for the replies in its thread. */
  readonly part: number;
  /** What dies: the job run by hand, or a bot that runs it because it is due. */
  readonly by: 'kjor' | 'start';
}

export const SENDINGS: readonly Sending[] = [
  { what: 'a reminder to a person', job: 'paaminnelser', meeting: 'person', part: 0, by: 'kjor' },
  { what: 'a reply in a person’s thread', job: 'paaminnelser', meeting: 'person', part: 1, by: 'kjor' },
  { what: 'the weekly status in the channel', job: 'ukesstatus', meeting: 'channel', part: 0, by: 'kjor' },
  { what: 'a reply in its thread', job: 'ukesstatus', meeting: 'channel', part: 1, by: 'kjor' },
];

/** Those that are much like the others, and are tried in the long form only. */
export const MORE_SENDINGS: readonly Sending[] = [
  { what: 'a reminder in a unit’s channel', job: 'paaminnelser', meeting: 'channel', part: 0, by: 'kjor' },
  { what: 'a reply in a unit’s channel', job: 'paaminnelser', meeting: 'channel', part: 1, by: 'kjor' },
  { what: 'the last reply in a person’s thread', job: 'paaminnelser', meeting: 'person', part: 2, by: 'kjor' },
  { what: 'a reminder to a person met by e-mail', job: 'paaminnelser', meeting: 'email', part: 0, by: 'kjor' },
  { what: 'a reminder that calls a user group', job: 'paaminnelser', meeting: 'group', part: 0, by: 'kjor' },
];

/** A bot's own. */
export const BOT_SENDINGS: readonly Sending[] = [
  { what: 'the bot’s weekly status', job: 'ukesstatus', meeting: 'person', part: 0, by: 'start' },
  {
    what: 'a reply in the thread of the bot’s weekly status',
    job: 'ukesstatus',
    meeting: 'person',
    part: 1,
    by: 'start',
  },
];

/** Kills a process at each step of sending each of these, lets another go on, and a third find nothing to do. */
export function describeSteps(aScene: Scenes, sendings: readonly Sending[]): void {
  const cases = sendings.flatMap((sending) => STEPS.map((step) => ({ ...sending, step })));

  describe('a process that is killed while it sends', () => {
    it('leaves it to the next, which says what was not said, and nothing twice', async () => {
      const outcomes = await atOnce(AT_ONCE, cases, async ({ what, step, job, meeting, part, by }) => {
        const scene = await aScene({
          units: [{ name: 'Enheten', meeting, tiltak: TWO_REPLIES }],
          hasAdmin: by === 'kjor',
        });
        const due = await scene.due(job);
        const key = due.filter((each) => each.includes(job))[part] ?? '';

        const first = await killedAt(step, key, by === 'kjor' ? scene.kjor(job) : scene.start(), scene.slack);
        const second = delivered(await scene.kjor(job).end);
        const third = delivered(await scene.kjorHere(job));

        const wrong = wrongIn(scene.slack, due);
        return { case: `${what}, ${step}`, killed: first.status === null, second, third, wrong, said: due.length };
      });

      const expected = cases.map(({ what, step, part }, at) => {
        const said = outcomes[at]?.said ?? 0;
        // What stands there already is found by the second, and is not its own doing.
        const saidBefore = step === 'begun, and not done by Slack' ? part : part + 1;
        return {
          case: `${what}, ${step}`,
          killed: true,
          second: { sent: said - saidBefore, skipped: saidBefore, failed: 0 },
          third: { sent: 0, skipped: said, failed: 0 },
          wrong: [],
          said,
        };
      });
      expect(outcomes).toEqual(expected);
      expect(outcomes.filter(({ said }) => said < 3)).toEqual([]);
    });
  });
}

/** Mostly they wait for a dead process's lease to run out. */
const AT_ONCE = 12;
