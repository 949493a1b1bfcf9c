import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // Real browsers on a machine that does other things too: what is slow there is not wrong.
    testTimeout: 180_000,
    retry: 1,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
