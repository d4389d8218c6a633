import type { Payload } from 'payload'
import { createCatalog } from '#collections/catalog/catalog.ts'
import { NO_SEATS, type Seats } from '#collections/catalog/library.ts'
import type { Locale } from '#collections/catalog/shelf.ts'
import type { CatalogSource } from '#collections/catalog/source.ts'
import { LOCALES } from '#collections/values/locale.ts'
import type { Environment } from '../env.ts'
import { keepShelf, readDrafts } from './cache.ts'

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
