import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { openPayload } from '#cms/database.ts'
import { readEnvironment, type Environment } from '#cms/env.ts'
import { aBadgeKey } from './badge-key.ts'

export type Database = { payload: Payload; env: Environment; close: () => Promise<void> }

const MONGODB_URL = process.env['MONGODB_URL']

/** One database of its own on the server `MONGODB_URL` names, or none: then the embedded one is tested. */
const databaseUrl = (): string => {
  if (!MONGODB_URL) return ''
  const url = new URL(MONGODB_URL)
  url.pathname = `/onramp-test-${randomUUID()}`
  return url.href
}

export const isMongo = Boolean(MONGODB_URL)

/** What a document says in some of its fields. One without a value is null on SQLite and not there at all on MongoDB: null. */
export const saying = <Doc extends object, Name extends keyof Doc>(doc: Doc, ...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, doc[name] ?? null])) as Pick<Doc, Name>

/** Settings as a test writes them: the names and values of environment variables. */
type Settings = Record<string, string>

let badgeKey: string | undefined

/** A database with the schema and nothing else, made once by the process that runs the tests, and copied for each file. */
let migrated: string | undefined

const keepMigrated = async ({ db }: Payload): Promise<void> => {
  const file = join(await mkdtemp(join(tmpdir(), 'onramp-migrated-')), 'onramp.db')
  await (db as unknown as SQLiteAdapter).client.execute(`VACUUM INTO '${file}'`)
  migrated = file
}

/**
 * A real Payload on a database of its own, empty but for its schema; jobs run only when a test runs them. The folder it
 * keeps its files in goes with it when it is closed.
 */
export const openDatabase = async (settings: Settings = {}): Promise<Database> => {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-test-'))
  if (migrated) await copyFile(migrated, join(folder, 'onramp.db'))
  const env = readEnvironment({
    DATABASE_URL: databaseUrl(),
    DATA_DIR: folder,
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a secret for tests, of no use elsewhere',
    ...(isMongo && { BADGE_KEY: (badgeKey ??= aBadgeKey()) }),
    SEED: 'none',
    SITE_URL: 'http://localhost:3000',
    ...settings,
  })
  const payload = await openPayload(env, folder)
  if (!isMongo && !migrated) await keepMigrated(payload)
  // Whatever Payload logs as an error fails the test, as console.error does; one that expects it says so by spying.
  payload.logger.error = (...said: unknown[]) => console.error(...said)
  const close = async () => {
    if (isMongo) await (payload.db as unknown as MongooseAdapter).connection.dropDatabase()
    await payload.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  return { payload, env, close }
}
