import type { Payload } from 'payload'
import { LOCALES } from '#collections/values/locale.ts'
import type { Environment } from '../env.ts'
import { createCatalog, type Catalog } from './catalog.ts'
import { NO_SEATS, type Library, type Seats } from './library.ts'
import type { Locale } from './shelf.ts'
import { keepShelf, readDrafts } from './source.ts'

export type { Catalog, CourseList } from './catalog.ts'
export type { PathwayCourse } from './courses.ts'
export type { Dated } from './dated.ts'
export type { Hit, HitKind } from './search.ts'

type Visit = { now: Temporal.Instant; drafts: boolean; locale: Locale }

/** Opens the public catalog for one request. */
export type CatalogSource = {
  open: (visit: Visit) => Promise<Catalog>
  /** What pages are made from, for the desk: everything public, with documents. */
  read: (locale?: Locale) => Promise<Library>
  /** Reads everything once, so that the first visitor does not wait for it. */
  warm: () => Promise<void>
}

export const openCatalog = (
  payload: Payload,
  { timeZone }: Pick<Environment, 'timeZone'>,
  seats: Seats = NO_SEATS,
): CatalogSource => {
  const shelves = new Map<Locale, ReturnType<typeof keepShelf>>()
  const shelfFor = (locale: Locale) => {
    const shelf = shelves.get(locale) ?? keepShelf(payload, locale, seats)
    shelves.set(locale, shelf)
    return shelf
  }
  return {
    open: async ({ now, drafts, locale }) => {
      const library = await (drafts ? readDrafts(payload, locale, seats) : shelfFor(locale).read())
      return createCatalog(library, { now, zone: timeZone })
    },
    read: (locale = LOCALES[0]) => shelfFor(locale).read(),
    warm: async () => void (await shelfFor(LOCALES[0]).read()),
  }
}
