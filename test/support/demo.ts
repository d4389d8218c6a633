import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startServer, type Server } from './server.ts'

/** A server with the demo content, and a folder with what was in its data folder when it was ready for the first time. */
export type Demo = Server & { untouched: string }

declare global {
  /** Where this run keeps the demo content. The setups of two projects are two modules each, in one process. */
  var demoOfThisRun: string | undefined
}

/** Copies a data folder that is in use. */
const copyOf = (dataDir: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-untouched-'))
  for (const part of ['media', 'private']) cpSync(join(dataDir, part), join(folder, part), { recursive: true })
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  database.exec(`VACUUM INTO '${join(folder, 'onramp.db')}'`)
  database.close()
  return folder
}

/** Starts a server with the demo content. The first of a run seeds it, the next one begins with a copy. */
export const startDemo = async (settings: Record<string, string> = {}): Promise<Demo> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onramp-demo-'))
  if (globalThis.demoOfThisRun) cpSync(globalThis.demoOfThisRun, dataDir, { recursive: true })
  const server = await startServer({ ...settings, DATA_DIR: dataDir })
  const untouched = (globalThis.demoOfThisRun ??= copyOf(dataDir))
  const stop: Server['stop'] = async (signal) => {
    const code = await server.stop(signal)
    for (const folder of [dataDir, untouched]) rmSync(folder, { recursive: true, force: true })
    return code
  }
  return { ...server, untouched, stop }
}
