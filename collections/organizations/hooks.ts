import type { CollectionBeforeDeleteHook, CollectionSlug, Where } from 'payload'
import { refused } from '../kernel/refused.ts'
import { referredBy } from './policy.ts'
import { referrersOf } from './referrers.ts'

/**
 * Refuses to delete an organization that anything refers to: its charges and statements would belong to nobody, and the next
 * statement would have no address.
 */
export const keepWhileReferred: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const count = async (collection: CollectionSlug, where: Where) =>
    (await req.payload.count({ collection, overrideAccess: true, req, where })).totalDocs
  const message = referredBy(await referrersOf(count, String(id)))
  if (!message) return
  const ways = 'Mark it as not offered any more, or merge it into another one at the desk.'
  throw refused('organizations', { path: 'name', message: `${message} ${ways}` }, req)
}
