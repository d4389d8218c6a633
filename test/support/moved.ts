import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

/** A database that is not there yet, on a server. */
export const newDatabaseOn = (server: string): string => {
  const url = new URL(server)
  url.pathname = `/onramp-${randomUUID()}`
  return url.href
}

/** `npm run move` as a person runs it, from the database in a data folder: its exit code, and what it says. */
export const moveFrom = async (dataDir: string, ...given: string[]): Promise<{ code: number; said: string }> => {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, NODE_ENV: 'production' as const }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['cms/move/command.ts', ...given], { env })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

/** What a server needs to be told to serve what was moved. */
export const settingsOn = (dataDir: string, database: string) => ({
  DATA_DIR: dataDir,
  DATABASE_URL: database,
  PAYLOAD_SECRET: readFileSync(join(dataDir, 'private', 'secret'), 'utf8'),
})
