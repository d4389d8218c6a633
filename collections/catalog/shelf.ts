import type { Payload } from 'payload'
import type { Config } from '../kernel/payload-types.ts'
import { isOneOf } from '../values/list.ts'

/** The collections the public catalog is made of. */
const SHELVED = [
  'circles',
  'collaboratives',
  'contacts',
  'courses',
  'credentials',
  'holidays',
  'media',
  'notices',
  'pages',
  'policies',
  'recommendations',
  'sessions',
  'strategies',
] as const
type Shelved = (typeof SHELVED)[number]

type Doc<Slug extends Shelved> = Config['collections'][Slug]
type Framework = Config['globals']['framework']
export type Locale = Config['locale']

/** Everything the public may read, by id, as it was when it was last read. */
export type Shelf = { [Slug in Shelved]: ReadonlyMap<string, Doc<Slug>> } & { framework: Framework }

type Reader = { payload: Payload; locale: Locale; drafts: boolean }

/** Reads as an anonymous visitor; drafts only for a preview, which the caller has authorized. */
const readCollection = async <Slug extends Shelved>(
  { payload, locale, drafts }: Reader,
  slug: Slug,
  ids?: readonly string[],
): Promise<Map<string, Doc<Slug>>> => {
  const { docs } = await payload.find({
    collection: slug,
    depth: 0,
    draft: drafts,
    joins: false as never,
    locale,
    overrideAccess: drafts,
    pagination: false,
    where: ids ? { id: { in: ids } } : {},
  })
  return new Map((docs as Doc<Slug>[]).map((doc) => [doc.id, doc]))
}

const readFramework = ({ payload, locale, drafts }: Reader): Promise<Framework> =>
  payload.findGlobal({ slug: 'framework', depth: 0, draft: drafts, locale, overrideAccess: drafts })

export const readShelf = async (reader: Reader): Promise<Shelf> => {
  const parts = await Promise.all(SHELVED.map(async (slug) => [slug, await readCollection(reader, slug)] as const))
  return { ...Object.fromEntries(parts), framework: await readFramework(reader) } as Shelf
}

/** The ids that were written since, by collection; for `framework` the set is empty. */
export type Changes = ReadonlyMap<string, ReadonlySet<string>>

const isShelved = (slug: string): slug is Shelved => isOneOf(SHELVED, slug)

/** The shelf with what changed read again; what the public may no longer see is gone from it. */
export const refreshShelf = async (shelf: Shelf, changes: Changes, reader: Reader): Promise<Shelf> => {
  const fresh: Record<string, unknown> = { ...shelf }
  for (const [slug, ids] of changes) {
    if (slug === 'framework') fresh[slug] = await readFramework(reader)
    if (!isShelved(slug)) continue
    const read = await readCollection(reader, slug, [...ids])
    const kept = [...shelf[slug]].filter(([id]) => !ids.has(id))
    fresh[slug] = new Map<string, unknown>([...kept, ...read])
  }
  return fresh as Shelf
}
