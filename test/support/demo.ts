import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort, migrateOnce, startServer, type Server } from './server.ts'

/** A server with the demo content that gets ready meanwhile. */
export type Demo = {
  base: string
  /** Once it is ready. */
  server: Promise<Server>
  /** A folder with what is in its data folder when it is ready for the first time, from then on. */
  untouched: string
  /** Stops it, and says what it has printed. */
  stop: () => Promise<string>
}

type Content = { folder: string; isThere: Promise<void> }

declare global {
  /** Where this run keeps the demo content. The setups of two projects are two modules each, in one process. */
  var demoOfThisRun: Content | undefined
}

/** Copies a data folder that is in use. */
const copyTo = (folder: string, dataDir: string): void => {
  for (const part of ['media', 'private']) cpSync(join(dataDir, part), join(folder, part), { recursive: true })
  const database = new DatabaseSync(join(dataDir, 'onramp.db'))
  database.exec(`VACUUM INTO '${join(folder, 'onramp.db')}'`)
  database.close()
  // A server that begins with the copy is not to wait for this one, which goes on working in its own folder.
  const copy = new DatabaseSync(join(folder, 'onramp.db'))
  copy.exec("UPDATE leases SET holder = ''")
  copy.close()
}

/** Starts a server with the demo content. The first of a run seeds it, the next one begins with a copy. */
export const startDemo = async (settings: Record<string, string> = {}): Promise<Demo> => {
  const [dataDir, PORT] = [mkdtempSync(join(tmpdir(), 'onramp-demo-')), String(await freePort())]
  const first = globalThis.demoOfThisRun
  const untouched = first?.folder ?? mkdtempSync(join(tmpdir(), 'onramp-untouched-'))
  const migrated = `${untouched}.db`
  const start = async (): Promise<Server> => {
    await (first?.isThere ?? migrateOnce(migrated))
    if (first) cpSync(first.folder, dataDir, { recursive: true })
    else copyFileSync(migrated, join(dataDir, 'onramp.db'))
    return startServer({ ...settings, PORT, DATA_DIR: dataDir })
  }
  const server = start().then((started) => {
    if (!first) copyTo(untouched, dataDir)
    return started
  })
  globalThis.demoOfThisRun ??= { folder: untouched, isThere: server.then(() => undefined) }
  // Who waits for it is told; nobody else has to be.
  server.catch(() => undefined)
  globalThis.demoOfThisRun.isThere.catch(() => undefined)
  const stop = async (): Promise<string> => {
    const started = await server
    await started.stop()
    for (const path of [dataDir, untouched, migrated]) rmSync(path, { recursive: true, force: true })
    return started.output()
  }
  return { base: `http://localhost:${PORT}`, server, untouched, stop }
}
