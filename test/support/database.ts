import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { readEnvironment, type Environment } from '#cms/env.ts'

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

/**
 * A real Payload on a database of its own, empty but for its schema; jobs run only when a test runs them. The settings
 * are in place before the config is read, so open one database per test file.
 */
export const openDatabase = async (): Promise<Database> => {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-test-'))
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl(),
    DATA_DIR: folder,
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a secret for tests, of no use elsewhere',
    SEED: 'none',
    SITE_URL: 'http://localhost:3000',
  })
  const env = readEnvironment(process.env)
  const { openPayload } = await import('#cms/database.ts')
  const payload = await openPayload(env)
  // Whatever Payload logs as an error fails the test, as console.error does; one that expects it says so by spying.
  payload.logger.error = (...said: unknown[]) => console.error(...said)
  const close = async () => {
    if (isMongo) await (payload.db as unknown as MongooseAdapter).connection.dropDatabase()
    await payload.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  return { payload, env, close }
}
