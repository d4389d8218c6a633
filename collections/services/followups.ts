import type { Context } from '../context/context.ts'
import { settleApplications } from '../applications/service/followups.ts'
import { settleAttendance } from '../attendance/service/followups.ts'
import { settleAwards } from '../awards/service/followups.ts'
import { settleCharges } from '../charges/service/followups.ts'
import { settleDeposits } from '../deposits/service/followups.ts'
import { settleInvoices } from '../invoices/service/followups.ts'
import { settleMessages } from '../messages/service/outbox.ts'
import { settleMinimum } from '../attendance/service/minimum-followups.ts'
import { settleRegistrations } from '../registrations/service/followups.ts'
import { settleReviews } from '../reviews/service/followups.ts'
import { settleSessions } from '../registrations/service/seat-followups.ts'
import { settleSubmissions } from '../submissions/service/followups.ts'
import { settleWebhooks } from '../webhooks/service/followups.ts'

/** What follows from what, in order: places, seats, days, checks and charges first, then everything that is written to anybody. */
const STEPS = [
  settleApplications,
  settleSessions,
  settleAttendance,
  settleDeposits,
  settleCharges,
  settleInvoices,
  settleRegistrations,
  settleMinimum,
  settleReviews,
  settleSubmissions,
  settleAwards,
  settleWebhooks,
  settleMessages,
]

const MINUTE = 60_000
/** What follows is worked out when nothing was written for a moment, but after this long in any case; milliseconds. */
const QUIET = 250
const LATEST = 5_000

/**
 * Derives everything that follows from what is written: at start, every minute, and soon after a write. Doing it twice changes
 * nothing, so a process that is killed anywhere is made whole by the next one.
 */
export const reconciler = (open: () => Context) => {
  let running: Promise<void> | undefined
  let isAsked = false
  let soon: NodeJS.Timeout | undefined
  let askedAt: number | undefined
  let minute: NodeJS.Timeout | undefined
  let isStopped = false

  /** Whether something was written during a round that the round has left to the next one. */
  const hasLeft = async ({ payload }: Context, roundAt: string): Promise<boolean> => {
    const { totalDocs } = await payload.count({
      collection: 'registrations',
      overrideAccess: true,
      where: { and: [{ unsettled: { equals: true } }, { updatedAt: { greater_than: roundAt } }] },
    })
    return totalDocs > 0
  }

  const once = async (): Promise<void> => {
    const roundAt = new Date().toISOString()
    const round = { ...open(), roundAt }
    for (const step of STEPS) {
      try {
        await step(round)
      } catch (error) {
        round.payload.logger.error({ err: error }, `What follows could not be worked out: ${step.name}`)
      }
    }
    if (await hasLeft(round, roundAt)) isAsked = true
  }

  /** One whole round; who asks while one runs gets another after it. */
  const settle = (): Promise<void> => {
    if (running) {
      isAsked = true
      return running
    }
    running = (async () => {
      do {
        isAsked = false
        await once()
      } while (isAsked)
    })().finally(() => (running = undefined))
    return running
  }

  return {
    settle,
    settleSoon: (): void => {
      if (isStopped) return
      const at = performance.now()
      askedAt ??= at
      clearTimeout(soon)
      soon = setTimeout(
        () => {
          askedAt = undefined
          void settle()
        },
        Math.min(QUIET, Math.max(0, askedAt + LATEST - at)),
      ).unref()
    },
    start: (): void => {
      void settle()
      minute = setInterval(() => void settle(), MINUTE).unref()
    },
    /** Waits for what is under way, and does nothing more unless asked by `settle`. */
    stop: async (): Promise<void> => {
      isStopped = true
      clearInterval(minute)
      clearTimeout(soon)
      await running
    },
  }
}
