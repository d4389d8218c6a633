import type { Where } from 'payload'
import { every, pluck } from '../../kernel/queries.ts'
import type { Context } from '../../context/context.ts'
import { FOLLOWED, type Followed } from './step.ts'

/** How far a step is behind: the age in seconds of the oldest write it has not passed yet (0: none), and what it failed at. */
export type Behind = { step: string; seconds: number; failed: number }

const isFollowed = (collection: string): collection is Followed => collection in FOLLOWED

/** The stamp of the oldest write beyond a cursor. */
const oldestBeyond = async (
  context: Pick<Context, 'payload'>,
  collection: Followed,
  cursor: string,
): Promise<string | undefined> => {
  const where: Where = cursor === '' ? {} : { updatedAt: { greater_than: cursor } }
  const [oldest] = await pluck(context, collection, where, ['updatedAt'], { sort: 'updatedAt', limit: 1 })
  return oldest?.updatedAt
}

/**
 * How far each step is behind, by the clock of the machine, which stamps what is written. Cursors keep five minutes away from the
 * present by intent (policy.ts), so that a few hundred seconds mean that all is well.
 */
export const behind = async (context: Pick<Context, 'payload'>, machine: number): Promise<Behind[]> => {
  const known = new Map<string, Promise<string | undefined>>()
  const oldest = (collection: Followed, cursor: string): Promise<string | undefined> => {
    const key = `${collection} ${cursor}`
    const asked = known.get(key) ?? oldestBeyond(context, collection, cursor)
    known.set(key, asked)
    return asked
  }
  const steps = await every(context, 'followups', {})
  return Promise.all(
    steps.map(async ({ step, cursors, failed }) => {
      const stamps = await Promise.all(
        Object.entries(cursors as Record<string, string>).flatMap(([collection, cursor]) =>
          isFollowed(collection) ? [oldest(collection, cursor)] : [],
        ),
      )
      const ages = stamps.flatMap((stamp) => (stamp === undefined ? [] : [(machine - Date.parse(stamp)) / 1000]))
      return { step, seconds: Math.max(0, ...ages), failed: (failed as unknown[]).length }
    }),
  )
}
