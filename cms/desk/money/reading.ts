import type { CollectionSlug, Payload, Where } from 'payload'

const BATCH = 200
const loaded = { depth: 0, overrideAccess: true, pagination: false } as const

/** Documents with their relations as ids, the oldest first; a limit of 0 is all of them. */
export const findAll = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  where: Where,
  limit = BATCH,
  sort = 'createdAt',
) => (await payload.find({ collection, where, limit, sort, ...loaded })).docs

export const byId = { depth: 0, overrideAccess: true, disableErrors: true } as const
