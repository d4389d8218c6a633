import type { CollectionSlug, Payload } from 'payload'
import { every, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'

type Doc = { id: string } & Record<string, unknown>
type Sets = Map<CollectionSlug, Set<string>>

/** What goes with what: rows of the first collection, where the named field leads to something that goes. In order. */
const HANGS_ON: readonly [CollectionSlug, field: string, on: CollectionSlug][] = [
  ['sessions', 'course', 'courses'],
  ['sessions', 'collaborative', 'collaboratives'],
  ['registrations', 'session', 'sessions'],
  ['applications', 'collaborative', 'collaboratives'],
  ['submissions', 'credential', 'credentials'],
  ['attendance', 'registration', 'registrations'],
  ['deposits', 'registration', 'registrations'],
  ['charges', 'registration', 'registrations'],
  ['charges', 'application', 'applications'],
  ['reviews', 'submission', 'submissions'],
  ['reviews', 'application', 'applications'],
  ['awards', 'registration', 'registrations'],
  ['awards', 'submission', 'submissions'],
]

/** What is about somebody or something that goes. */
const ABOUT: readonly [CollectionSlug, field: string, on: CollectionSlug][] = [
  ['files', 'registration', 'registrations'],
  ['files', 'submission', 'submissions'],
  ['messages', 'registration', 'registrations'],
  ['messages', 'application', 'applications'],
  ['messages', 'submission', 'submissions'],
  ['messages', 'invoice', 'invoices'],
  ['messages', 'person', 'people'],
  ['events', 'registration', 'registrations'],
  ['events', 'session', 'sessions'],
  ['events', 'application', 'applications'],
  ['events', 'submission', 'submissions'],
  ['events', 'person', 'people'],
]

/** Where somebody, or an organization, is still needed. */
const USES_PERSON: readonly CollectionSlug[] = ['registrations', 'applications', 'submissions']
const USES_ORGANIZATION: readonly CollectionSlug[] = [
  'people',
  'users',
  'registrations',
  'applications',
  'charges',
  'invoices',
]

const MOST_IN = 400

const setOf = (sets: Sets, slug: CollectionSlug): Set<string> => {
  const set = sets.get(slug) ?? new Set<string>()
  sets.set(slug, set)
  return set
}

const inParts = (ids: Iterable<string>): string[][] => {
  const all = [...ids]
  return Array.from({ length: Math.ceil(all.length / MOST_IN) }, (_, at) => all.slice(at * MOST_IN, (at + 1) * MOST_IN))
}

const rowsOn = async (payload: Payload, slug: CollectionSlug, field: string, ids: Iterable<string>): Promise<Doc[]> => {
  const rows: Doc[] = []
  for (const part of inParts(ids))
    rows.push(...((await every({ payload }, slug, { [field]: { in: part } })) as unknown as Doc[]))
  return rows
}

const follow = async (payload: Payload, sets: Sets, rules: typeof HANGS_ON): Promise<void> => {
  for (const [slug, field, on] of rules)
    for (const { id } of await rowsOn(payload, slug, field, setOf(sets, on))) setOf(sets, slug).add(id)
}

/** Those of the candidates nothing that stays refers to. */
const unused = async (
  payload: Payload,
  sets: Sets,
  candidates: Iterable<string>,
  [field, users]: [string, readonly CollectionSlug[]],
): Promise<string[]> => {
  const needed = new Set<string>()
  for (const slug of users)
    for (const row of await rowsOn(payload, slug, field, candidates))
      if (!setOf(sets, slug).has(row.id)) needed.add(String(idOf(row[field] as string)))
  return [...candidates].filter((id) => !needed.has(id))
}

/** Statements all of whose lines go. */
const statements = async (payload: Payload, sets: Sets): Promise<string[]> => {
  const lines = await rowsOn(payload, 'charges', 'id', setOf(sets, 'charges'))
  const of = new Set(lines.flatMap(({ invoice }) => idOf(invoice as string) ?? []))
  const kept = (await rowsOn(payload, 'charges', 'invoice', of)).filter(({ id }) => !setOf(sets, 'charges').has(id))
  const needed = new Set(kept.map(({ invoice }) => idOf(invoice as string)))
  return [...of].filter((id) => !needed.has(id))
}

/**
 * Everything that was tried with documents that go: who registered for them and only for them, what they owe, were sent and handed
 * in. `made`: people and organizations the demo itself brought.
 */
export const withRemnants = async (
  payload: Payload,
  content: Iterable<[CollectionSlug, string]>,
  made: { people: readonly string[]; organizations: readonly string[] },
): Promise<Sets> => {
  const sets: Sets = new Map()
  for (const [slug, id] of content) setOf(sets, slug).add(id)
  await follow(payload, sets, HANGS_ON)
  const people = new Set(made.people)
  for (const slug of USES_PERSON)
    for (const row of await rowsOn(payload, slug, 'id', setOf(sets, slug))) {
      const person = idOf(row['person'] as string)
      if (person) people.add(person)
    }
  for (const id of await unused(payload, sets, people, ['person', USES_PERSON])) setOf(sets, 'people').add(id)
  for (const id of await statements(payload, sets)) setOf(sets, 'invoices').add(id)
  await follow(payload, sets, ABOUT)
  const organizations = await unused(payload, sets, made.organizations, ['organization', USES_ORGANIZATION])
  for (const id of organizations) setOf(sets, 'organizations').add(id)
  // A call for applications that nobody answered is drawn up anew by whoever looks at it.
  const calls = new Set(
    (await rowsOn(payload, 'applications', 'id', setOf(sets, 'applications'))).map(({ call }) => String(call)),
  )
  for (const { id, call } of await pluck({ payload }, 'selections', {}, ['call']))
    if (calls.has(call)) setOf(sets, 'selections').add(id)
  return sets
}
