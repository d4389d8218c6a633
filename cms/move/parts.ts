import type { CollectionSlug, FlattenedField, GlobalSlug, Payload } from 'payload'
import { hashOf, withoutNulls, type Doc } from './content.ts'

/** What is written together: the documents of a collection, their versions, or one global. */
export type Part = {
  name: string
  count: (payload: Payload) => Promise<number>
  /** In an order in which they can be written. */
  read: (payload: Payload) => AsyncGenerator<Doc[]>
  write: (payload: Payload, doc: Doc) => Promise<unknown>
  /** What must not be written side by side. */
  turnOf: (doc: Doc) => string
  hash: (doc: Doc) => string
}

const PAGE = 200

/** Who is editing what, what processes that run now agree upon, and what each kind of database keeps about its own schema. */
const LEFT_BEHIND = ['payload-locked-documents', 'payload-migrations', 'changes', 'leases', 'limits']

type Page = (wanted: {
  limit: number
  page: number
  pagination: true
}) => Promise<{ docs: unknown[]; hasNextPage?: boolean }>

const pages = async function* (find: Page): AsyncGenerator<Doc[]> {
  for (let page = 1, isMore = true; isMore; page += 1) {
    const { docs, hasNextPage } = await find({ limit: PAGE, page, pagination: true })
    if (docs.length > 0) yield docs as Doc[]
    isMore = hasNextPage === true
  }
}

const without = (doc: Doc, ...names: string[]): Doc =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !names.includes(name)))

const documentsOf = (slug: CollectionSlug, fields: FlattenedField[]): Part => {
  // Payload's own records are found by other things than their ids, which each database makes in its own way.
  const isOurs = !slug.startsWith('payload-')
  const own = (doc: Doc): Doc => (isOurs ? doc : without(doc, 'id'))
  return {
    name: slug,
    count: async ({ db }) => (await db.count({ collection: slug, where: {} })).totalDocs,
    read: ({ db }) =>
      pages((wanted) => db.find({ collection: slug, joins: false as never, sort: 'id', where: {}, ...wanted })),
    write: ({ db }, doc) =>
      db.create({
        collection: slug,
        data: withoutNulls(own(doc), fields),
        returning: false,
        ...(isOurs && { customID: String(doc['id']) }),
      }),
    turnOf: ({ id }) => String(id),
    hash: (doc) => hashOf(own(doc), fields),
  }
}

type Version = Doc & { version: Doc; createdAt: string; updatedAt: string }

/** What is said about a version beside what it says. */
const about = ({ autosave, createdAt, updatedAt, publishedLocale, snapshot }: Version) => ({
  autosave: Boolean(autosave),
  createdAt,
  updatedAt,
  ...(typeof publishedLocale === 'string' && { publishedLocale }),
  ...(snapshot === true && { snapshot: true as const }),
})

/** One database says of an older version that it is not the latest, the other says nothing. */
const said = (doc: Doc): Doc =>
  Object.fromEntries(Object.entries(without(doc, 'id', 'version')).filter(([, value]) => value !== false))

const versionHash =
  (fields: FlattenedField[]) =>
  (doc: Doc): string =>
    `${hashOf(said(doc), [])} ${hashOf((doc as Version).version, fields)}`

const versionsOf = (slug: CollectionSlug, fields: FlattenedField[]): Part => ({
  name: `${slug}, versions`,
  count: async ({ db }) => (await db.countVersions({ collection: slug, where: {} })).totalDocs,
  // The newest last: writing it says of the others that they are not.
  read: ({ db }) =>
    pages((wanted) => db.findVersions({ collection: slug, sort: ['updatedAt', 'id'] as never, where: {}, ...wanted })),
  write: ({ db }, doc) =>
    db.createVersion({
      ...about(doc as Version),
      collectionSlug: slug,
      parent: String(doc['parent']),
      returning: false,
      versionData: withoutNulls((doc as Version).version, fields) as never,
    }),
  turnOf: ({ parent }) => String(parent),
  hash: versionHash(fields),
})

const globalOf = (slug: GlobalSlug, fields: FlattenedField[]): Part => {
  const find = async ({ db }: Payload): Promise<Doc[]> => {
    const doc = (await db.findGlobal({ slug, where: {} })) as Doc | null
    return doc && doc['id'] !== undefined ? [doc] : []
  }
  return {
    name: slug,
    count: async (payload) => (await find(payload)).length,
    read: async function* (payload) {
      yield await find(payload)
    },
    write: ({ db }, doc) => db.createGlobal({ slug, data: withoutNulls(without(doc, 'id'), fields) }),
    turnOf: () => slug,
    // SQLite stamps a global with the moment it is written.
    hash: (doc) => hashOf(without(doc, 'id', 'createdAt'), fields),
  }
}

const globalVersionsOf = (slug: GlobalSlug, fields: FlattenedField[]): Part => ({
  name: `${slug}, versions`,
  count: async ({ db }) => (await db.countGlobalVersions({ global: slug, where: {} })).totalDocs,
  read: ({ db }) =>
    pages((wanted) =>
      db.findGlobalVersions({ global: slug, sort: ['updatedAt', 'id'] as never, where: {}, ...wanted }),
    ),
  write: ({ db }, doc) =>
    db.createGlobalVersion({
      ...about(doc as Version),
      globalSlug: slug,
      returning: false,
      versionData: withoutNulls((doc as Version).version, fields) as never,
    }),
  turnOf: () => slug,
  hash: versionHash(fields),
})

/** Everything a database holds that is worth bringing over. */
export const partsOf = ({ config }: Payload): Part[] => [
  ...config.collections
    .filter(({ slug }) => !LEFT_BEHIND.includes(slug))
    .flatMap(({ slug, flattenedFields, versions }) => [
      documentsOf(slug, flattenedFields),
      ...(versions ? [versionsOf(slug, flattenedFields)] : []),
    ]),
  ...config.globals.flatMap(({ slug, flattenedFields, versions }) => [
    globalOf(slug, flattenedFields),
    ...(versions ? [globalVersionsOf(slug, flattenedFields)] : []),
  ]),
]
