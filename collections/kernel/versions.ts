import type { CollectionSlug, Payload, Where } from 'payload'

type Change = { from: string; to: string }

/**
 * Changes one text field of the newest version of a document, which is what the panel shows, only while it still says `from`: nothing
 * else of the version is written, so that what somebody saves in the same moment stays.
 */
export const setInNewestVersion = async (
  { db }: Payload,
  collection: CollectionSlug,
  id: string,
  field: string,
  { from, to }: Change,
): Promise<void> => {
  const path = `version.${field}`
  const saysFrom: Where = { [path]: { equals: from } }
  const { docs } = await db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }, saysFrom] },
  })
  // MongoDB takes a version that is given in part for the whole of it, SQLite for its part.
  const versionData = db.name === 'mongoose' ? { [path]: to } : { version: { [field]: to } }
  for (const version of docs) {
    // By its id SQLite writes the column alone, and by the condition only while it still says so; the type would have one of them.
    const where: Where = { and: [{ id: { equals: version.id } }, saysFrom] }
    await db.updateVersion({ collection, id: version.id, where, returning: false, versionData } as never)
  }
}
