import type { DataFromCollectionSlug, Where } from 'payload'
import type { Act } from '../kernel/act.ts'
import { compareAndSet, type Fields } from '../kernel/keyed.ts'

/** The collections in which something waits until another side has it: mail, and what webhooks are sent. */
export type Outgoing = 'messages' | 'deliveries'

export const QUEUED = { state: { equals: 'queued' } } satisfies Where

/** Has what was given up tried again from the first attempt; undefined when it is not given up (any more). */
export const tryAgain = <Queued extends Outgoing>(
  { payload, now }: Pick<Act, 'payload' | 'now'>,
  collection: Queued,
  id: string,
): Promise<DataFromCollectionSlug<Queued> | undefined> => {
  const again = { state: 'queued', attempts: 0, nextAttemptAt: now.toString() }
  return compareAndSet(payload, collection, id, { state: { equals: 'failed' } }, again as Fields<Queued>)
}
