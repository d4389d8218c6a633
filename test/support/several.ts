import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { query, registerOnce, termsHash, type Target } from './rush.ts'
import { freePort, startServer, type Server } from './server.ts'

// Several servers on one data folder, of which one dies while a crowd wants the last seats.

/** So many servers, each at a port it keeps when it is started anew. */
export const startSeveral = async (count: number, given: Record<string, string>) => {
  const servers: Server[] = []
  const settings: Record<string, string>[] = []
  for (let n = 0; n < count; n += 1) {
    settings.push({ PANEL: 'off', SEED: 'none', ...given, PORT: String(await freePort()) })
    servers.push(await startServer(settings[n]))
  }
  return {
    servers,
    ports: settings.map(({ PORT }) => Number(PORT)),
    /** Ends one of them, asked to or killed, and starts it again. */
    restart: async (n: number, signal: NodeJS.Signals): Promise<void> => {
      await servers[n]!.stop(signal)
      servers[n] = await startServer(settings[n])
    },
    stop: async (): Promise<void> => void (await Promise.all(servers.map((server) => server.stop()))),
  }
}

export type Several = Awaited<ReturnType<typeof startSeveral>>

/** What a crowd was told, by the number of the person. */
type Told = Map<number, string>

const isConnection = (error: unknown): boolean => (error as NodeJS.ErrnoException).code !== undefined

/** Sends one person's form, under one idempotency key, to one server after the other until it is answered. */
const insist = async ({ servers }: Several, target: Target, hash: string, n: number, told: Told): Promise<void> => {
  const attempt = randomUUID()
  for (let tries = n; ; tries += 1) {
    try {
      const { base } = servers[tries % servers.length]!
      const { status, outcome } = await registerOnce(base, target, hash, n, attempt)
      if (status === 201) return void told.set(n, outcome!)
      if (status < 500) throw new Error(`Person ${n} was answered with ${status}.`)
    } catch (error) {
      if (!isConnection(error)) throw error
    }
    await setTimeout(20)
  }
}

/** What came of it: of a crowd of so many, nobody may be lost and nothing may be given twice. */
export type Outcome = {
  perSecond: number
  /** Answered with a seat; registrations; distinct people, numbers of the waitlist and seats among them. */
  confirmed: number
  rows: number
  people: number
  numbers: number
  seats: number
  /** Answered otherwise than it is written. */
  lost: number
}

/**
 * A crowd at several servers at once, each of which is killed and started again in turn, once another share of the crowd has been
 * answered.
 */
export const crowdWhileKilled = async (
  several: Several,
  dataDir: string,
  target: Target,
  crowd: number,
): Promise<Outcome> => {
  const { servers } = several
  const hash = await termsHash(servers[0]!.base, target)
  const told: Told = new Map()
  const begun = performance.now()
  const everybody = Promise.all(Array.from({ length: crowd }, (_, n) => insist(several, target, hash, n, told)))
  const share = crowd / (servers.length + 1)
  for (const n of servers.keys()) {
    while (told.size < share * (n + 1)) await setTimeout(1)
    await several.restart(n, 'SIGKILL')
  }
  await everybody
  const seconds = (performance.now() - begun) / 1000
  const rows = query(dataDir, 'SELECT * FROM registrations WHERE session_id = ?', target.session)
  const distinct = (field: string) => new Set(rows.flatMap((row) => row[field] ?? [])).size
  const written = new Map(rows.map(({ email, status }) => [email, status]))
  return {
    perSecond: crowd / seconds,
    confirmed: [...told.values()].filter((outcome) => outcome === 'confirmed').length,
    rows: rows.length,
    people: distinct('email'),
    numbers: distinct('wait_order'),
    seats: distinct('seat_key'),
    lost: [...told].filter(([n, outcome]) => written.get(`person-${n}@example.org`) !== outcome).length,
  }
}
