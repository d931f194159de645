import { describe, expect, it } from 'vitest';
import { createLanes, type Lane } from '#src/delivery/lanes.ts';
import { NotNow, type Patience } from '#src/delivery/patience.ts';
import { refused } from '../../support/delivery-slack.ts';
import { steppingTime } from '../../support/real-time.ts';

const CHANNEL: Lane = { name: 'posting:C1', spacingMs: 1000 };
const LOOKING: Lane = { name: 'looking', spacingMs: 0 };

function patience(deadline = Number.MAX_SAFE_INTEGER) {
  const over = new AbortController();
  const one: Patience = { going: () => !over.signal.aborted, signal: over.signal, deadline };
  return { ...one, callOff: () => over.abort() };
}

describe('a lane', () => {
  it('lets those of a channel through one at a time, in order, at its pace', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 8);
    const calls: string[] = [];
    const call = (name: string, tookMs: number) =>
      lanes.inTurn(CHANNEL, patience(), async () => {
        calls.push(`${name} ${time.now()}`);
        await time.sleep(tookMs);
      });
    await Promise.all([call('a', 0), call('b', 3000), call('c', 0)]);
    expect(calls).toEqual(['a 0', 'b 1000', 'c 4000']);
  });

  it('lets calls without a pace overlap, up to what may be done at once', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 2);
    const calls: number[] = [];
    const call = () =>
      lanes.inTurn(LOOKING, patience(), async () => {
        calls.push(time.now());
        await time.sleep(10);
      });
    await Promise.all([call(), call(), call()]);
    expect(calls).toEqual([0, 0, 10]);
  });

  it('is held as long as Slack asks for, and hands the refusal on', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 8);
    const error = refused('ratelimited', 30_000);
    await expect(lanes.inTurn(LOOKING, patience(), () => Promise.reject(error))).rejects.toBe(error);
    expect(await lanes.inTurn(CHANNEL, patience(), async () => time.now())).toBe(0);
    expect(await lanes.inTurn(LOOKING, patience(), async () => time.now())).toBe(30_000);
  });

  it('is not waited for longer than the round has patience', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 8);
    await lanes.inTurn(LOOKING, patience(), () => Promise.reject(refused('ratelimited', 30_000))).catch(() => {});
    await expect(lanes.inTurn(LOOKING, patience(10_000), async () => 'called')).rejects.toThrow(NotNow);
    expect(time.now()).toBe(10_000);
  });

  it('lets nobody through when the round is called off, and is free afterwards', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 8);
    const round = patience();
    await lanes.inTurn(CHANNEL, round, async () => {});
    const waiting = [1, 2, 3].map(() => lanes.inTurn(CHANNEL, round, async () => 'called'));
    round.callOff();
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await lanes.inTurn(CHANNEL, patience(), async () => 'called')).toBe('called');
  });

  it('keeps its pace however many others there are', async () => {
    const time = steppingTime(0);
    const lanes = createLanes(time, 8);
    await lanes.inTurn(CHANNEL, patience(), async () => {});
    for (let other = 0; other < 2000; other += 1) {
      await lanes.inTurn({ name: `posting:X${other}`, spacingMs: 1000 }, patience(), async () => {});
    }
    expect(await lanes.inTurn(CHANNEL, patience(), async () => time.now())).toBe(1000);
  });
});
