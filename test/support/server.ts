import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY = /^Onramp is ready/m

export type Server = {
  base: string
  pid: number
  dataDir: string
  /** Everything it has printed so far. */
  output: () => string
  /** Asks it to finish and waits until it has. */
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

/** The real server in a process of its own, on a data folder of its own, once it says that it is ready. */
export const startServer = async (settings: Record<string, string> = {}): Promise<Server> => {
  const port = settings['PORT'] ?? String(await freePort())
  const dataDir = settings['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'onramp-'))
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...settings,
    PORT: port,
    DATA_DIR: dataDir,
  }
  const child = spawn(process.execPath, ['cms/server/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      if (READY.test(printed)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exited.then((code) => reject(new Error(`The server stopped with code ${code} and said:\n${printed}`)))
  })
  return {
    base: settings['SITE_URL'] ?? `http://localhost:${port}`,
    pid: child.pid!,
    dataDir,
    output: () => printed,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}
