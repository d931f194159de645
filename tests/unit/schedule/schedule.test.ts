import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Schedule, type ScheduleParts, startSchedule } from '#src/schedule/schedule.ts';
import { type OpenedStore, openStore } from '#src/store/open-store.ts';
import type { Leases } from '#src/store/store.ts';

const MINUTE = 60_000;

let folder: string;
let store: OpenedStore;
const started: Schedule[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timeplan-'));
  store = await openStore({ url: `file:${join(folder, 'tilstand.sqlite')}` });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(new Date('2024-06-03T05:59:30Z'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((schedule) => schedule.stop()));
  vi.useRealTimers();
  await store.close();
  await rm(folder, { recursive: true });
});

/** An instance of the bot, which writes down when it was at work. */
function start(owner: string, parts: Partial<ScheduleParts> = {}) {
  const seen = { rounds: [] as string[], broken: [] as string[], unelected: 0 };
  const schedule = startSchedule({
    leases: store.leases,
    owner,
    everyMinute: async () => void seen.rounds.push(new Date().toISOString().slice(11, 19)),
    events: {
      roundFailed: (error) => void seen.broken.push(String(error)),
      notElected: () => void seen.unelected++,
    },
    ...parts,
  });
  started.push(schedule);
  return { ...schedule, seen };
}

/** Lets fake time go by a minute at a time, and what has begun in it come to an end. */
async function minutes(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await vi.advanceTimersByTimeAsync(MINUTE);
    await settled();
  }
}

/** The state answers in real time: goes by when it has answered whatever was asked of it before. */
async function settled(): Promise<void> {
  for (let n = 0; n < 5; n++) await store.notes.get('ingenting');
}

describe('the schedule', () => {
  it('begins at once, and then goes on every minute', async () => {
    const { seen } = start('a');
    await settled();
    await minutes(3);

    expect(seen.rounds).toEqual(['05:59:30', '06:00:00', '06:01:00', '06:02:00']);
  });

  it.each([
    ['2024-03-31T00:30:30Z', 'in March'],
    ['2024-10-26T23:30:30Z', 'in October'],
  ])('leaves out no minute of the night when clocks change (%s, %s)', async (from) => {
    vi.setSystemTime(new Date(from));
    const { seen } = start('a');
    await settled();
    await minutes(3 * 60);

    expect(seen.rounds).toHaveLength(1 + 3 * 60);
  });

  it('has one round at a time', async () => {
    const first = Promise.withResolvers<void>();
    let rounds = 0;
    start('a', { everyMinute: () => (rounds++ === 0 ? first.promise : Promise.resolve()) });
    await settled();
    await minutes(3);
    expect(rounds).toBe(1);

    first.resolve();
    await minutes(1);
    expect(rounds).toBe(2);
  });

  it('goes on after a round that broke off', async () => {
    let rounds = 0;
    const { seen } = start('a', {
      everyMinute: async () => {
        if (rounds++ === 0) throw new Error('i stykker');
      },
    });
    await settled();
    await minutes(1);

    expect([rounds, seen.broken]).toEqual([2, ['Error: i stykker']]);
  });

  it('waits for the round at hand when it is stopped, and begins no other', async () => {
    const first = Promise.withResolvers<void>();
    let rounds = 0;
    let stopped = false;
    const { stop } = start('a', {
      everyMinute: () => {
        rounds++;
        return first.promise;
      },
    });
    await settled();
    const stopping = stop().then(() => {
      stopped = true;
    });
    await minutes(2);
    expect([rounds, stopped]).toEqual([1, false]);

    first.resolve();
    await stopping;
    await minutes(2);
    expect(rounds).toBe(1);
  });
});

describe('two instances with one state', () => {
  it('have one round a minute between them', async () => {
    const [a, b] = [start('a'), start('b')];
    await settled();
    await minutes(5);

    expect([...a.seen.rounds, ...b.seen.rounds].toSorted()).toEqual([
      '05:59:30',
      '06:00:00',
      '06:01:00',
      '06:02:00',
      '06:03:00',
      '06:04:00',
    ]);
  });

  it('ask for one and the same right every minute, so that the state does not grow by it', async () => {
    const asked = new Set<string>();
    const leases: Leases = {
      ...store.leases,
      acquire(name, ...rest) {
        asked.add(name);
        return store.leases.acquire(name, ...rest);
      },
    };
    start('a', { leases });
    start('b', { leases });
    await settled();
    await minutes(3);

    expect([...asked]).toEqual(['cron:runde']);
  });

  it('take over from each other when one has died and its lease has run out', async () => {
    const [a, b] = [start('a'), start('b')];
    await settled();
    await minutes(1);
    expect(b.seen.rounds).toEqual([]);

    await a.stop();
    await minutes(1);
    expect(b.seen.rounds).toEqual(['06:01:00']);
  });
});

describe('with the state in trouble', () => {
  it('nobody is elected, it is told, and the schedule goes on when it is back', async () => {
    let away = true;
    const leases: Leases = {
      ...store.leases,
      acquire: (...lease) => (away ? Promise.reject(new Error('borte')) : store.leases.acquire(...lease)),
    };
    const { seen } = start('a', { leases });
    await settled();
    await minutes(2);
    expect([seen.rounds, seen.unelected]).toEqual([[], 3]);

    away = false;
    await minutes(1);
    expect([seen.rounds, seen.broken]).toEqual([['06:02:00'], []]);
  });
});
