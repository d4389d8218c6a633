import { execFile, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Where a database with the schema and nothing else lies, for servers to begin with: set by whoever has made one. */
const MIGRATED = 'ONRAMP_MIGRATED'
// One start after the other: each finds what the one before has compiled.
const COMPILED = join(tmpdir(), 'onramp-compiled')
const READY = /^Onramp is ready/m

/** The server's process, from its first word to its last. */
export type Run = {
  port: string
  pid: number
  dataDir: string
  /** Everything it has printed so far, and what of it went to stderr. */
  output: () => string
  errors: () => string
  /** Waits until it has printed something like this; fails when it stops before. */
  until: (pattern: RegExp) => Promise<void>
  /** Its exit code, once it has stopped; null when it was killed. */
  exited: Promise<number | null>
  kill: (signal: NodeJS.Signals) => void
  /** Says something to the process, and waits for its answer. */
  say: (message: string) => Promise<void>
}

export type Server = Pick<Run, 'pid' | 'dataDir' | 'output'> & {
  base: string
  /** Asks it to finish, waits until it has, and takes away a data folder nobody named. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export const ADMIN = { email: 'admin@example.org', password: 'a-password-for-tests' } as const

/** A port nobody uses right now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Makes a migrated database; servers that this process and its children start from then on begin with a copy. */
export const migrateOnce = async (file: string): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onramp-migrating-'))
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: COMPILED,
    DATA_DIR: dataDir,
  }
  process.env[MIGRATED] = file
  await promisify(execFile)(process.execPath, ['test/support/migrated-main.ts', file], { cwd: ROOT, env })
  rmSync(dataDir, { recursive: true, force: true })
}

/** A new data folder, migrated already where that was done before. */
const newDataDir = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-'))
  const migrated = process.env[MIGRATED]
  if (migrated && existsSync(migrated)) copyFileSync(migrated, join(folder, 'onramp.db'))
  return folder
}

/** Starts the real server in a process of its own, on a data folder of its own, and leaves the rest to the caller. */
export const launch = async (settings: Record<string, string> = {}, program = 'cms/server/main.ts'): Promise<Run> => {
  const port = settings['PORT'] ?? String(await freePort())
  const dataDir = settings['DATA_DIR'] ?? newDataDir()
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: COMPILED,
    HOST: '127.0.0.1',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...settings,
    PORT: port,
    DATA_DIR: dataDir,
  }
  const child = spawn(process.execPath, [program], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const exited = new Promise<number | null>((done) => child.once('close', done))
  const listeners = new Set<() => void>()
  const said = { output: '', errors: '' }
  child.stdout!.on('data', (chunk: Buffer) => {
    said.output += chunk.toString()
    for (const listener of listeners) listener()
  })
  child.stderr!.on('data', (chunk: Buffer) => {
    said.output += chunk.toString()
    said.errors += chunk.toString()
  })
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const listen = () => {
        if (!pattern.test(said.output)) return
        listeners.delete(listen)
        resolve()
      }
      listeners.add(listen)
      listen()
      void exited.then((code) => reject(new Error(`The server stopped with code ${code} and said:\n${said.output}`)))
    })
  return {
    port,
    pid: child.pid!,
    dataDir,
    output: () => said.output,
    errors: () => said.errors,
    until,
    exited,
    kill: (signal) => child.kill(signal),
    say: (message) =>
      new Promise((resolve) => {
        child.once('message', () => resolve())
        child.send(message)
      }),
  }
}

const served = (run: Run, settings: Record<string, string>): Server => ({
  base: settings['SITE_URL'] ?? `http://localhost:${run.port}`,
  pid: run.pid,
  dataDir: run.dataDir,
  output: run.output,
  stop: async (signal = 'SIGTERM') => {
    run.kill(signal)
    const code = await run.exited
    if (!settings['DATA_DIR']) rmSync(run.dataDir, { recursive: true, force: true })
    return code
  },
})

/** The real server, once it says that it is ready. */
export const startServer = async (settings: Record<string, string> = {}): Promise<Server> => {
  const run = await launch(settings)
  await run.until(READY)
  return served(run, settings)
}

/** `moveTo` sets the clock and waits until everything that follows from it has been derived. */
export type TimedServer = Server & { moveTo: (moment: string) => Promise<void> }

/** The real server with a clock that stands still until it is moved. */
export const startTimedServer = async (moment: string, settings: Record<string, string> = {}): Promise<TimedServer> => {
  const run = await launch({ ...settings, CLOCK: moment }, 'test/support/timed-main.ts')
  await run.until(READY)
  return { ...served(run, settings), moveTo: run.say }
}
