import { configDefaults, defineConfig } from 'vitest/config';

import { LONG_TESTS } from './test/long.ts';

const isLong = process.env['AMPARO_TESTS'] === 'long';

export default defineConfig({
  test: {
    include: isLong ? LONG_TESTS : ['test/**/*.test.ts'],
    exclude: isLong ? configDefaults.exclude : [...configDefaults.exclude, ...LONG_TESTS],
    reporters: ['default', './test/closing-line.ts'],
    // Real browsers on a machine that does other things too: what is slow there is not wrong.
    testTimeout: 180_000,
    retry: 1,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
