import { describe, expect, it } from 'vitest';
import { takeLease } from '#src/delivery/lease.ts';
import type { RealTime } from '#src/real-time.ts';
import { steppingTime } from '../../support/real-time.ts';

const SECOND = 1000;

/** How the state answers when it is asked for the right: at once, or so many milliseconds late. */
type Answer = boolean | Error | { readonly afterMs: number; readonly answer: boolean | Error };

const AWAY = new Error('away');

/** The right as a state gives it that answers like this, in order, and then no more. */
function lease(time: RealTime, ...answers: readonly Answer[]) {
  const left = [...answers];
  const leases = {
    async acquire(): Promise<boolean> {
      const answer = left.shift() ?? AWAY;
      const isLate = typeof answer === 'object' && 'afterMs' in answer;
      if (isLate) await time.sleep(answer.afterMs);
      const what = isLate ? answer.answer : answer;
      if (what instanceof Error) throw what;
      return what;
    },
    async release() {},
  };
  return takeLease(leases, 'levering', { owner: 'denne', time });
}

describe('the right to speak', () => {
  it('lasts for eight seconds from before it was asked for, however late the answer comes', async () => {
    const time = steppingTime(0);
    const held = await lease(time, { afterMs: 5 * SECOND, answer: true });

    await time.sleep(2.9 * SECOND);
    expect(held?.held()).toBe(true);
    await time.sleep(0.2 * SECOND);
    expect(held?.held()).toBe(false);
    await held?.release();
  });

  it('is renewed for as long as the state answers, and lasts out a state that is away for a moment', async () => {
    const time = steppingTime(0);
    const held = await lease(time, true, true, AWAY, AWAY, true);

    await time.sleep(15 * SECOND);
    expect(held?.held()).toBe(true);
    await held?.release();
  });

  it('that has run out is not taken up again, though the state would give it', async () => {
    const time = steppingTime(0);
    const held = await lease(time, true, { afterMs: 7 * SECOND, answer: AWAY }, true, true);

    await time.sleep(13 * SECOND);
    expect(held?.held()).toBe(false);
    expect(held?.lost.aborted).toBe(true);
    await held?.release();
  });

  it('is lost at once when somebody else has it', async () => {
    const time = steppingTime(0);
    const held = await lease(time, true, false);

    await time.sleep(2.1 * SECOND);
    expect(held?.held()).toBe(false);
    expect(held?.lost.aborted).toBe(true);
    await held?.release();
  });

  it('is nobody’s to take while somebody else has it', async () => {
    expect(await lease(steppingTime(0), false)).toBeNull();
  });
});
