import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, bearer, send, signIn } from '#test/support/http.ts'
import { demoWith, query, registerOnce, termsHash, type Target } from '#test/support/rush.ts'
import { ADMIN, startServer, type Server } from '#test/support/server.ts'

// Two servers on one database file.

const SEATS = 5
const CROWD = 24

const folder = mkdtempSync(join(tmpdir(), 'onramp-processes-'))
let target: Target
let one: Server
let two: Server

beforeAll(async () => {
  target = demoWith(inject('untouched'), folder, SEATS)
  one = await startServer({ DATA_DIR: folder, TRUST_PROXY: '1' })
  two = await startServer({ DATA_DIR: folder, TRUST_PROXY: '1', PANEL: 'off' })
})
afterAll(async () => {
  await Promise.all([one?.stop(), two?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

test('what was saved at one is on the next page of the other, which had kept it', async () => {
  const token = await signIn(one.base, ADMIN.email, ADMIN.password)
  const path = paths.course(target.slug)
  const [{ id }] = (await ask(one.base, `/api/courses?where[slug][equals]=${target.slug}&limit=1`)).json()['docs'] as [
    { id: string },
  ]
  for (const title of ['Saved once', 'Saved twice']) {
    // The second time it comes from memory.
    for (let visit = 0; visit < 2; visit += 1) expect((await ask(two.base, path)).text).not.toContain(title)
    const saved = await send(one.base, 'PATCH', `/api/courses/${id}`, { title, _status: 'published' }, bearer(token))
    expect(saved.status).toBe(200)
    expect((await ask(two.base, path)).text).toContain(title)
  }
})

test('a crowd at both gets each seat once and each number of the waitlist once', async () => {
  const hash = await termsHash(one.base, target)
  const answers = await Promise.all(
    Array.from({ length: CROWD }, (_, n) => registerOnce((n % 2 ? one : two).base, target, hash, n, randomUUID())),
  )
  expect(answers.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(SEATS)
  const [row] = query(
    folder,
    `SELECT count(*) AS everybody, count(DISTINCT wait_order) AS orders, count(DISTINCT seat_key) AS seats
     FROM registrations WHERE session_id = ?`,
    target.session,
  )
  expect(row).toEqual({ everybody: CROWD, orders: CROWD, seats: SEATS })
})

test('a session that was canceled at one takes nobody at the other', async () => {
  const token = await signIn(one.base, ADMIN.email, ADMIN.password)
  const canceled = { status: 'canceled', cancelReason: 'The room is closed.', _status: 'published' }
  const hash = await termsHash(one.base, target)
  const saved = await send(one.base, 'PATCH', `/api/sessions/${target.session}`, canceled, bearer(token))
  expect(saved.status).toBe(200)
  expect(await registerOnce(two.base, target, hash, CROWD, randomUUID())).toMatchObject({ status: 409 })
})

test('when the one that does the work is killed, the other does it', async () => {
  const holder = () => String(query(folder, "SELECT holder FROM leases WHERE key = 'work'")[0]!['holder'])
  expect(holder()).toContain(`|${one.pid}|`)
  await one.stop('SIGKILL')
  await vi.waitFor(() => expect(holder()).toContain(`|${two.pid}|`), { timeout: 15_000, interval: 50 })
})
