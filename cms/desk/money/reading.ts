import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload, Where } from 'payload'
import type { DeskContext } from '../context.ts'

const BATCH = 200
const loaded = { depth: 0, overrideAccess: true, pagination: false } as const

/** One document after the other; one that fails is logged and tried again the next time, and never stops the others. */
export const each = async <Doc extends { id: string }>(
  { payload }: DeskContext,
  docs: readonly Doc[],
  what: string,
  work: (doc: Doc) => Promise<unknown>,
): Promise<void> => {
  for (const doc of docs) {
    try {
      await work(doc)
    } catch (error) {
      payload.logger.error({ err: error, msg: `${what}: ${doc.id}` })
    }
    await setImmediate()
  }
}

export const findAll = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  where: Where,
  limit = BATCH,
  sort = 'createdAt',
) => (await payload.find({ collection, where, limit, sort, ...loaded })).docs

export const byId = { depth: 0, overrideAccess: true, disableErrors: true } as const
