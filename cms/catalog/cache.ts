import type { Payload } from 'payload'
import { onChange } from '#collections/kernel/changes.ts'
import { indexShelf, type Library, type Seats } from '#collections/catalog/library.ts'
import { readShelf, refreshShelf, type Changes, type Locale, type Shelf } from '#collections/catalog/shelf.ts'

type Kept = { shelf: Shelf; library: Library }

/**
 * Keeps what the public may read in memory, and reads again just what was written since. A page asked for after a save
 * has returned shows what was saved: changes are taken note of in the hook, before the save answers.
 */
export const keepShelf = (payload: Payload, locale: Locale, seats: Seats) => {
  const reader = { payload, locale, drafts: false }
  let kept: Promise<Kept> | undefined
  let changed = new Map<string, Set<string>>()
  let isWhole = false

  const stop = onChange((slug, id) => {
    const ids = changed.get(slug) ?? new Set()
    if (id) ids.add(id)
    changed.set(slug, ids)
  })

  const build = async (before: Promise<Kept> | undefined, changes: Changes): Promise<Kept> => {
    const old = await before
    const shelf = old ? await refreshShelf(old.shelf, changes, reader) : await readShelf(reader)
    return { shelf, library: indexShelf(shelf, seats) }
  }

  /** The library as of now; concurrent callers share one reading. */
  const read = (): Promise<Library> => {
    if (kept && changed.size === 0) return kept.then(({ library }) => library)
    const changes = changed
    changed = new Map()
    const reading = build(isWhole ? kept : undefined, changes)
    kept = reading
    isWhole = true
    reading.catch(() => {
      if (kept === reading) [kept, isWhole] = [undefined, false]
    })
    return reading.then(({ library }) => library)
  }

  return { read, stop }
}

/** What a preview shows: the newest version of everything, published or not, read for this request alone. */
export const readDrafts = async (payload: Payload, locale: Locale, seats: Seats): Promise<Library> =>
  indexShelf(await readShelf({ payload, locale, drafts: true }), seats)
