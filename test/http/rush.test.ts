import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { demoWith, query, registerOnce, termsHash } from '#test/support/rush.ts'
import { freePort, startServer, type Server } from '#test/support/server.ts'

// Everybody wants the last seats at once, and the process dies in the middle of it.

const folder = mkdtempSync(join(tmpdir(), 'onramp-rush-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SEATS = 20
/** Who insists while the process is killed. */
const CROWD = 90
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

const registrations = (dataDir: string, session: string) =>
  query(dataDir, 'SELECT * FROM registrations WHERE session_id = ? ORDER BY wait_order', session)

test('five hundred at once for twenty seats', async () => {
  const dataDir = join(folder, 'rush')
  const target = demoWith(inject('untouched'), dataDir, SEATS)
  const server = await startServer({ DATA_DIR: dataDir, PANEL: 'off', SEED: 'none' })
  const hash = await termsHash(server.base, target)
  const answers = await Promise.all(numbers(500).map((n) => registerOnce(server.base, target, hash, n, randomUUID())))
  const statuses = new Set(answers.map(({ status }) => status))
  const told = (outcome: string) => answers.filter((one) => one.outcome === outcome).length
  await server.stop()

  expect([...statuses]).toEqual([201])
  expect([told('confirmed'), told('waitlisted')]).toEqual([SEATS, 480])
  const rows = registrations(dataDir, target.session)
  expect(rows.map(({ wait_order }) => wait_order)).toEqual(numbers(500))
  expect(rows.map(({ status }) => status)).toEqual([
    ...numbers(SEATS).map(() => 'confirmed'),
    ...numbers(480).map(() => 'waitlisted'),
  ])
  // Each told their own: what was answered is what is written.
  for (const [n, { outcome }] of answers.entries())
    expect(rows.find(({ email }) => email === `person-${n + 1}@example.org`)?.['status']).toBe(outcome)
})

test('killed again and again while people retry: nothing acknowledged is lost, nothing is doubled', async () => {
  const [dataDir, PORT] = [join(folder, 'killed'), String(await freePort())]
  const target = demoWith(inject('untouched'), dataDir, SEATS)
  const settings = { DATA_DIR: dataDir, PORT, PANEL: 'off', SEED: 'none' }
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
  const crowd = Promise.all(numbers(CROWD).map(insist))
  for (const share of [20, 60]) {
    while (acknowledged.size < share) await new Promise((later) => setTimeout(later, 1))
    await server.stop('SIGKILL')
    server = await startServer(settings)
  }
  await crowd
  await server.stop()

  const rows = registrations(dataDir, target.session)
  expect(rows).toHaveLength(CROWD)
  expect(new Set(rows.map(({ email }) => email)).size).toBe(CROWD)
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(SEATS)
  expect(new Set(rows.flatMap(({ seat_key }) => seat_key ?? [])).size).toBe(SEATS)
  for (const [n, outcome] of acknowledged)
    expect(rows.find(({ email }) => email === `person-${n}@example.org`)?.['status'], String(n)).toBe(outcome)
  expect(query(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])

  // What follows from a registration is derived by the next process, once for each, however the last one ended.
  server = await startServer(settings)
  const messages = () =>
    query(dataDir, "SELECT key, registration_id FROM messages WHERE kind IN ('confirmed', 'waitlisted')")
  const unsettled = () => query(dataDir, 'SELECT id FROM registrations WHERE unsettled = 1')
  while (unsettled().length > 0) await new Promise((later) => setTimeout(later, 20))
  await server.stop()
  const own = new Set(rows.map(({ id }) => id))
  expect(
    messages()
      .filter(({ registration_id }) => own.has(registration_id))
      .map(({ key }) => key)
      .sort(),
  ).toEqual(rows.map(({ id, status }) => `registration:${id}:${status}`).sort())
})
