import { setTimeout } from 'node:timers/promises'
import { getPayload, type Payload } from 'payload'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { configFor } from './config.ts'
import { BadSetting, type Environment } from './env.ts'

/** The embedded database's one connection; undefined on MongoDB. */
const embedded = ({ db }: Payload) => ('client' in db ? (db as unknown as SQLiteAdapter).client : undefined)

const isBusy = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')

/** How long another process may take to prepare the database: a migration of a large one, or the demo; milliseconds. */
const LONGEST_WAIT = 900_000

/** Does it once nobody else writes; each try waits for some seconds by itself. */
const whenFree = async ({ logger }: Payload, work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now()
  for (let tries = 1; ; tries += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() - begun > LONGEST_WAIT) throw error
      if (tries === 1) logger.info('Another process is preparing this database; waiting for it.')
      await setTimeout(250)
    }
  }
}

/**
 * Work on the embedded database that is done as a whole or not at all, however it ends: what a killed process left is gone.
 * For the time before anyone is served only, because everything written meanwhile belongs to it. Of several processes one does it,
 * and the others wait. MongoDB just does it.
 */
export const allOrNothing = async (payload: Payload, work: () => Promise<void>): Promise<void> => {
  const client = embedded(payload)
  if (client) await whenFree(payload, () => client.execute('BEGIN IMMEDIATE'))
  try {
    await work()
    await client?.execute('COMMIT')
  } catch (error) {
    await client?.execute('ROLLBACK')
    throw error
  }
}

/** Work during which what is referred to may come later, or is there twice for a moment. */
export const withoutForeignKeys = async (payload: Payload, work: () => Promise<void>): Promise<void> => {
  const client = embedded(payload)
  await client?.execute('PRAGMA foreign_keys = OFF')
  await work()
  await client?.execute('PRAGMA foreign_keys = ON')
}

/** Brings the embedded database up to the schema of this version. Tables are rebuilt with foreign keys off, as SQLite asks for. */
const migrate = async (payload: Payload): Promise<void> => {
  const { migrations } = await import('./migrations/index.ts')
  // `as never`: the common adapter type knows nothing of SQLite's arguments.
  const migrated = () => payload.db.migrate({ migrations: migrations as never })
  await withoutForeignKeys(payload, () => allOrNothing(payload, migrated))
}

/** Why a database cannot be opened, without what libraries put around it. */
const reasonOf = (error: unknown): string => {
  const [line = ''] = String((error as Error).message).split('\n', 1)
  return line.replace(/^(Error: |cannot connect to \w+: |cannot connect to \w+\. Details: )+/, '')
}

/** Connects without Payload's own report of a failure, which would be a page of stack beside our one line. */
const connect = async ({ db, logger }: Payload): Promise<void> => {
  const { level } = logger
  logger.level = 'silent'
  try {
    await db.connect?.()
  } finally {
    logger.level = level
  }
}

/**
 * Opens the database and a Payload on it: the one of this process, unless `key` asks for another beside it.
 * @throws BadSetting when the database cannot be reached: a setting to mend, said in one line
 */
export const openPayload = async (env: Environment, key = 'default'): Promise<Payload> => {
  const payload = await getPayload({ config: configFor(env), disableDBConnect: true, key })
  try {
    await whenFree(payload, () => connect(payload))
    if (env.isEmbedded) await migrate(payload)
    return payload
  } catch (error) {
    throw new BadSetting(`DATABASE_URL: the database cannot be opened (${reasonOf(error)}).`)
  }
}

/** Lets the one Payload publish by the clock from now on: each minute, inside this process. */
export const startJobs = async ({ config }: Payload): Promise<void> => {
  await getPayload({ config, cron: true })
}
