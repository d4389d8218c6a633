import type { CollectionSlug, Where } from 'payload'
import type { Referrer } from './policy.ts'

/** Every place that names an organization of the list, and what such a document is called. `isMoved`: it goes along with a merger. */
export const REFERRERS: readonly (Omit<Referrer, 'count'> & {
  collection: CollectionSlug
  paths: readonly string[]
  isMoved: boolean
})[] = [
  {
    collection: 'registrations',
    paths: ['organization', 'host', 'payer.organization', 'sponsor.organization'],
    one: 'registration',
    many: 'registrations',
    isMoved: true,
  },
  // What was booked and sent keeps the payer it was made for.
  { collection: 'charges', paths: ['organization'], one: 'charge', many: 'charges', isMoved: false },
  { collection: 'invoices', paths: ['organization'], one: 'statement', many: 'statements', isMoved: false },
  { collection: 'people', paths: ['organization'], one: 'person', many: 'people', isMoved: true },
  { collection: 'applications', paths: ['organization'], one: 'application', many: 'applications', isMoved: true },
  { collection: 'submissions', paths: ['organization'], one: 'submission', many: 'submissions', isMoved: true },
  { collection: 'users', paths: ['organization'], one: 'member of staff', many: 'members of staff', isMoved: true },
  {
    collection: 'organizations',
    paths: ['mergedInto'],
    one: 'organization merged into it',
    many: 'organizations merged into it',
    isMoved: false,
  },
]

export const referring = (paths: readonly string[], id: string) => ({
  or: paths.map((path) => ({ [path]: { equals: id } })),
})

/** Who refers to an organization, counted by `count`: inside a request, or by our own rules. */
export const referrersOf = (
  count: (collection: CollectionSlug, where: Where) => Promise<number>,
  id: string,
): Promise<(Referrer & { isMoved: boolean })[]> =>
  Promise.all(
    REFERRERS.map(async ({ collection, paths, one, many, isMoved }) => ({
      one,
      many,
      isMoved,
      count: await count(collection, referring(paths, id)),
    })),
  )
