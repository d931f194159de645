import { describe, expect, it, onTestFinished } from 'vitest';
import { momentInOslo } from '#src/domain/day.ts';
import type { Inspect } from '#src/workbook/inspection.ts';
import type { SnapshotMemory } from '#src/workbook/reading.ts';
import { type WatchOptions, watchWorkbook } from '#src/workbook/watched-workbook.ts';
import { type Cell, type Workbook, WorkbookError, type WorkbookTrouble } from '#src/workbook/workbook.ts';
import { day } from '../../support/day.ts';
import { steppingTime } from '../../support/real-time.ts';

const POLL_MS = 20_000;
const MINUTE = 60_000;

/** A sheet with one cell, somewhere far away, and a bot that watches it by a clock that shows the minutes that have passed. */
function aWatch(options: Partial<WatchOptions> = {}) {
  const time = steppingTime(0);
  const sheet = {
    version: 'v1',
    content: 'A' as Cell,
    trouble: null as WorkbookTrouble | null,
    mistake: null as Error | null,
    takesMs: 0,
    looks: [] as number[],
    reads: [] as number[],
  };
  async function answered<T>(answer: T): Promise<T> {
    if (sheet.takesMs > 0) await time.sleep(sheet.takesMs);
    if (sheet.mistake) throw sheet.mistake;
    if (sheet.trouble) throw new WorkbookError(sheet.trouble, 'Det gikk ikke.');
    return answer;
  }
  const workbook: Workbook = {
    name: 'Prøve',
    isRemote: true,
    async version() {
      sheet.looks.push(time.now());
      return answered(sheet.version);
    },
    async read(version = sheet.version) {
      sheet.reads.push(time.now());
      return answered({ tabs: [{ name: 'Ark', rows: [[sheet.content]], merges: [], url: null }], version });
    },
  };
  const clock = () => momentInOslo(day('2024-06-03'), Math.floor(time.now() / MINUTE));
  const watched = watchWorkbook(workbook, { pollMs: POLL_MS, inBackground: true, time, ...options });
  onTestFinished(() => watched.stop());

  return {
    sheet,
    watched,
    passes: (ms: number) => time.sleep(ms),
    now: time.now,
    async read() {
      const { snapshot, readAt, restored } = await watched.reading(clock);
      return { cell: snapshot.tabs[0]?.rows[0]?.[0], version: snapshot.version, minutes: readAt.minutes, restored };
    },
  };
}

describe('a workbook that is far away', () => {
  it('is looked at by itself, and read when it has changed', async () => {
    const { sheet, passes, read } = aWatch();
    await read();
    await passes(2 * MINUTE + 1);
    expect({ looks: sheet.looks.length, reads: sheet.reads.length }).toEqual({ looks: 6, reads: 1 });

    Object.assign(sheet, { version: 'v2', content: 'B' });
    await passes(POLL_MS);

    expect(await read()).toMatchObject({ cell: 'B', version: 'v2' });
    expect(sheet.reads).toHaveLength(2);
  });

  it('keeps nobody waiting who asks', async () => {
    const { sheet, passes, now, read } = aWatch();
    await read();
    sheet.takesMs = 50_000;
    await passes(30_000);

    const before = now();
    expect(await read()).toMatchObject({ cell: 'A' });
    expect(now()).toBe(before);
  });

  it('is read every ten minutes whatever its version says, since formulas come to something else by themselves', async () => {
    const { sheet, passes, read } = aWatch();
    const first = await read();
    sheet.content = 'B';
    await passes(11 * MINUTE);

    const second = await read();
    expect(second.cell).toBe('B');
    expect(second.version).not.toBe(first.version);
    await passes(10 * MINUTE);
    expect((await read()).version).toBe(second.version);
    expect(sheet.reads).toHaveLength(3);
  });

  it('is looked at at once when somebody says that there is news', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    Object.assign(sheet, { version: 'v2', content: 'B' });
    await passes(1);
    watched.lookNow();
    await passes(1);

    expect((await read()).cell).toBe('B');
  });

  it('is looked at once more when the news came during a look, which may have been too early', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    sheet.takesMs = 1000;
    await passes(POLL_MS + 500);
    watched.lookNow();
    await passes(2000);

    expect(sheet.looks).toEqual([POLL_MS, POLL_MS + 1000]);
  });

  it('is left in peace for seconds between looks, however often there is news', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    for (let news = 0; news < 100; news += 1) {
      watched.lookNow();
      await passes(300);
    }

    expect(sheet.looks.length).toBeGreaterThan(5);
    expect(sheet.looks.length).toBeLessThan(15);
  });

  it('is looked at no more when the bot stops', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    watched.stop();
    await passes(10 * MINUTE);

    expect(sheet.looks).toEqual([]);
  });
});

