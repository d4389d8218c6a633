import type { CollectionSlug, Payload } from 'payload'
import { announce } from '../../kernel/changes.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { sealRemoved } from '../../seals/service/seal.ts'
import { planOf, type Content, type Ids, type Kept } from '../policy.ts'
import { withRemnants } from './remnants.ts'

const KEY = 'demo:made'

/** What the demo writes of the site's content. Whatever else goes hangs on it. */
const CONTENT = [
  'circles',
  'strategies',
  'recommendations',
  'contacts',
  'policies',
  'pages',
  'notices',
  'media',
  'courses',
  'collaboratives',
  'credentials',
  'sessions',
] as const satisfies CollectionSlug[]

/** Settings the demo fills; they are emptied where nobody has changed them since. */
const SETTINGS = ['home', 'framework'] as const

type Made = { ids: Ids; settings: Partial<Record<(typeof SETTINGS)[number], string | null>>; removedAt?: string }
type Doc = { id: string; title?: string; name?: string; alt?: string; savedBy?: string | null; updatedAt?: string }

const READ = {
  depth: 0,
  draft: true,
  joins: false as never,
  overrideAccess: true,
  pagination: false,
  trash: true,
} as const

const docsIn = async (payload: Payload, collection: CollectionSlug): Promise<Doc[]> =>
  (await payload.find({ collection, ...READ })).docs as unknown as Doc[]

/** null: nobody has ever written it. */
const changedAt = async (payload: Payload, slug: (typeof SETTINGS)[number]): Promise<string | null> =>
  (await payload.findGlobal({ slug, depth: 0, draft: true, overrideAccess: true })).updatedAt ?? null

/** Notes what the demo has just written, on a database that had nothing else, so that it can be told apart for good. */
export const noteDemo = async (payload: Payload): Promise<void> => {
  const ids: Record<string, string[]> = {}
  for (const slug of [...CONTENT, 'people', 'organizations'] as const)
    ids[slug] = (await docsIn(payload, slug)).map(({ id }) => id)
  const settings = Object.fromEntries(
    await Promise.all(SETTINGS.map(async (slug) => [slug, await changedAt(payload, slug)] as const)),
  )
  await payload.kv.set(KEY, { ids, settings } satisfies Made)
}

const contentsOf = async (payload: Payload): Promise<Content[]> => {
  const lists = await Promise.all(
    CONTENT.map(async (slug) =>
      (await docsIn(payload, slug)).map((doc) => ({
        slug,
        id: doc.id,
        title: doc.title ?? doc.name ?? doc.alt ?? '',
        savedBy: doc.savedBy ?? null,
        text: JSON.stringify(doc),
      })),
    ),
  )
  const agency = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  return [...lists.flat(), { slug: 'agency', id: 'agency', title: 'Our agency', text: JSON.stringify(agency) }]
}

/** What would go, in numbers and names, and what stays of the demo and why. */
export type DemoPlan = {
  goes: { collection: string; count: number; titles: string[] }[]
  stays: Kept[]
  settings: string[]
}
type Planned = DemoPlan & { rows: Map<CollectionSlug, Set<string>> }

const TITLES_SHOWN = 60

const plan = async (payload: Payload): Promise<Planned | undefined> => {
  const made = await payload.kv.get<Made>(KEY)
  if (!made || made.removedAt) return undefined
  const contents = await contentsOf(payload)
  const { goes, stays } = planOf(made.ids, contents)
  const content = goes.map(({ slug, id }) => [slug, id] as [CollectionSlug, string])
  const { people = [], organizations = [] } = made.ids
  const rows = await withRemnants(payload, content, { people, organizations })
  const titleOf = new Map(contents.map(({ id, title }) => [id, title]))
  const settings: string[] = []
  for (const slug of SETTINGS)
    if (made.settings[slug] && (await changedAt(payload, slug)) === made.settings[slug]) settings.push(slug)
  return {
    rows,
    stays,
    settings,
    goes: [...rows]
      .filter(([, ids]) => ids.size > 0)
      .map(([collection, ids]) => ({
        collection,
        count: ids.size,
        titles: [...ids].flatMap((id) => titleOf.get(id) || []).slice(0, TITLES_SHOWN),
      })),
  }
}

/** What taking the demo away would do; undefined where there is none, or none that can be told apart. */
export const demoPlan = async (payload: Payload): Promise<DemoPlan | undefined> => {
  const planned = await plan(payload)
  if (!planned) return undefined
  const { goes, stays, settings } = planned
  return { goes, stays, settings }
}

/** What hangs on others goes first, so that an end in between leaves nothing that leads nowhere. */
const ORDER: readonly CollectionSlug[] = [
  'messages',
  'events',
  'files',
  'reviews',
  'awards',
  'attendance',
  'deposits',
  'charges',
  'invoices',
  'registrations',
  'applications',
  'selections',
  'submissions',
  'people',
  'organizations',
  'sessions',
  'courses',
  'collaboratives',
  'credentials',
  'notices',
  'pages',
  'policies',
  'contacts',
  'recommendations',
  'strategies',
  'circles',
  'media',
]

/** Files lie on the disk, too. */
const WITH_FILES: readonly CollectionSlug[] = ['media', 'files']

const removeAll = async (payload: Payload, collection: CollectionSlug, ids: ReadonlySet<string>): Promise<void> => {
  for (const id of ids) {
    if (WITH_FILES.includes(collection)) {
      await payload.delete({ collection, id, overrideAccess: true, depth: 0, trash: true })
      continue
    }
    const where = { id: { equals: id } }
    if (payload.collections[collection].config.versions)
      await payload.db.deleteVersions({ collection, where: { parent: { equals: id } } })
    await payload.db.deleteMany({ collection, where })
    announce(payload, collection, id)
  }
}

/** The home page works by itself without words; those around the chart have to be written before they are public again. */
const WITHOUT = {
  home: {
    title: '',
    lead: '',
    doorsTitle: '',
    doorsLead: '',
    doors: [],
    menu: [],
    footer: '',
    strategiesTitle: '',
    strategiesLead: '',
    strategiesSource: '',
    _status: 'published',
  },
  framework: { _status: 'draft' },
} as const satisfies Record<(typeof SETTINGS)[number], object>

/** The audit log says that lines of it went, before they do. */
const forgetLines = async (payload: Payload, now: Temporal.Instant, lines: ReadonlySet<string>): Promise<void> => {
  if (lines.size === 0) return
  const because = 'demo:removed'
  const summary = `The demo content was taken away, with ${lines.size} lines of this log`
  await writeEntry({ payload, now, actor: SYSTEM }, { key: because, kind: because, summary })
  await sealRemoved({ payload, now }, [...lines], because)
}

/** Takes the demo away, with what was tried with it, and nothing else. Cut off, it is done to its end by being asked for again. */
export const removeDemo = async (payload: Payload, now: Temporal.Instant): Promise<DemoPlan | undefined> => {
  const planned = await plan(payload)
  const made = await payload.kv.get<Made>(KEY)
  if (!planned || !made) return undefined
  const { rows, goes, stays, settings } = planned
  await forgetLines(payload, now, rows.get('events') ?? new Set())
  for (const slug of ORDER) await removeAll(payload, slug, rows.get(slug) ?? new Set())
  for (const slug of SETTINGS.filter((one) => settings.includes(one)))
    await payload.updateGlobal({ slug, data: WITHOUT[slug], depth: 0, overrideAccess: true })
  await payload.kv.set(KEY, { ...made, removedAt: now.toString() })
  return { goes, stays, settings }
}
