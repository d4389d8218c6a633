import type { FieldHook } from 'payload'
import { addressKey, isAddressNoun } from './policy.ts'

/**
 * Before something is published at a new address, notes where the public found it until now, so that links lead on. What was
 * never published had no visitors.
 */
export const keepFormerAddress: FieldHook = async ({ value, data, operation, originalDoc, collection, req }) => {
  const noun = collection?.slug ?? ''
  if (operation !== 'update' || !isAddressNoun(noun) || data?.['_status'] === 'draft') return value
  const id = String(originalDoc?.id)
  const live = await req.payload.findByID({
    collection: noun,
    id,
    depth: 0,
    overrideAccess: true,
    req,
    disableErrors: true,
  })
  if (!live?.slug || live.slug === value || live._status !== 'published') return value
  const key = addressKey(noun, live.slug)
  const { docs } = await req.payload.find({
    collection: 'addresses',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const address = { key, noun, slug: live.slug, document: id }
  if (docs[0])
    await req.payload.update({
      collection: 'addresses',
      id: docs[0].id,
      data: address,
      depth: 0,
      overrideAccess: true,
      req,
    })
  else await req.payload.create({ collection: 'addresses', data: address, depth: 0, overrideAccess: true, req })
  return value
}
