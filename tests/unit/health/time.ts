import type { RealTime } from '#src/real-time.ts';

export const never = new Promise<never>(() => undefined);

/** Every wait is over as soon as it has begun. */
export const timeThatIsUp: RealTime = { now: () => 0, sleep: () => new Promise((done) => setImmediate(done)) };

/** Nothing is ever too late. */
export const timeThatNeverComes: RealTime = { now: () => 0, sleep: () => never };
