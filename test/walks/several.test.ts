import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { ask } from '#test/support/http.ts'
import { roundRobin } from '#test/support/round-robin.ts'
import { demoWith, query, registerOnce, termsHash } from '#test/support/rush.ts'
import { freePort } from '#test/support/server.ts'
import { crowdWhileKilled, startSeveral } from '#test/support/several.ts'

// Several servers on one database file that end one after the other: asked to, behind a proxy, and killed.

const SEATS = 5

const folder = mkdtempSync(join(tmpdir(), 'onramp-several-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('restarted one after the other behind a proxy, they answer everybody, and lose nothing', async () => {
  const dataDir = join(folder, 'restarted')
  const target = demoWith(inject('untouched'), dataDir, SEATS)
  const port = await freePort()
  const base = `http://localhost:${port}`
  const several = await startSeveral(2, { DATA_DIR: dataDir, SITE_URL: base, TRUST_PROXY: '1' })
  const proxy = roundRobin(several.ports, port)
  await proxy.listen()
  const hash = await termsHash(base, target)
  const told = new Map<number, string | undefined>()
  const statuses = new Set<number>()
  const over = new AbortController()
  const registering = (async () => {
    for (let n = 0; !over.signal.aborted; n += 1) {
      const { status, outcome } = await registerOnce(base, target, hash, n, randomUUID())
      statuses.add(status)
      told.set(n, outcome)
    }
  })()
  const reading = (async () => {
    while (!over.signal.aborted) statuses.add((await ask(base, `/courses/${target.slug}`)).status)
  })()
  for (const n of several.servers.keys()) await several.restart(n, 'SIGTERM')
  over.abort()
  await Promise.all([registering, reading])
  await proxy.close()
  await several.stop()

  expect([...statuses].toSorted()).toEqual([200, 201])
  const rows = query(dataDir, 'SELECT email, status FROM registrations WHERE session_id = ?', target.session)
  const written = new Map(rows.map(({ email, status }) => [email, status]))
  expect(rows).toHaveLength(told.size)
  for (const [n, outcome] of told) expect(written.get(`person-${n}@example.org`), String(n)).toBe(outcome)
  expect(rows.filter(({ status }) => status === 'confirmed')).toHaveLength(SEATS)
})

test('three of them, each killed in turn while people retry: each seat and number once, and nobody is lost', async () => {
  const dataDir = join(folder, 'killed')
  const target = demoWith(inject('untouched'), dataDir, SEATS)
  const several = await startSeveral(3, { DATA_DIR: dataDir })
  const crowd = 60
  const outcome = await crowdWhileKilled(several, dataDir, target, crowd)
  await several.stop()
  expect(outcome).toMatchObject({ confirmed: SEATS, seats: SEATS, rows: crowd, people: crowd, numbers: crowd, lost: 0 })
})
