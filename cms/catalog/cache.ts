import type { Payload } from 'payload'
import { onChange, upToDate } from '#collections/kernel/changes.ts'
import { snapshotOf, type Snapshot, type Seats } from '#collections/catalog/snapshot.ts'
import {
  isPublicSlug,
  readDocuments,
  refreshDocuments,
  type Changes,
  type Locale,
  type PublicDocuments,
} from '#collections/catalog/documents.ts'

type Cached = { documents: PublicDocuments; snapshot: Snapshot }

/**
 * Keeps what the public may read in memory, and reads again just what was written since. A page asked for after a save
 * has returned shows what was saved: changes are taken note of in the hook, before the save answers.
 */
export const snapshotCache = (payload: Payload, locale: Locale, seats: Seats) => {
  const reader = { payload, locale, drafts: false }
  let cached: Promise<Cached> | undefined
  let changed = new Map<string, Set<string>>()
  let isWhole = false
  /** What was read last, once it is there. */
  let latest: Snapshot | undefined

  const stop = onChange(payload, (slug, id) => {
    if (slug === undefined) [cached, latest, isWhole] = [undefined, undefined, false]
    if (slug === undefined || !isPublicSlug(slug)) return
    const ids = changed.get(slug) ?? new Set()
    if (id) ids.add(id)
    changed.set(slug, ids)
  })

  const build = async (before: Promise<Cached> | undefined, changes: Changes): Promise<Cached> => {
    const old = await before
    const documents = old ? await refreshDocuments(old.documents, changes, reader) : await readDocuments(reader)
    return { documents, snapshot: snapshotOf(documents, seats) }
  }

  /** The snapshot as of now; concurrent callers share one reading. */
  const read = async (): Promise<Snapshot> => {
    await upToDate(payload)
    await seats.refresh()
    if (cached && changed.size === 0) return cached.then(({ snapshot }) => snapshot)
    const changes = changed
    changed = new Map()
    const reading = build(isWhole ? cached : undefined, changes)
    cached = reading
    latest = undefined
    isWhole = true
    reading.then(
      ({ snapshot }) => {
        if (cached === reading) latest = snapshot
      },
      () => {
        if (cached === reading) [cached, isWhole] = [undefined, false]
      },
    )
    return reading.then(({ snapshot }) => snapshot)
  }

  /** The snapshot, where it lacks nothing that was written. */
  const current = (): Snapshot | undefined => (changed.size === 0 ? latest : undefined)

  return { read, current, stop }
}

/** What a preview shows: the newest version of everything, published or not, read for this request alone. */
export const readDrafts = async (payload: Payload, locale: Locale, seats: Seats): Promise<Snapshot> =>
  snapshotOf(await readDocuments({ payload, locale, drafts: true }), seats)
