import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { query, registerOnce, termsHash, type Target } from './rush.ts'
import { freePort, startServer, type Server } from './server.ts'

// Everybody wants the last seats at once, and the process dies in the middle of it; how many want them is up to the test.

export const SEATS = 20
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

const registrations = (dataDir: string, { session }: Target) =>
  query(dataDir, 'SELECT * FROM registrations WHERE session_id = ? ORDER BY wait_order', session)

const settingsFor = (dataDir: string) => ({ DATA_DIR: dataDir, PANEL: 'off', SEED: 'none' })

/** So many forms are sent at the same moment: each is answered, in one order, and nobody is promised what another one has. */
export const expectOneOrder = async (dataDir: string, target: Target, crowd: number): Promise<void> => {
  const server = await startServer(settingsFor(dataDir))
  const hash = await termsHash(server.base, target)
  const answers = await Promise.all(numbers(crowd).map((n) => registerOnce(server.base, target, hash, n, randomUUID())))
  const statuses = new Set(answers.map(({ status }) => status))
  const told = (outcome: string) => answers.filter((one) => one.outcome === outcome).length
  await server.stop()

  expect([...statuses]).toEqual([201])
  expect([told('confirmed'), told('waitlisted')]).toEqual([SEATS, crowd - SEATS])
  const rows = registrations(dataDir, target)
  expect(rows.map(({ wait_order }) => wait_order)).toEqual(numbers(crowd))
  expect(rows.map(({ status }) => status)).toEqual([
    ...numbers(SEATS).map(() => 'confirmed'),
    ...numbers(crowd - SEATS).map(() => 'waitlisted'),
  ])
  // Each told their own: what was answered is what is written.
  for (const [n, { outcome }] of answers.entries())
    expect(rows.find(({ email }) => email === `person-${n + 1}@example.org`)?.['status']).toBe(outcome)
}

/** A crowd retries while the process is killed each time so many have been answered: nothing is lost, nothing is doubled. */
export const expectNothingLost = async (
  dataDir: string,
  target: Target,
  { crowd, kills }: { crowd: number; kills: readonly number[] },
): Promise<void> => {
  const settings = { ...settingsFor(dataDir), PORT: String(await freePort()) }
  let server: Server = await startServer(settings)
  const hash = await termsHash(server.base, target)
  const acknowledged = new Map<number, string>()

  /** Sends the same form until it is answered, as a person does whose page does not load. */
  const insist = async (n: number): Promise<void> => {
    const attempt = randomUUID()
    while (!acknowledged.has(n)) {
      try {
        const { status, outcome } = await registerOnce(server.base, target, hash, n, attempt)
        expect(status).toBe(201)
        acknowledged.set(n, outcome!)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error
        await new Promise((again) => setTimeout(again, 20))
      }
    }
  }
  const everybody = Promise.all(numbers(crowd).map(insist))
  for (const share of kills) {
    while (acknowledged.size < share) await new Promise((later) => setTimeout(later, 1))
    await server.stop('SIGKILL')
    server = await startServer(settings)
  }
  await everybody
  // What follows from a registration is derived by the next process, once for each, however the last one ended.
  const unwritten = () =>
    query(
      dataDir,
      'SELECT id FROM registrations WHERE NOT EXISTS (SELECT 1 FROM messages WHERE registration_id = registrations.id)',
    )
  while (unwritten().length > 0) await new Promise((later) => setTimeout(later, 20))
  await server.stop('SIGKILL')

  const rows = registrations(dataDir, target)
  const distinct = (field: string) => new Set(rows.flatMap((row) => row[field] ?? [])).size
  expect([rows.length, distinct('email'), distinct('wait_order'), distinct('seat_key')]).toEqual([
    crowd,
    crowd,
    crowd,
    SEATS,
  ])
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(SEATS)
  for (const [n, outcome] of acknowledged)
    expect(rows.find(({ email }) => email === `person-${n}@example.org`)?.['status'], String(n)).toBe(outcome)
  expect(query(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])

  const written = new Set(rows.map(({ id }) => id))
  const messages = query(
    dataDir,
    "SELECT key, registration_id FROM messages WHERE kind IN ('confirmed', 'waitlisted')",
  ).filter(({ registration_id }) => written.has(registration_id))
  expect(messages.map(({ key }) => key).sort()).toEqual(
    rows.map(({ id, status }) => `registration:${id}:${status}`).sort(),
  )
}
