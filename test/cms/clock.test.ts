import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

// Time is an argument: it is read where something comes in, once, and handed on.

const ROOT = new URL('../..', import.meta.url).pathname

/** Where a clock is read, how often, and why there. */
const EDGE: Record<string, [reads: number, why: string]> = {
  'cms/server/page-cache.ts': [3, 'a kept page is right until a moment'],
  'cms/server/start.ts': [2, 'the clock of the server, and the moment it starts'],
  'collections/services/index.ts': [1, 'once for each request and each round of what follows'],
  'collections/followups/service/changes.ts': [1, 'compared with the stamps of documents'],
  'collections/followups/service/runner.ts': [
    1,
    'when what failed is tried again, by the clock of the machine that failed',
  ],
  'collections/kernel/keyed.ts': [1, 'the stamp of a document, as Payload writes it; nothing is decided by it'],
  'collections/users/hooks.ts': [1, 'how often somebody tried to sign in, and until when a device is known'],
  'collections/users/second-factor-hooks.ts': [1, 'codes of a second factor, and until when one is offered'],
  'collections/users/endpoints.ts': [1, 'which sign-ins are over'],
  'collections/kernel/clock.ts': [1, 'the panel, which Payload serves by itself'],
  'collections/submissions/service/cleanup.ts': [1, 'compared with the times of files on the disk'],
  'cms/changes/mongodb.ts': [1, 'the stamp of the list of changes'],
  'cms/changes/sqlite.ts': [1, 'the stamp of the list of changes'],
  'cms/maintenance/command.ts': [1, 'a command: the moment it is asked'],
  'cms/metrics/database.ts': [1, 'how long something has waited, for whoever watches'],
  'cms/server/limit-store.ts': [1, 'a limit is a matter of the machine’s clock'],
  'cms/server/requests.ts': [1, 'when a request came, for the log'],
  'cms/server/watch.ts': [
    2,
    'which counts of limits are over, and when the audit log is sealed, by the machine’s clock',
  ],
  'cms/badge-key-command.ts': [1, 'a command: when a key was retired'],
  'cms/backup/command.ts': [1, 'a command: when the backup was made'],
}

const READ = /new Date\(\)|Date\.now\(|Temporal\.Now\.|(?<![\w.]|const )clock\(\)|context\.clock\b/g

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return /^(\.next|\.astro|dist|node_modules|migrations)$/.test(entry.name) ? [] : sourcesIn(path)
    return /\.(ts|tsx|mjs|astro)$/.test(entry.name) ? [path] : []
  })

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

test('no clock is read but at the edge', () => {
  const found = ['collections', 'cms', 'site/src']
    .flatMap((folder) => sourcesIn(join(ROOT, folder)))
    .flatMap((path) => {
      const reads = withoutComments(readFileSync(path, 'utf8')).match(READ)?.length ?? 0
      return reads > 0 ? [[relative(ROOT, path), reads] as const] : []
    })
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(EDGE).map(([path, [reads]]) => [path, reads])),
  )
})
