import type { Payload } from 'payload'
import type { Config } from '../kernel/payload-types.ts'
import { isOneOf } from '../values/list.ts'

/** The collections the public catalog is made of. */
const PUBLISHED = [
  'circles',
  'collaboratives',
  'contacts',
  'courses',
  'credentials',
  'downloads',
  'holidays',
  'media',
  'notices',
  'pages',
  'policies',
  'recommendations',
  'sessions',
  'strategies',
] as const
type Published = (typeof PUBLISHED)[number]

type Doc<Slug extends Published> = Config['collections'][Slug]
/** The settings there is one of that pages show. Who we are is not for everybody to read; pages show what is meant for them. */
const GLOBALS = ['agency', 'framework', 'home'] as const
type Globals = Pick<Config['globals'], (typeof GLOBALS)[number]>
export type Locale = Config['locale']

/** Everything the public may read, by id, as it was when it was last read. */
export type PublicDocuments = { [Slug in Published]: ReadonlyMap<string, Doc<Slug>> } & Globals

type Reader = { payload: Payload; locale: Locale; drafts: boolean }

/** Reads as an anonymous visitor; drafts only for a preview, which the caller has authorized. */
const readCollection = async <Slug extends Published>(
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

const readGlobal = async <Slug extends keyof Globals>({ payload, locale, drafts }: Reader, slug: Slug) =>
  (await payload.findGlobal({
    slug,
    depth: 0,
    draft: drafts,
    locale,
    overrideAccess: drafts || slug === 'agency',
  })) as Globals[Slug]

const isGlobal = (slug: string): slug is keyof Globals => isOneOf(GLOBALS, slug)

export const readDocuments = async (reader: Reader): Promise<PublicDocuments> => {
  const parts = await Promise.all(PUBLISHED.map(async (slug) => [slug, await readCollection(reader, slug)] as const))
  const globals = await Promise.all(GLOBALS.map(async (slug) => [slug, await readGlobal(reader, slug)] as const))
  return Object.fromEntries<unknown>([...parts, ...globals]) as PublicDocuments
}

/** The ids that were written since, by collection; for settings the set is empty. */
export type Changes = ReadonlyMap<string, ReadonlySet<string>>

const isPublished = (slug: string): slug is Published => isOneOf(PUBLISHED, slug)

/** Whether anything public is made from documents of this collection, or this global. */
export const isPublicSlug = (slug: string): boolean => isGlobal(slug) || isPublished(slug)

/** The documents with what changed read again; what the public may no longer see is gone from it. */
export const refreshDocuments = async (
  documents: PublicDocuments,
  changes: Changes,
  reader: Reader,
): Promise<PublicDocuments> => {
  const fresh: Record<string, unknown> = { ...documents }
  for (const [slug, ids] of changes) {
    if (isGlobal(slug)) fresh[slug] = await readGlobal(reader, slug)
    if (!isPublished(slug)) continue
    const read = await readCollection(reader, slug, [...ids])
    const unchanged = [...documents[slug]].filter(([id]) => !ids.has(id))
    fresh[slug] = new Map<string, unknown>([...unchanged, ...read])
  }
  return fresh as PublicDocuments
}
