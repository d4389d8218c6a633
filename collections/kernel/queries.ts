import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'

// How documents are read for our own rules: whoever asks was checked before.

type Source = { payload: Payload }

/** What one step of a round takes on: the oldest of what waits. */
export const BATCH = { limit: 200, sort: 'createdAt' } as const

/** Everything that fits, unless a limit is given; relations are ids. */
export const every = async <Slug extends CollectionSlug>(
  { payload }: Source,
  collection: Slug,
  where: Where,
  { sort, limit = 0 }: { sort?: string; limit?: number } = {},
): Promise<DataFromCollectionSlug<Slug>[]> => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit,
    overrideAccess: true,
    pagination: false,
    where,
    ...(sort && { sort }),
  })
  return docs
}

/** A document by id; undefined when there is none. Sessions in the trash are found, because people are still registered. */
export const one = async <Slug extends CollectionSlug>(
  { payload }: Source,
  collection: Slug,
  id: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const found = await payload.findByID({
    collection,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    ...(collection === 'sessions' && { trash: true }),
  })
  return (found as DataFromCollectionSlug<Slug> | null) ?? undefined
}

/** How many fit. */
export const count = async ({ payload }: Source, collection: CollectionSlug, where: Where): Promise<number> =>
  (await payload.count({ collection, where, overrideAccess: true })).totalDocs
