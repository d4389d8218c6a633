import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'
import { recordsIn } from './records.ts'

// How documents are read for our own rules: whoever asks was checked before. Hooks, the catalog and the panel read otherwise:
// inside a request, as a visitor, or as a member of staff.

type Source = { payload: Payload }

/** Relations are ids; what only the panel's pages show of other collections is not read along. */
const OURS = { depth: 0, joins: false as never, overrideAccess: true } as const

type Order = { sort?: string | string[]; limit?: number }

/** Everything that fits, unless a limit is given; relations are ids. */
export const every = async <Slug extends CollectionSlug>(
  { payload }: Source,
  collection: Slug,
  where: Where,
  { sort, limit = 0 }: Order = {},
): Promise<DataFromCollectionSlug<Slug>[]> => {
  const records = await recordsIn(payload, { collection, where, sort, limit })
  if (records) return records
  const { docs } = await payload.find({
    collection,
    ...OURS,
    limit,
    pagination: false,
    where,
    ...(sort && { sort }),
  })
  return docs
}

/** The same, with the fields that are named, and the id; everything that fits, unless a limit is given. */
export const pluck = async <Slug extends CollectionSlug, Name extends keyof DataFromCollectionSlug<Slug> & string>(
  { payload }: Source,
  collection: Slug,
  where: Where,
  names: readonly Name[],
  { limit = 0, sort }: Order = {},
): Promise<(Pick<DataFromCollectionSlug<Slug>, Name> & { id: string })[]> => {
  const select = Object.fromEntries(names.map((name) => [name, true]))
  const records = await recordsIn(payload, { collection, where, sort, limit, select })
  if (records) return records
  const { docs } = await payload.find({
    collection,
    ...OURS,
    limit,
    pagination: false,
    ...(sort && { sort }),
    select: select as never,
    where,
  })
  return docs
}

/** Documents that are read at once where all of a list passes through. */
const PASSING = 200

/**
 * Everything that fits, a page at a time, so that memory does not grow with the list; ordered by a field that always has a value.
 * What is written meanwhile may or may not be among it, and nothing comes twice.
 */
export async function* passing<Slug extends CollectionSlug, Name extends keyof DataFromCollectionSlug<Slug> & string>(
  source: Source,
  collection: Slug,
  where: Where,
  names: readonly Name[],
  { by, isDescending = false }: { by: Name; isDescending?: boolean },
): AsyncGenerator<(Pick<DataFromCollectionSlug<Slug>, Name> & { id: string })[]> {
  const [sign, beyond] = isDescending ? ['-', 'less_than'] : ['', 'greater_than']
  let rest: Where[] = []
  for (;;) {
    const sort = [`${sign}${by}`, `${sign}id`]
    const docs = await pluck(source, collection, { and: [where, ...rest] }, names, { limit: PASSING, sort })
    if (docs.length > 0) yield docs
    const last = docs.at(-1)
    if (!last || docs.length < PASSING) return
    const same: Where[] = [{ [by]: { equals: last[by] } }, { id: { [beyond]: last.id } }]
    rest = [{ or: [{ [by]: { [beyond]: last[by] } }, { and: same }] }]
  }
}

/** One page of a list, counted from 1, and how many there are in all. */
export const pageOf = async <Slug extends CollectionSlug>(
  { payload }: Source,
  collection: Slug,
  where: Where,
  wanted: { page: number; limit: number; sort: string },
): Promise<{ docs: DataFromCollectionSlug<Slug>[]; pages: number; found: number }> => {
  const { docs, totalPages, totalDocs } = await payload.find({ collection, ...OURS, where, ...wanted })
  return { docs, pages: Math.max(1, totalPages), found: totalDocs }
}

/** The first that fits, by the order given; undefined when none does. */
export const first = async <Slug extends CollectionSlug>(
  source: Source,
  collection: Slug,
  where: Where,
  sort?: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> =>
  (await every(source, collection, where, { limit: 1, ...(sort && { sort }) }))[0]

/**
 * A document by id; undefined when there is none. Sessions and courses in the trash are found, because people are still
 * registered.
 */
export const one = async <Slug extends CollectionSlug>(
  { payload }: Source,
  collection: Slug,
  id: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const records = await recordsIn(payload, { collection, where: { id: { equals: id } }, limit: 1 })
  if (records) return records[0]
  const found = await payload.findByID({
    collection,
    id,
    ...OURS,
    disableErrors: true,
    ...((collection === 'sessions' || collection === 'courses') && { trash: true }),
  })
  return (found as DataFromCollectionSlug<Slug> | null) ?? undefined
}

/** How many fit. */
export const count = async ({ payload }: Source, collection: CollectionSlug, where: Where): Promise<number> =>
  (await payload.count({ collection, where, overrideAccess: true })).totalDocs
