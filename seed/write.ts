import type { CollectionSlug, Payload, RequiredDataFromCollectionSlug } from 'payload'

type Sought = Record<string, string>

/** Finds the document a content file stands for, so that seeding twice, or again after a crash, makes nothing twice. */
const find = async (payload: Payload, collection: CollectionSlug, sought: Sought): Promise<string | undefined> => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    select: {},
    where: Object.fromEntries(Object.entries(sought).map(([field, equals]) => [field, { equals }])),
  })
  return docs[0] && String(docs[0].id)
}

/** A file no document knows of is left from a seeding that was cut off; it is written over. */
const isLeftOver = async (payload: Payload, { name }: { name: string }): Promise<boolean> =>
  (await payload.count({ collection: 'media', overrideAccess: true, where: { filename: { equals: name } } }))
    .totalDocs === 0

/** Creates and publishes one document unless it is there already. Returns its id either way. */
export const createOnce = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  sought: Sought,
  data: RequiredDataFromCollectionSlug<Slug> | (() => Promise<RequiredDataFromCollectionSlug<Slug>>),
  file?: { data: Buffer; mimetype: string; name: string; size: number },
): Promise<string> => {
  const existing = await find(payload, collection, sought)
  if (existing) return existing
  const written = typeof data === 'function' ? await data() : data
  const overwriteExistingFiles = file && (await isLeftOver(payload, file))
  // `as never`: the generic form of create asks for a type that only a single, known collection has.
  const doc = await payload.create({
    collection,
    data: written as never,
    depth: 0,
    file,
    overrideAccess: true,
    overwriteExistingFiles,
  })
  return String(doc.id)
}