describe('while it cannot be reached', () => {
  it('is given as it was, with its age, and looked at more and more seldom', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    sheet.trouble = 'unavailable';
    await passes(60 * MINUTE);

    expect(await read()).toMatchObject({ cell: 'A', minutes: 0 });
    expect(watched.trouble()).toMatchObject({ mayPass: true, hasFigures: true });
    expect(watched.trouble()?.lastedMs).toBeGreaterThan(59 * MINUTE);
    expect(sheet.looks.length).toBeLessThan(65);
  });

  it('is followed again within a minute when it can be', async () => {
    const { sheet, watched, passes, read } = aWatch();
    await read();
    sheet.trouble = 'no-access';
    await passes(60 * MINUTE);
    Object.assign(sheet, { trouble: null, version: 'v2', content: 'B' });
    await passes(MINUTE);

    expect(await read()).toMatchObject({ cell: 'B', minutes: 60 });
    expect(watched.trouble()).toBeNull();
  });

  it('a mistake of ours ends nothing', async () => {
    const mistakes: unknown[] = [];
    const { sheet, watched, passes, read } = aWatch({ onMistake: (error) => mistakes.push(error) });
    await read();
    sheet.mistake = new TypeError('Det skulle ikke skje.');
    await passes(MINUTE);
    expect(watched.trouble()).toMatchObject({ mayPass: false, hasFigures: true });
    expect(mistakes[0]).toBeInstanceOf(TypeError);

    Object.assign(sheet, { mistake: null, version: 'v2', content: 'B' });
    await passes(MINUTE);
    expect((await read()).cell).toBe('B');
    expect(watched.trouble()).toBeNull();
  });
});

describe('at the start', () => {
  const kept: SnapshotMemory = {
    keep: () => undefined,
    load: async () => ({
      snapshot: { tabs: [{ name: 'Ark', rows: [['husket']], merges: [], url: null }], version: 'v0' },
      readAt: momentInOslo(day('2024-06-02'), 600),
    }),
  };

  it('what is kept is given when the first look takes long, and the figures themselves when they come', async () => {
    const { sheet, passes, now, read } = aWatch({ memory: kept });
    sheet.takesMs = 40_000;

    expect(await read()).toMatchObject({ cell: 'husket', restored: true, minutes: 600 });
    expect(now()).toBeLessThanOrEqual(5000);
    await passes(40_000);
    expect(await read()).toMatchObject({ cell: 'A', restored: false });
  });

  it.each(['unavailable', 'no-access', 'not-found', 'unreadable'] as const)(
    'what is kept is given when it cannot be read: %s',
    async (trouble) => {
      const { sheet, watched, read } = aWatch({ memory: kept });
      sheet.trouble = trouble;

      expect(await read()).toMatchObject({ cell: 'husket', version: 'v0:husket' });
      expect(watched.trouble()).toMatchObject({ hasFigures: true });
    },
  );

  it('nobody knows yet that all is well', async () => {
    const { sheet, watched, passes, read } = aWatch({ memory: kept });
    Object.assign(sheet, { takesMs: 30_000, trouble: 'unavailable' });
    await read();
    expect({ trouble: watched.trouble(), hasLooked: watched.hasLooked() }).toEqual({ trouble: null, hasLooked: false });

    await passes(30_000);
    expect(watched.hasLooked()).toBe(true);
    expect(watched.trouble()).not.toBeNull();
  });

  it('without anything kept, those who ask are told why there are no figures, and are not kept waiting for it again', async () => {
    const { sheet, watched, passes, read } = aWatch();
    sheet.trouble = 'no-access';
    await expect(read()).rejects.toMatchObject({ trouble: 'no-access' });
    await expect(read()).rejects.toMatchObject({ trouble: 'no-access' });
    expect(sheet.reads).toHaveLength(1);
    expect(watched.trouble()).toMatchObject({ hasFigures: false });

    sheet.trouble = null;
    await passes(MINUTE);
    expect((await read()).cell).toBe('A');
  });
});

