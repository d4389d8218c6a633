import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Environment } from './env.ts'
import { shared } from './shared.ts'

/** Waits until everything written before the call is on the disk, not only handed to the system. */
export type Durable = () => Promise<void>

/** The file of the embedded database. */
export const fileOf = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:///') ? fileURLToPath(databaseUrl) : databaseUrl.slice('file:'.length)

/**
 * The embedded database commits to its write-ahead log without waiting for the disk; an answer waits for the disk once, here,
 * together with every other answer that is ready. It is the same promise as a wait at each commit, at a fraction of the cost.
 * MongoDB is asked to wait at each write; see cms/config.ts.
 */
export const durabilityOf = async ({ databaseUrl, isEmbedded }: Environment): Promise<Durable> => {
  if (!isEmbedded) return async () => undefined
  const log = await open(`${fileOf(databaseUrl)}-wal`, 'r+')
  return shared(() => log.datasync())
}
