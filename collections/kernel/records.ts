import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'

/** What is asked of records: documents that are each one row, as everything is that is decided and booked. */
export type Asked = {
  collection: CollectionSlug
  where: Where
  sort?: string | string[] | undefined
  limit?: number | undefined
  select?: Record<string, unknown> | undefined
}

export type Records = {
  /** Relations are ids, and what is empty is null, as Payload reads them; undefined where Payload has to be asked. */
  find: (asked: Asked & { joins: false }) => Promise<({ id: string } & Record<string, unknown>)[] | undefined>
}

/** Payload goes through each field of each document for whoever reads it: nothing comes of that where our own rules read records. */
export const recordsIn = async <Slug extends CollectionSlug>(
  { db }: Payload,
  asked: Asked & { collection: Slug },
): Promise<DataFromCollectionSlug<Slug>[] | undefined> => {
  if (!('records' in db)) return undefined
  return (await (db.records as Records).find({ ...asked, joins: false })) as DataFromCollectionSlug<Slug>[] | undefined
}
