import { defineConfig } from 'vitest/config'

/** Kinds of tests, from the quick to the slow; each waits for the one before, so that none is measured beside another. */
const project = (name: string, groupOrder: number, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, sequence: { groupOrder }, ...more },
})

export default defineConfig({
  test: {
    environment: 'node',
    retry: 0,
    maxWorkers: '100%',
    setupFiles: ['test/support/no-errors.ts'],
    projects: [
      project('unit', 0, ['test/{collections,site,seed,cms}/**/*.test.ts'], { testTimeout: 30_000 }),
      project('database', 1, ['test/database/**/*.test.ts'], { hookTimeout: 30_000, testTimeout: 15_000 }),
      project('http', 2, ['test/http/**/*.test.ts'], {
        globalSetup: ['test/http/setup.ts'],
        hookTimeout: 60_000,
        testTimeout: 60_000,
      }),
      project('browser', 3, ['test/browser/**/*.test.ts'], {
        globalSetup: ['test/browser/setup.ts'],
        hookTimeout: 60_000,
        testTimeout: 30_000,
      }),
    ],
  },
})
