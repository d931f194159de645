import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Servers, browsers and child processes share two cores with everything else.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
