import { createHmac } from 'node:crypto'
import type { ClientRateLimitInfo, IncrementResponse, Options, Store } from 'express-rate-limit'
import type { Payload } from 'payload'
import { countHit, forgetHits } from '#collections/limits/actions.ts'

/** The database counts are kept in, and what addresses are hashed with. */
export type Shared = { payload: Payload; secret: string }

/**
 * Where a limit counts that holds in every process and after a restart: in the database. Each count is a write, so it is for what is
 * rare by itself: signing in, asking for a link. `name` tells the limits apart. Who is counted is written down as a hash only.
 */
export const sharedStore = ({ payload, secret }: Shared, name: string): Store => {
  let windowMs = 60_000
  const keyOf = (client: string): string =>
    `${name}:${createHmac('sha256', secret).update(`limit:${client}`).digest('base64url').slice(0, 32)}`
  return {
    localKeys: false,
    init: (options: Options): void => {
      windowMs = options.windowMs
    },
    increment: async (client): Promise<IncrementResponse> => {
      // A limit is a matter of the machine's clock, not of the desk's.
      const { hits, endsAt } = await countHit(payload, keyOf(client), windowMs, Date.now())
      return { totalHits: hits, resetTime: new Date(endsAt) } satisfies ClientRateLimitInfo
    },
    // Nothing here takes a count back: whoever tried has tried.
    decrement: () => undefined,
    resetKey: (client): Promise<void> => forgetHits(payload, keyOf(client)),
  }
}
