import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The long form of some of them (`npm run test:lang`).
    exclude: ['tests/lang/**'],
    // Much of the time is spent waiting, for leases and child processes; vitest would leave one of two cores idle.
    maxWorkers: 3,
    // Servers, browsers and child processes share two cores with everything else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
