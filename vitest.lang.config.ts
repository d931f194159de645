import { defineConfig } from 'vitest/config';

/** The long form of what `npm test` shows in short: many more crashes, runs and messages. */
export default defineConfig({
  test: {
    include: ['tests/lang/**/*.test.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 60_000,
    // Each file starts processes by the hundred, and shares two cores with them.
    fileParallelism: false,
  },
});
