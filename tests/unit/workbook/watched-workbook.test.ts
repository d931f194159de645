import { beforeEach, describe, expect, it, vi } from 'vitest';
import { momentInOslo } from '#src/domain/day.ts';
import { watchWorkbook } from '#src/workbook/watched-workbook.ts';
import { type Workbook, WorkbookError, type WorkbookTrouble } from '#src/workbook/workbook.ts';
import { day } from '../../support/day.ts';

const POLL_MS = 20_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  return () => vi.useRealTimers();
});

/** A workbook whose content is its version, and a clock that shows how many minutes have passed. */
function aWorkbook() {
  const state = { version: 'v1', trouble: null as WorkbookTrouble | null, looks: 0, reads: 0, minutes: 0 };
  const orTrouble = (version: string) => {
    if (state.trouble) throw new WorkbookError(state.trouble, 'Det gikk ikke.');
    return version;
  };
  const workbook: Workbook = {
    name: 'Prøve',
    async version() {
      state.looks += 1;
      return orTrouble(state.version);
    },
    async read() {
      state.reads += 1;
      return { tabs: [], version: orTrouble(state.version) };
    },
  };
  const clock = () => momentInOslo(day('2024-06-03'), state.minutes);
  const watched = watchWorkbook(workbook, { pollMs: POLL_MS });
  return { state, watched, read: () => watched.reading(clock) };
}

describe('a workbook that is kept', () => {
  it('is read the first time somebody asks', async () => {
    const { state, read } = aWorkbook();
    expect(state.reads).toBe(0);

    expect(await read()).toMatchObject({ snapshot: { version: 'v1' }, readAt: { minutes: 0 } });
    expect(state.reads).toBe(1);
  });

  it('is not looked at again until the poll time is over', async () => {
    const { state, read } = aWorkbook();
    await read();
    state.version = 'v2';

    vi.advanceTimersByTime(POLL_MS - 1);
    expect((await read()).snapshot.version).toBe('v1');
    expect(state.looks).toBe(0);

    vi.advanceTimersByTime(1);
    expect((await read()).snapshot.version).toBe('v2');
  });

  it('is not read again while its version stands, and is known to be current', async () => {
    const { state, read } = aWorkbook();
    await read();

    vi.advanceTimersByTime(POLL_MS);
    state.minutes = 5;

    expect((await read()).readAt.minutes).toBe(5);
    expect(state).toMatchObject({ looks: 1, reads: 1 });
  });

  it('is read once for all who ask at the same time', async () => {
    const { state, read } = aWorkbook();

    const readings = await Promise.all([read(), read(), read()]);

    expect(state.reads).toBe(1);
    expect(new Set(readings).size).toBe(1);
  });

  it('is given as it was, with its age, while it cannot be reached', async () => {
    const { state, read } = aWorkbook();
    await read();
    state.trouble = 'unavailable';
    state.minutes = 5;
    vi.advanceTimersByTime(POLL_MS);

    expect(await read()).toMatchObject({ snapshot: { version: 'v1' }, readAt: { minutes: 0 } });
  });

  it('keeps nobody waiting more than once in a poll time while it cannot be reached', async () => {
    const { state, read } = aWorkbook();
    await read();
    state.trouble = 'unavailable';
    vi.advanceTimersByTime(POLL_MS);

    await read();
    await read();

    expect(state.looks).toBe(1);
  });

  it('is read again when it can be reached again', async () => {
    const { state, read } = aWorkbook();
    await read();
    state.trouble = 'unavailable';
    vi.advanceTimersByTime(POLL_MS);
    await read();
    Object.assign(state, { trouble: null, version: 'v2' });
    vi.advanceTimersByTime(POLL_MS);

    expect((await read()).snapshot.version).toBe('v2');
  });

  it.each(['not-found', 'no-access', 'unreadable', 'too-large', 'unavailable'] as const)(
    'is given as it was whatever the trouble is, which is told apart from the figures: %s',
    async (trouble) => {
      const { state, watched, read } = aWorkbook();
      await read();
      state.trouble = trouble;
      vi.advanceTimersByTime(POLL_MS);

      expect(await read()).toMatchObject({ snapshot: { version: 'v1' }, readAt: { minutes: 0 } });
      expect(watched.trouble()).toMatchObject({ message: 'Det gikk ikke.', mayPass: trouble === 'unavailable' });
    },
  );

  it('tells of any trouble when there is nothing old to give, and tries again at the next question', async () => {
    const { state, read } = aWorkbook();
    state.trouble = 'unavailable';
    await expect(read()).rejects.toMatchObject({ trouble: 'unavailable' });
    state.trouble = null;

    expect((await read()).snapshot.version).toBe('v1');
  });
});
