import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createLimiter } from '#src/workbook/google/limiter.ts';

const MINUTE = 60_000;

/** Time that passes only while somebody sleeps. */
function aClock() {
  let now = 0;
  return {
    now: () => now,
    async sleep(ms: number) {
      // Those who have had their turn go on first.
      await setImmediate();
      now += ms;
    },
  };
}

/** Makes so many requests for each of these at once, and tells who had their turn when. */
async function ask(requests: Readonly<Record<string, number>>, limiter = createLimiter(aClock()), now = () => 0) {
  const turns: { readonly who: string; readonly at: number }[] = [];
  await Promise.all(
    Object.entries(requests).flatMap(([who, times]) =>
      Array.from({ length: times }, async () => {
        await limiter.turn('read', who);
        turns.push({ who, at: now() });
      }),
    ),
  );
  return turns;
}

describe('requests to Sheets', () => {
  test('are fewer than sixty in any minute, however many there are', async () => {
    const clock = aClock();
    const turns = await ask({ plan: 200 }, createLimiter(clock), clock.now);

    const busiest = turns.map(({ at }) => turns.filter((other) => other.at >= at && other.at < at + MINUTE).length);
    expect(Math.max(...busiest)).toBeLessThan(60);
    expect(turns).toHaveLength(200);
    // And the quota is used: four minutes' worth.
    expect(turns.at(-1)?.at).toBe(3 * MINUTE);
  });

  test('are made at once when there are few', async () => {
    const clock = aClock();

    expect((await ask({ a: 10, b: 10 }, createLimiter(clock), clock.now)).every(({ at }) => at === 0)).toBe(true);
  });

  test('of one busy workbook hold back only that one', async () => {
    const clock = aClock();
    const turns = await ask({ travel: 150, stille: 2 }, createLimiter(clock), clock.now);

    const last = turns.findLastIndex(({ who }) => who === 'stille');
    // The first fifty were gone when the other came; then they take turns.
    expect(last).toBeLessThan(55);
    expect(turns[last]?.at).toBe(MINUTE);
  });

  test('wait when Google has said that the quota is spent', async () => {
    const clock = aClock();
    const limiter = createLimiter(clock);
    limiter.pause('read', 30_000);

    expect((await ask({ a: 1 }, limiter, clock.now))[0]?.at).toBe(30_000);
  });

  test('wait a minute at most, whatever Google has said: people are waiting', async () => {
    const clock = aClock();
    const limiter = createLimiter(clock);
    limiter.pause('read', 60 * MINUTE);

    expect((await ask({ a: 1 }, limiter, clock.now))[0]?.at).toBe(MINUTE);
  });

  test('that write are counted by themselves', async () => {
    const clock = aClock();
    const limiter = createLimiter(clock);
    await ask({ a: 50 }, limiter);

    await limiter.turn('write', 'a');

    expect(clock.now()).toBe(0);
  });
});
