import type { Payload } from 'payload'
import { first, one } from '../kernel/queries.ts'
import { addressKey, pathOf, type Place } from './policy.ts'

/** Where somebody is led on to who comes to the former address of something published; undefined where it was none. */
export const leadsTo = async (payload: Payload, place: Place): Promise<string | undefined> => {
  const former = await first({ payload }, 'addresses', { key: { equals: addressKey(place.noun, place.slug) } })
  const document = former && (await one({ payload }, place.noun, former.document))
  const isThere = document?.slug && document._status === 'published' && !document.deletedAt
  return isThere && document.slug !== place.slug ? pathOf({ ...place, slug: document.slug }) : undefined
}
