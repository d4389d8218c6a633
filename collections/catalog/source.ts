import type { Catalog } from './catalog.ts'
import type { Snapshot } from './snapshot.ts'
import type { Locale } from './documents.ts'

type Visit = { now: Temporal.Instant; drafts: boolean; locale: Locale }

/** Opens the public catalog for one request. */
export type CatalogSource = {
  open: (visit: Visit) => Promise<Catalog>
  /** What pages are made from, for the desk: everything public, with documents. */
  read: (locale?: Locale) => Promise<Snapshot>
  /** The same, as long as nothing was written that it lacks; the same object until something is. */
  current: (locale?: Locale) => Snapshot | undefined
  /** Reads everything once, so that the first visitor does not wait for it. */
  warm: () => Promise<void>
}
