import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context/context.ts'
import { markOf, type Seen } from '../policy.ts'
import { FOLLOWED, type Change, type Followed } from './step.ts'

const PAGE = 500

/** A change as it is read, whatever collection it is of. */
export type AnyChange = { id: string; updatedAt: string; revision?: number | null } & Partial<Change<Followed>>

const written = async (
  { payload }: Pick<Context, 'payload'>,
  collection: Followed,
  from: string,
  limit: number,
): Promise<AnyChange[]> => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit,
    overrideAccess: true,
    pagination: false,
    // People are still registered for sessions in the trash.
    trash: collection === 'sessions',
    select: Object.fromEntries(['updatedAt', ...FOLLOWED[collection]].map((field) => [field, true])),
    sort: 'updatedAt',
    where: from === '' ? {} : { updatedAt: { greater_than_equal: from } },
  })
  return docs
}

/** What was written to a collection and not yet handled, the oldest first; `newest` is the stamp all of it was read up to. */
export type Changes = { fresh: AnyChange[]; newest: string | undefined; isMore: boolean; readAt: number }

/**
 * Reads what was written since a moment, that moment included. Documents close to it are read again each time, because a write
 * can become visible after one that is stamped later; `seen` keeps them from being handled again. It is a help and nothing rests
 * on it.
 */
export const changesSince = async (
  context: Pick<Context, 'payload'>,
  collection: Followed,
  from: string,
  seen: ReadonlyMap<string, Seen>,
): Promise<Changes> => {
  const readAt = Date.now()
  for (let start = from, limit = PAGE; ;) {
    const docs = await written(context, collection, start, limit)
    const fresh = docs.filter((doc) => {
      const known = seen.get(doc.id)
      return !(known?.isSure && known.mark === markOf(doc))
    })
    const isMore = docs.length === limit
    const newest = docs.at(-1)?.updatedAt
    if (fresh.length > 0 || !isMore) return { fresh, newest, isMore, readAt }
    // A page at a time, so that nobody waits long in between; more at once only where all of them have one stamp.
    limit = newest === start ? limit * 2 : PAGE
    start = newest!
    await setImmediate()
  }
}
