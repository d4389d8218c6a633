import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

// A record is changed, and read, in one way. What does not go that way is named here, with the reason.

const ROOT = new URL('../..', import.meta.url).pathname

const sources = readdirSync(join(ROOT, 'collections'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'payload-types.ts')
  .map(({ parentPath, name }) => join(parentPath, name))

/** How often something stands in each file. */
const countOf = (pattern: RegExp): Record<string, number> =>
  Object.fromEntries(
    sources.flatMap((path) => {
      const found = readFileSync(path, 'utf8').match(pattern)?.length ?? 0
      return found > 0 ? [[relative(ROOT, path), found]] : []
    }),
  )

const REVISED = 'applications|attendance|awards|deposits|invoices|registrations|reviews|selections|submissions'

test('a record that counts its revisions is written past `change` only where nobody decides', () => {
  const past = new RegExp(String.raw`compareAndSet(<[^>]*>)?\(\s*[\w.]+,\s*'(${REVISED})'`, 'g')
  expect(countOf(past)).toEqual({
    // What follows from a cancellation, and what people were told: forms about the record still fit.
    'collections/attendance/service/followups.ts': 1,
    'collections/registrations/service/arrival-followups.ts': 1,
    'collections/registrations/service/deadline-followups.ts': 1,
    'collections/registrations/service/session-followups.ts': 1,
    // What a colleague was asked for, and what was told, goes along with the session, whose change the log has.
    'collections/registrations/moved-days.ts': 2,
    // What a statement is found by is worked out from the rest of it: forms about it still fit.
    'collections/invoices/service/followups.ts': 1,
    // Where somebody works by now: the merger has its own line in the log.
    'collections/organizations/actions.ts': 2,
  })
})

test('documents are read by the queries of the kernel, but inside a request and for the catalog', () => {
  const raw = Object.keys(countOf(/payload\.(find|findByID|count)\(/g)).filter((path) => !path.endsWith('/hooks.ts'))
  expect(raw.toSorted()).toEqual([
    'collections/catalog/documents.ts',
    'collections/demo/service/demo.ts',
    'collections/editing/audit.ts',
    'collections/fields/index.ts',
    'collections/followups/service/changes.ts',
    'collections/kernel/queries.ts',
    'collections/registrations/begun-days.ts',
    'collections/registrations/moved-days.ts',
    'collections/sessions/title.ts',
    'collections/templates/actions.ts',
    'collections/users/last-admin.ts',
  ])
})
