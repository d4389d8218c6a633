import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, type SanitizedConfig } from 'payload'
import { configFor } from '#cms/config.ts'
import { readEnvironment } from '#cms/env.ts'
import type { Database } from '../database.ts'
import { memoryDatabase } from './adapter.ts'

/** Payload on a database in memory, empty; with every hook, check and rule it has on a real one. */
export const openMemory = async (): Promise<Database> => {
  const folder = await mkdtemp(join(tmpdir(), 'onramp-memory-'))
  const env = readEnvironment({
    DATABASE_URL: '',
    DATA_DIR: folder,
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a secret for tests, of no use elsewhere',
    SEED: 'none',
    SITE_URL: 'http://localhost:3000',
  })
  const config: SanitizedConfig = Object.assign(await configFor(env), { db: memoryDatabase() })
  const payload = await getPayload({ config, disableDBConnect: true, key: folder })
  payload.logger.error = (...said: unknown[]) => console.error(...said)
  const close = async () => {
    await payload.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  return { payload, env, close }
}
