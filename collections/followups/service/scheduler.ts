import type { Payload } from 'payload'
import { noteChange, onChange, WORK } from '../../kernel/changes.ts'
import { currentRequest } from '../../kernel/request.ts'
import { onWrite } from '../../kernel/writes.ts'

const MINUTE = 60_000
/** What follows is derived when nothing was written for a moment, but after this long in any case; milliseconds. */
const QUIET = 250
const LATEST = 5000

/** What one round does, the collections after whose writes one is due, and whether it is this process that does it now. */
type Work = { round: () => Promise<void>; after: ReadonlySet<string>; isOurs: () => boolean }

/** How many rounds were done and how many failed, and how long all of them took together. */
export type Rounds = { done: number; failed: number; seconds: number }

/**
 * Does rounds of work: at start, every minute, and soon after a write, whoever made it. A process that is killed anywhere is made
 * whole by the next one's first round. Of several processes one does it, and hears from the others that they wrote something.
 */
export const scheduler = (payload: Payload, { round, after, isOurs }: Work) => {
  let running: Promise<void> | undefined
  let isAsked = false
  let isStopped = false
  let soon: NodeJS.Timeout | undefined
  let minute: NodeJS.Timeout | undefined
  let askedAt: number | undefined
  const rounds: Rounds = { done: 0, failed: 0, seconds: 0 }

  const doRound = async (): Promise<void> => {
    const begun = performance.now()
    try {
      // Whoever asked for it, it is done for everybody.
      await currentRequest.exit(round)
      rounds.done += 1
    } catch (error) {
      rounds.failed += 1
      payload.logger.error({ err: error, msg: 'Follow-ups failed' })
    }
    rounds.seconds += (performance.now() - begun) / 1000
  }

  /** One whole round; who asks while one runs gets another after it. */
  const run = (): Promise<void> => {
    isAsked = true
    running ??= (async () => {
      while (isAsked) {
        isAsked = false
        await doRound()
      }
    })().finally(() => (running = undefined))
    return running
  }

  const ask = (): void => {
    if (isStopped || !isOurs()) return noteChange(payload, WORK)
    const at = performance.now()
    askedAt ??= at
    clearTimeout(soon)
    soon = setTimeout(
      () => {
        askedAt = undefined
        byItself()
      },
      Math.min(QUIET, Math.max(0, askedAt + LATEST - at)),
    ).unref()
  }

  onWrite((where, collection) => {
    if (where === payload && after.has(collection)) ask()
  })
  onChange(payload, (slug) => {
    if (isOurs() && !isStopped && (slug === WORK || slug === undefined)) ask()
  })

  const byItself = (): void => {
    if (isOurs()) void run()
  }

  return {
    run,
    /** What was done since this process began. */
    rounds: (): Readonly<Rounds> => rounds,
    /** Has a round done soon. */
    ask,
    start: (): void => {
      byItself()
      minute = setInterval(byItself, MINUTE).unref()
    },
    /** Waits for what is under way, and does nothing more unless asked by `run`. */
    stop: async (): Promise<void> => {
      isStopped = true
      clearInterval(minute)
      clearTimeout(soon)
      await running
    },
  }
}