describe('new content that cannot be trusted', () => {
  /** Holds a blank cell back for five minutes. */
  const noBlanks: Inspect = async (good, next, heldMs) => {
    const isLost = next.tabs[0]?.rows[0]?.[0] === null && heldMs('cellen') < 5 * MINUTE;
    return { losses: isLost ? ['Cellen er tom.'] : [], trusted: isLost ? { ...good, version: 'holdt' } : next };
  };

  it('is held back, with the age of what is given instead, until it is good again', async () => {
    const keeps: string[] = [];
    const memory = { keep: ({ snapshot }: { snapshot: { version: string } }) => void keeps.push(snapshot.version), load: async () => null }; // biome-ignore format: short
    const { sheet, watched, passes, read } = aWatch({ inspect: noBlanks, memory });
    await read();
    Object.assign(sheet, { version: 'v2', content: null });
    await passes(2 * MINUTE);

    expect(await read()).toMatchObject({ cell: 'A', version: 'holdt', minutes: 0 });
    expect(watched.trouble()).toMatchObject({ message: 'Cellen er tom.', mayPass: false });
    expect(keeps).not.toContain('v2');

    Object.assign(sheet, { version: 'v3', content: 'B' });
    await passes(MINUTE);
    expect(await read()).toMatchObject({ cell: 'B', version: 'v3' });
    expect(watched.trouble()).toBeNull();
  });

  it('is held back for its own time, whatever else is held back already', async () => {
    /** Each letter is something that is lost: X for an hour, Y for five minutes. */
    const letters: Inspect = async (good, next, heldMs) => {
      const text = String(next.tabs[0]?.rows[0]?.[0]);
      const losses = Object.entries({ X: 60, Y: 5 }).flatMap(([letter, minutes]) =>
        text.includes(letter) && heldMs(letter) < minutes * MINUTE ? [letter] : [],
      );
      return { losses, trusted: losses.length > 0 ? { ...good, version: 'holdt' } : next };
    };
    const { sheet, watched, passes, read } = aWatch({ inspect: letters });
    await read();
    Object.assign(sheet, { version: 'v2', content: 'X' });
    await passes(30 * MINUTE);
    Object.assign(sheet, { version: 'v3', content: 'XY' });

    await passes(MINUTE);
    expect(watched.trouble()?.message).toBe('X Y');
    await passes(5 * MINUTE);
    expect(watched.trouble()?.message).toBe('X');
    await passes(30 * MINUTE);
    expect(watched.trouble()).toBeNull();
  });

  it('is taken as meant when it has lasted', async () => {
    const { sheet, watched, passes, read } = aWatch({ inspect: noBlanks });
    await read();
    Object.assign(sheet, { version: 'v2', content: null });
    await passes(6 * MINUTE);

    expect(await read()).toMatchObject({ cell: null, version: 'v2' });
    expect(watched.trouble()).toBeNull();
  });
});
