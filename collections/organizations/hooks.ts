import type { CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest } from 'payload'
import { refused } from '../kernel/refused.ts'
import { referredBy, type Referrer } from './policy.ts'

/** Every place that names an organization of the list, and what such a document is called. */
const REFERRERS: readonly (Omit<Referrer, 'count'> & { collection: CollectionSlug; paths: readonly string[] })[] = [
  {
    collection: 'registrations',
    paths: ['organization', 'host', 'payer.organization'],
    one: 'registration',
    many: 'registrations',
  },
  { collection: 'charges', paths: ['organization'], one: 'charge', many: 'charges' },
  { collection: 'invoices', paths: ['organization'], one: 'statement', many: 'statements' },
  { collection: 'people', paths: ['organization'], one: 'person', many: 'people' },
  { collection: 'applications', paths: ['organization'], one: 'application', many: 'applications' },
  { collection: 'submissions', paths: ['organization'], one: 'submission', many: 'submissions' },
  { collection: 'users', paths: ['organization'], one: 'member of staff', many: 'members of staff' },
]

const referrersOf = (req: PayloadRequest, id: string): Promise<Referrer[]> =>
  Promise.all(
    REFERRERS.map(async ({ collection, paths, one, many }) => {
      const where = { or: paths.map((path) => ({ [path]: { equals: id } })) }
      return { one, many, count: (await req.payload.count({ collection, overrideAccess: true, req, where })).totalDocs }
    }),
  )

/**
 * Refuses to delete an organization that anything refers to: its charges and statements would belong to nobody, and the next
 * statement would have no address.
 */
export const keepWhileReferred: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const message = referredBy(await referrersOf(req, String(id)))
  if (message) throw refused('organizations', { path: 'name', message }, req)
}
