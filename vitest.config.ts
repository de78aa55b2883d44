import { defineConfig } from 'vitest/config';

const TESTS = 'test.{ts,tsx}';
/** Of parts without module state: their files need no module graph of their own, which takes longer than most of them. */
const STATELESS = ['classroom', 'components', 'conformance', 'heap', 'walls'];

export default defineConfig({
  test: {
    // Real databases and child processes; nothing is measured here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'stateless',
          include: STATELESS.map((folder) => `tests/${folder}/**/*.${TESTS}`),
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: [`tests/**/*.${TESTS}`],
          exclude: STATELESS.map((folder) => `tests/${folder}/**`),
          globalSetup: 'tests/server/template.ts',
        },
      },
    ],
  },
});
