import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'
import { slowest } from './support/slowest.ts'

/**
 * Kinds of tests. Those with the same order run side by side, the longest files first; the next order
 * waits for them, and the demo it needs is seeded meanwhile. Files share a process, so they leave nothing behind that another
 * could meet. The limits are for what hangs, not for what is slow on a busy machine.
 */
const project = (name: string, groupOrder: number, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, sequence: { groupOrder }, ...more },
})

export default defineConfig({
  test: {
    environment: 'node',
    retry: 0,
    maxWorkers: '100%',
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ['test/support/no-errors.ts'],
    reporters: ['default', slowest],
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 0, ['test/{architecture,collections,site,seed,cms}/**/*.test.ts'], {
        isolate: false,
        testTimeout: 60_000,
      }),
      project('database', 0, ['test/database/**/*.test.ts'], {
        isolate: false,
        hookTimeout: 120_000,
        testTimeout: 60_000,
      }),
      // Only where there is a server to test; see test/mongodb/run.ts.
      ...(process.env['MONGODB_URL']
        ? [project('mongodb', 0, ['test/mongodb/**/*.test.ts'], { hookTimeout: 300_000, testTimeout: 300_000 })]
        : []),
      project('http', 1, ['test/http/**/*.test.ts'], {
        isolate: false,
        globalSetup: ['test/http/setup.ts'],
        setupFiles: ['test/http/ready.ts'],
        hookTimeout: 180_000,
        testTimeout: 240_000,
      }),
      project('browser', 1, ['test/browser/**/*.test.ts'], {
        isolate: false,
        globalSetup: ['test/browser/setup.ts'],
        setupFiles: ['test/browser/ready.ts'],
        hookTimeout: 180_000,
        testTimeout: 120_000,
      }),
      ...(['walks', 'long'] as const).map((name) =>
        project(name, 2, [`test/${name}/**/*.test.ts`], {
          globalSetup: ['test/http/setup.ts', 'test/browser/setup.ts'],
          setupFiles: ['test/http/ready.ts', 'test/browser/ready.ts'],
          hookTimeout: 180_000,
          testTimeout: 600_000,
        }),
      ),
    ],
  },
})
