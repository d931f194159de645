import { afterEach, beforeEach, expect } from 'vitest';

/** Nothing that a test of this file sets going may reject without anybody caring. To be called where tests are declared. */
export function expectNoUnhandledRejection(): void {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', hear);
  });
  afterEach(async () => {
    // Node tells of them when the turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([]);
  });
}
