import type { Payload } from 'payload'
import { onWrite } from '../../kernel/writes.ts'

const MINUTE = 60_000
/** What follows is derived when nothing was written for a moment, but after this long in any case; milliseconds. */
const QUIET = 250
const LATEST = 5000

/** What one round does, and the collections after whose writes one is due. */
type Work = { round: () => Promise<void>; after: ReadonlySet<string> }

/**
 * Does rounds of work: at start, every minute, and soon after a write, whoever made it. A process that is killed anywhere is made
 * whole by the next one's first round.
 */
export const scheduler = (payload: Payload, { round, after }: Work) => {
  let running: Promise<void> | undefined
  let isAsked = false
  let isStopped = false
  let soon: NodeJS.Timeout | undefined
  let minute: NodeJS.Timeout | undefined
  let askedAt: number | undefined

  /** One whole round; who asks while one runs gets another after it. */
  const run = (): Promise<void> => {
    isAsked = true
    running ??= (async () => {
      while (isAsked) {
        isAsked = false
        await round().catch((error: unknown) => payload.logger.error({ err: error, msg: 'Follow-ups failed' }))
      }
    })().finally(() => (running = undefined))
    return running
  }

  const ask = (): void => {
    if (isStopped) return
    const at = performance.now()
    askedAt ??= at
    clearTimeout(soon)
    soon = setTimeout(
      () => {
        askedAt = undefined
        void run()
      },
      Math.min(QUIET, Math.max(0, askedAt + LATEST - at)),
    ).unref()
  }

  const stopListening = onWrite((where, collection) => {
    if (where === payload && after.has(collection)) ask()
  })

  return {
    run,
    start: (): void => {
      void run()
      minute = setInterval(() => void run(), MINUTE).unref()
    },
    /** Waits for what is under way, and does nothing more unless asked by `run`. */
    stop: async (): Promise<void> => {
      isStopped = true
      stopListening()
      clearInterval(minute)
      clearTimeout(soon)
      await running
    },
  }
}
