import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Environment } from './env.ts'

/** Waits until everything written before the call is on the disk, not only handed to the system. */
export type Durable = () => Promise<void>

/** Runs one after the other; whoever asks while one runs shares the next, which begins after all of them asked. */
const shared = (work: () => Promise<void>): Durable => {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        running = work()
        return running
      })
    return next
  }
}

/**
 * The embedded database commits to its write-ahead log without waiting for the disk; an answer waits for the disk once, here,
 * together with every other answer that is ready. It is the same promise as a wait at each commit, at a fraction of the cost.
 * MongoDB waits by itself.
 */
export const durabilityOf = async ({ databaseUrl, isEmbedded }: Environment): Promise<Durable> => {
  if (!isEmbedded) return async () => undefined
  const path = databaseUrl.startsWith('file:///') ? fileURLToPath(databaseUrl) : databaseUrl.slice('file:'.length)
  const log = await open(`${path}-wal`, 'r+')
  return shared(() => log.datasync())
}
