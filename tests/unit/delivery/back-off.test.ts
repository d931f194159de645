import { describe, expect, it } from 'vitest';
import { createBackOff } from '#src/delivery/back-off.ts';
import type { OutboxRow } from '#src/store/outbox.ts';

function aRow(attempts: number): OutboxRow {
  return {
    id: 'rad',
    helsefellesskap: 'Fjordvik',
    job: 'paaminnelser',
    period: '2024-06-03',
    recipient: 'Lillevik',
    part: 0,
    status: 'planned',
    attempts,
    nextAt: 0,
    firstTriedAt: null,
    channel: null,
    threadTs: null,
    ts: null,
    expiresAt: 0,
    saidAt: null,
    code: null,
    lookFirst: false,
  };
}

/** The first waits of a row, in seconds. */
function waits(random: number, attempts = 0, count = 10): readonly number[] {
  const backOff = createBackOff(() => random);
  return Array.from({ length: count }, () => backOff.next(aRow(attempts)) / 1000);
}

describe('back-off', () => {
  it('may wait up to twice as long each time, and never more than five minutes', () => {
    expect(waits(1)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('spreads those who wait all the way down to a second', () => {
    expect(waits(0)).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('goes on from the times a row was begun before this process', () => {
    expect(waits(1, 5, 2)).toEqual([64, 128]);
  });

  it('begins anew for a row that has come through', () => {
    const backOff = createBackOff(() => 1);
    backOff.next(aRow(0));
    backOff.next(aRow(0));
    backOff.forget(aRow(0));
    expect(backOff.next(aRow(0))).toBe(2000);
  });
});
