import { count, first } from '../../kernel/queries.ts'
import type { Context } from '../../context/context.ts'
import { QUEUED, type Outgoing } from '../actions.ts'

/** What of a queue has not left: how much waits, how much was given up, and since when the oldest waits, in seconds. */
export type Standing = { queued: number; failed: number; oldestSeconds: number }

export const standingOf = async (
  context: Pick<Context, 'payload'>,
  queue: Outgoing,
  now: Temporal.Instant,
): Promise<Standing> => {
  const oldest = await first(context, queue, QUEUED, 'createdAt')
  const since = oldest ? Date.parse(oldest.createdAt) : now.epochMilliseconds
  return {
    queued: await count(context, queue, QUEUED),
    failed: await count(context, queue, { state: { equals: 'failed' } }),
    oldestSeconds: Math.max(0, (now.epochMilliseconds - since) / 1000),
  }
}
