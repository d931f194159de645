import type { RealTime } from '#src/real-time.ts';

/** The work's result, or null when it failed or was not done within the time. The work itself is not stopped. */
export async function inTime<T>(
  work: () => Promise<T>,
  withinMs: number,
  time: RealTime,
): Promise<{ value: T } | null> {
  const done = new AbortController();
  const result = Promise.resolve().then(work);
  try {
    return await Promise.race([
      result.then((value) => ({ value })),
      time.sleep(withinMs, done.signal).then(() => null),
    ]);
  } catch {
    return null;
  } finally {
    done.abort();
  }
}
