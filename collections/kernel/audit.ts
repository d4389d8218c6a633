import { randomBytes } from 'node:crypto'
import type { Act } from './act.ts'
import { createUnlessTaken, type Fields } from './keyed.ts'
import { currentRequest } from './request.ts'

/** A line of the audit log. */
export type Entry = Pick<
  Fields<'events'>,
  'registration' | 'session' | 'application' | 'submission' | 'person' | 'reason' | 'data' | 'changes'
> & {
  /** What it is about and what happened, such as `registration:<id>:canceled`; the same is written once. */
  key: string
  /** Such as `registration.canceled` or `charge.booked`. */
  kind: string
  /** One sentence for people who read the log. */
  summary: string
}

/** What the print of an entry is made with and nobody can guess; see collections/seals. */
export const newNonce = (): string => randomBytes(12).toString('base64url')

/**
 * Writes a line of the audit log; one with the same key is there already when it happened before. A change of a record writes
 * its own (see `change`); this is for what is derived, and for what is no record of ours.
 */
export const writeEntry = async ({ payload, now, actor }: Omit<Act, 'zone'>, entry: Entry): Promise<void> => {
  await createUnlessTaken(payload, 'events', {
    ...entry,
    at: now.toString(),
    actor: actor.name,
    user: actor.user,
    request: currentRequest.getStore(),
    nonce: newNonce(),
  })
}
