import type { Payload } from 'payload'
import { upToDate } from '#collections/kernel/changes.ts'
import { sweepHits } from '#collections/limits/actions.ts'
import { sealLog } from '#collections/seals/service/seal.ts'
import type { Lease } from '../lease.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * What the process with the lease does by the clock: it looks each second whether others wrote something that something follows
 * from, forgets limits that are over, and seals
 * the audit log. Returns the way to stop.
 */
export const watchOver = (payload: Payload, lease: Lease): (() => void) => {
  const every = (interval: number, work: () => Promise<void> | undefined): NodeJS.Timeout =>
    setInterval(() => {
      if (!lease.isHeld()) return
      work()?.catch((error: unknown) => payload.logger.error({ err: error }, 'What is done by the clock failed'))
    }, interval).unref()
  const timers = [
    every(SECOND, () => upToDate(payload)),
    every(MINUTE, () => sweepHits(payload, Date.now())),
    every(MINUTE, () => sealLog({ payload, now: Temporal.Now.instant() })),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}
