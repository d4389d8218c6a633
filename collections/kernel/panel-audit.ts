import { randomUUID } from 'node:crypto'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
  TypeWithID,
} from 'payload'
import { differences, type Difference } from '../values/differences.ts'
import { writeEntry } from './audit.ts'
import { panelTime } from './clock.ts'

// What staff save in the panel, as lines of the audit log: which fields were changed, and of those that decide what somebody may do
// or who pays, from what to what.

/** Kept by the machinery, or a secret. */
const UNTOLD = new Set([
  'id',
  'updatedAt',
  'createdAt',
  'sessions',
  'collection',
  '_status',
  'salt',
  'hash',
  'password',
  // Worked out from the others.
  'key',
  'search',
  'former',
])
const isUntold = (name: string): boolean => UNTOLD.has(name) || /^(resetPassword|_strategy|login|lock)/.test(name)

/** Said with its values: what somebody may do, and what decides who pays. */
const VALUED = ['roles', 'member', 'hosting']

type Fields = Readonly<Record<string, unknown>>

const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value == null ? 'nothing' : JSON.stringify(value)

/** "roles (registrar to admin), name"; empty where nothing was changed. */
export const changedFields = (before: Fields, after: Fields): string =>
  Object.keys({ ...before, ...after })
    .filter((name) => !isUntold(name) && JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
    .map((name) => (VALUED.includes(name) ? `${name} (${text(before[name])} to ${text(after[name])})` : name))
    .join(', ')

/** The same with the words before and after. */
const differencesIn = (before: Fields, after: Fields): Difference[] => {
  const told = (doc: Fields) => Object.fromEntries(Object.entries(doc).filter(([name]) => !isUntold(name)))
  return differences(told(before), told(after))
}

/** Of people only which fields were changed: what they were before is nobody's any more. */
const SILENT = ['person']

const say = async (
  req: PayloadRequest,
  kind: string,
  summary: string,
  changes: readonly Difference[] = [],
): Promise<void> => {
  const { user, payload } = req
  // What no member of staff does is written down where it is done.
  if (user?.collection !== 'users') return
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  await writeEntry(
    { payload, now: panelTime(payload), actor },
    {
      key: `${kind}:${randomUUID()}`,
      kind,
      summary,
      ...(changes.length > 0 && { changes: [...changes] }),
    },
  )
}

type Named = TypeWithID & Fields

const nameIn = (doc: Fields): string => String(doc['name'] || doc['title'] || doc['email'] || doc['id'])

/** Hooks of a collection whose saves go into the audit log; `label` is one of it, such as "Holiday". */
export const auditSaves = (kind: string, label: string) => ({
  afterChange: (async ({ doc, previousDoc, operation, req }) => {
    const changed = operation === 'update' ? changedFields(previousDoc ?? {}, doc) : ''
    if (operation === 'create') await say(req, `${kind}.created`, `${label} ${nameIn(doc)} was added`)
    else if (changed) {
      const values = SILENT.includes(kind) ? [] : differencesIn(previousDoc ?? {}, doc)
      await say(req, `${kind}.changed`, `${label} ${nameIn(doc)}: ${changed}`, values)
    }
  }) satisfies CollectionAfterChangeHook<Named>,
  afterDelete: (async ({ doc, req }) => {
    await say(req, `${kind}.deleted`, `${label} ${nameIn(doc)} was deleted`)
  }) satisfies CollectionAfterDeleteHook<Named>,
})

/** The same of settings there is one of. */
export const auditSettings =
  (kind: string, label: string): GlobalAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const changed = changedFields((previousDoc ?? {}) as Fields, doc as Fields)
    if (!changed) return
    const values = differencesIn((previousDoc ?? {}) as Fields, doc as Fields)
    await say(req, `${kind}.changed`, `${label}: ${changed}`, values)
  }
