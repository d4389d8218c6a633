import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { compareAndSet, countUp, createUnlessTaken } from '../kernel/keyed.ts'
import { every, first } from '../kernel/queries.ts'

/** How often so far, this time included, and when counting begins anew; milliseconds since 1970. */
export type Counted = { hits: number; endsAt: number }

/** Others would have to be first each time between two statements. */
const MOST_TRIES = 20

/** More than this many are not kept, however many addresses somebody has: those that end first go. */
const MOST = 50_000
const BATCH = 500

/**
 * Counts once more under a key, in every process alike: the first of a time begins it, and the first after its end begins the next.
 * Each way is one statement that fits only if nobody was quicker. `now` and `windowMs` are milliseconds.
 */
export const countHit = async (payload: Payload, key: string, windowMs: number, now: number): Promise<Counted> => {
  const keyed = { key: { equals: key } }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const counted = await countUp(payload, 'limits', { and: [keyed, { endsAt: { greater_than: now } }] }, 'hits')
    if (counted) return counted
    const begun = { hits: 1, endsAt: now + windowMs }
    const over = await first({ payload }, 'limits', keyed)
    const isOver = { endsAt: { less_than_equal: now } }
    const written = over
      ? await compareAndSet(payload, 'limits', over.id, isOver, begun)
      : await createUnlessTaken(payload, 'limits', { key, ...begun })
    if (written) return begun
  }
  throw new Error(`Nothing could be counted in ${MOST_TRIES} tries.`)
}

/** Forgets a key, or all whose time is over, and what is too much. */
export const forgetHits = async (payload: Payload, key: string): Promise<void> => {
  await payload.db.deleteMany({ collection: 'limits', where: { key: { equals: key } } })
}

export const sweepHits = async (payload: Payload, now: number): Promise<void> => {
  await payload.db.deleteMany({ collection: 'limits', where: { endsAt: { less_than_equal: now } } })
  const { totalDocs } = await payload.db.count({ collection: 'limits' })
  for (let over = totalDocs - MOST; over > 0; over -= BATCH) {
    const oldest = await every({ payload }, 'limits', {}, { sort: 'endsAt', limit: Math.min(over, BATCH) })
    await payload.db.deleteMany({ collection: 'limits', where: { id: { in: oldest.map(({ id }) => id) } } })
  }
}

/** A key of a limit that says nobody's name: of what is counted, and of whom. */
export const hitKey = ({ secret }: Payload, name: string, whom: string): string =>
  `${name}:${createHmac('sha256', secret).update(whom).digest('base64url').slice(0, 32)}`
