import type { Payload } from 'payload'
import { createCatalog } from '#collections/catalog/catalog.ts'
import { NO_SEATS, type Seats } from '#collections/catalog/snapshot.ts'
import type { Locale } from '#collections/catalog/documents.ts'
import type { CatalogSource } from '#collections/catalog/source.ts'
import { LOCALES } from '#collections/values/locale.ts'
import type { Environment } from '../env.ts'
import { snapshotCache, readDrafts } from './cache.ts'

export const openCatalog = (
  payload: Payload,
  { timeZone }: Pick<Environment, 'timeZone'>,
  seats: Seats = NO_SEATS,
): CatalogSource => {
  const caches = new Map<Locale, ReturnType<typeof snapshotCache>>()
  const cacheFor = (locale: Locale) => {
    const documents = caches.get(locale) ?? snapshotCache(payload, locale, seats)
    caches.set(locale, documents)
    return documents
  }
  return {
    open: async ({ now, drafts, locale }) => {
      const snapshot = await (drafts ? readDrafts(payload, locale, seats) : cacheFor(locale).read())
      return createCatalog(snapshot, { now, zone: timeZone })
    },
    read: (locale = LOCALES[0]) => cacheFor(locale).read(),
    current: (locale = LOCALES[0]) => cacheFor(locale).current(),
    warm: async () => void (await cacheFor(LOCALES[0]).read()),
  }
}
