import { randomUUID } from 'node:crypto'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import { differences, textOf, type Difference } from '../values/differences.ts'

// What became of content the public reads, as lines of the audit log: who published, changed or took down what, with the words
// before and after. Drafts are nobody's business until they are published; the versions have them.

type Doc = Readonly<Record<string, unknown>> & { id: string | number; _status?: string; deletedAt?: unknown }

const staffOf = ({ user }: PayloadRequest) => (user?.collection === 'users' ? user : undefined)

const isPublic = (doc: Doc | null | undefined): boolean => doc?._status === 'published' && !doc.deletedAt

/** As the public has it: what lies in the collection itself, not the latest version of it. */
const published = async (req: PayloadRequest, collection: string, id: unknown): Promise<Doc | null> =>
  (await req.payload.findByID({
    collection: collection as CollectionSlug,
    id: id as string,
    depth: 0,
    disableErrors: true,
    draft: false,
    joins: false as never,
    overrideAccess: true,
    req,
    trash: true,
  })) as Doc | null

const contextKey = (collection: string, id: unknown): string => `published:${collection}:${String(id)}`

/** An autosave changes nothing the public reads. */
const isAutosave = ({ query }: PayloadRequest): boolean => query?.['autosave'] === 'true'

/** Keeps what the public had before a save. */
export const rememberPublished: CollectionBeforeChangeHook = async ({
  data,
  collection,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !staffOf(req) || isAutosave(req)) return data
  const id: unknown = (originalDoc as Doc | undefined)?.id
  // Read first: Payload gives a request another context when it reads with it.
  const before = await published(req, collection.slug, id)
  req.context[contextKey(collection.slug, id)] = before
  return data
}

/** Names of related documents, which are ids in what is saved. */
const namesFor = async (
  req: PayloadRequest,
  { fields }: Pick<SanitizedCollectionConfig, 'fields'>,
  docs: readonly Doc[],
): Promise<(field: string, value: unknown) => unknown> => {
  const names = new Map<string, string>()
  for (const field of fieldsIn(fields)) {
    if (field.type !== 'relationship' || typeof field.relationTo !== 'string') continue
    const { relationTo } = field
    const ids = docs.flatMap((doc) => [doc[field.name]].flat()).filter((id): id is string => typeof id === 'string')
    const title = req.payload.collections[relationTo].config.admin.useAsTitle ?? 'id'
    if (ids.length === 0) continue
    const { docs: related } = await req.payload.find({
      collection: relationTo,
      where: { id: { in: ids } },
      depth: 0,
      draft: true,
      joins: false as never,
      overrideAccess: true,
      pagination: false,
      req,
    })
    for (const one of related as unknown as Doc[]) names.set(String(one.id), textOf(one[title]) || String(one.id))
  }
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(named) : typeof value === 'string' ? (names.get(value) ?? value) : value
  return (_, value) => named(value)
}

type AnyField = CollectionConfig['fields'][number]
type NamedField = Extract<AnyField, { name: string }>

/** The fields of a form, out of its tabs and rows. */
const fieldsIn = (fields: readonly AnyField[]): NamedField[] =>
  fields.flatMap((field): NamedField[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : fieldsIn(tab.fields)))
    if ((field.type === 'row' || field.type === 'collapsible') && 'fields' in field) return fieldsIn(field.fields)
    return 'name' in field ? [field] : []
  })

type Happened = { what: string; kind: string; changes: Difference[] }

const happened = (before: Doc | null, after: Doc | null, changes: () => Difference[]): Happened | undefined => {
  if (isPublic(before) && isPublic(after)) {
    const found = changes()
    const fields = found.map(({ field }) => field).join(', ')
    return found.length > 0 ? { kind: 'changed', what: `was changed: ${fields}`, changes: found } : undefined
  }
  if (isPublic(after)) return { kind: 'published', what: 'was published', changes: before ? changes() : [] }
  if (!isPublic(before)) return undefined
  return after?.deletedAt
    ? { kind: 'trashed', what: 'was put in the trash', changes: [] }
    : { kind: 'taken-down', what: 'was taken down', changes: [] }
}

const nameIn = (doc: Doc): string => textOf(doc['title'] || doc['name'] || doc['kind'] || doc.id)
const labelOf = ({ labels, slug }: Pick<SanitizedCollectionConfig, 'labels' | 'slug'>): string =>
  typeof labels.singular === 'string' ? labels.singular : slug

const say = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  doc: Doc,
  { kind, what, changes }: Happened,
): Promise<void> => {
  const user = staffOf(req)
  if (!user) return
  const { payload } = req
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  await writeEntry(
    { payload, now: panelTime(payload), actor },
    {
      key: `content:${collection.slug}:${doc.id}:${randomUUID()}`,
      kind: `content.${kind}`,
      summary: `${labelOf(collection)} ${nameIn(doc)} ${what}`,
      ...(changes.length > 0 && { changes }),
    },
  )
}

/** Says what a save has changed of what the public reads. */
export const logContent: CollectionAfterChangeHook = async ({ doc, collection, operation, req }) => {
  if (!staffOf(req) || isAutosave(req)) return
  const saved = doc as Doc
  const before = operation === 'update' ? ((req.context[contextKey(collection.slug, saved.id)] as Doc) ?? null) : null
  const after = isPublic(saved) || !before ? saved : await published(req, collection.slug, saved.id)
  if (!isPublic(before) && !isPublic(after)) return
  const named = await namesFor(
    req,
    collection,
    [before, after].filter((one) => one !== null),
  )
  const what = happened(before, after, () => differences(before ?? {}, after ?? {}, named))
  if (what) await say(req, collection, saved, what)
}

export const logDeletedContent: CollectionAfterDeleteHook = async ({ doc, collection, req }) =>
  say(req, collection, doc as Doc, { kind: 'deleted', what: 'was deleted for good', changes: [] })
