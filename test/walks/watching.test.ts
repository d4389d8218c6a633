import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ROUTE_CLASSES } from '#cms/server/route-class.ts'
import { ask, send } from '#test/support/http.ts'
import { demoWith, registerOnce, termsHash, type Target } from '#test/support/rush.ts'
import { freePort, launch, startServer, type Server } from '#test/support/server.ts'

// What whoever runs it sees from outside: a line of the log for each request, and metrics at an address of their own.

const dataDir = mkdtempSync(join(tmpdir(), 'onramp-watching-'))
let server: Server
let target: Target
let metricsAt: string

beforeAll(async () => {
  target = demoWith(inject('untouched'), dataDir, 1)
  const port = String(await freePort())
  metricsAt = `http://127.0.0.1:${port}`
  const settings = { PANEL: 'off', SEED: 'none', TRUST_PROXY: '1', METRICS_PORT: port, DATA_DIR: dataDir }
  server = await startServer(settings)
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Line = Record<string, unknown>
const lines = (): Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

/** The line of a request, which is written a moment after the answer. */
const lineOf = (requestId: string): Promise<Line> =>
  expect
    .poll(() => lines().find((line) => line['requestId'] === requestId && line['msg'] === 'request'))
    .toBeDefined()
    .then(() => lines().find((line) => line['requestId'] === requestId)!)

const metrics = async (): Promise<Map<string, number>> => {
  const { status, text } = await ask(metricsAt, '/metrics')
  expect(status, text).toBe(200)
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('each request is a line of JSON, by the name its answer carries', async () => {
  const { headers } = await ask(server.base, '/courses?q=a+person', { headers: { 'X-Request-Id': 'of-the-proxy-1' } })
  expect(headers['x-request-id']).toBe('of-the-proxy-1')
  expect(await lineOf('of-the-proxy-1')).toEqual({
    level: 'info',
    time: expect.any(Number),
    name: 'onramp',
    requestId: 'of-the-proxy-1',
    method: 'GET',
    path: '/courses',
    route: 'page',
    status: 200,
    ms: expect.any(Number),
    msg: 'request',
  })
  for (const path of ['/policies', '/policies', '/nowhere', '/healthz']) {
    const answer = await ask(server.base, path)
    const line = await lineOf(String(answer.headers['x-request-id']))
    expect(line).toMatchObject({ path, status: answer.status })
  }
})

test('neither the log nor the metrics hold a mailbox, a name or a token', async () => {
  const hash = await termsHash(server.base, target)
  for (const [n, outcome] of [
    [1, 'confirmed'],
    [2, 'waitlisted'],
  ] as const)
    expect(await registerOnce(server.base, target, hash, n, randomUUID())).toEqual({ status: 201, outcome })
  const database = new DatabaseSync(join(dataDir, 'onramp.db'), { readOnly: true })
  const links = () =>
    database
      .prepare(`SELECT text FROM messages WHERE "to" = 'person-1@example.org'`)
      .all()
      .flatMap(({ text }) => /\/manage\/([\w.-]+)/.exec(String(text))?.[1] ?? [])
  await expect.poll(() => links().length).toBeGreaterThan(0)
  const [token] = links()
  database.close()
  const opened = await ask(server.base, `/manage/${token}`)
  expect(opened.status).toBe(200)
  await send(server.base, 'POST', '/api/users/login', { email: 'person-9@example.org', password: 'wrong' })
  expect(await lineOf(String(opened.headers['x-request-id']))).toMatchObject({ path: '/manage/…', route: 'own-link' })
  const { text } = await ask(metricsAt, '/metrics')
  for (const said of [server.output(), text]) expect(said).not.toMatch(/person-\d|Person \d|@example\.org.*request|eyJ/)
})

test('metrics count requests, kept pages, follow-ups, what waits to leave, and registrations', async () => {
  await expect.poll(async () => (await metrics()).get('onramp_followup_rounds_total')).toBeGreaterThan(0)
  const before = await metrics()
  await ask(server.base, '/strategies')
  await ask(server.base, '/strategies')
  await ask(server.base, '/nowhere')
  const after = await metrics()
  const rise = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  expect(rise('onramp_requests_total{route="page",status="200"}')).toBe(2)
  expect(rise('onramp_requests_total{route="page",status="404"}')).toBe(1)
  expect(rise('onramp_request_seconds_count{route="page"}')).toBe(3)
  expect(rise('onramp_kept_pages_hits_total')).toBe(1)
  expect(rise('onramp_kept_pages_misses_total')).toBe(2)
  expect(after.get('onramp_requests_total{route="registering",status="201"}')).toBe(2)
  expect(after.get('onramp_followup_rounds_total')).toBeGreaterThan(0)
  expect(after.get('onramp_followup_rounds_failed_total')).toBe(0)
  expect(after.get('onramp_followup_failed{step="registrations.notify"}') ?? 0).toBe(0)
  expect([...after.keys()].some((name) => name.startsWith('onramp_followup_behind_seconds{step='))).toBe(true)
  expect(after.get('onramp_registrations{status="confirmed"}')).toBeGreaterThan(0)
  expect(after.get('onramp_registrations{status="offered"}')).toBeGreaterThanOrEqual(0)
  for (const name of ['queued', 'failed', 'oldest_seconds'])
    for (const queue of ['messages', 'deliveries'])
      expect(after.get(`onramp_outbox_${name}{queue="${queue}"}`), name).toBeGreaterThanOrEqual(0)
  expect(after.get('onramp_lease_held')).toBe(1)
  expect(after.get('onramp_bytes_in_flight')).toBe(0)
  expect(after.get('onramp_disk_free_bytes')).toBeGreaterThan(0)
  expect(after.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(0)
})

test('no label is of whoever asks: addresses that nobody has add none', async () => {
  const ours = (all: ReadonlyMap<string, number>) => [...all.keys()].filter((name) => name.startsWith('onramp_'))
  const before = ours(await metrics())
  for (let n = 0; n < 20; n += 1) await ask(server.base, `/nowhere-${n}/${'x'.repeat(n + 1)}`)
  const after = await metrics()
  expect(ours(after)).toEqual(before)
  const routes = [...after.keys()].flatMap((name) => /route="([^"]*)"/.exec(name)?.[1] ?? [])
  expect(routes.filter((route) => !(ROUTE_CLASSES as readonly string[]).includes(route))).toEqual([])
})

test('visitors do not reach metrics, and nothing else is at their address', async () => {
  expect((await ask(server.base, '/metrics')).status).toBe(404)
  expect((await ask(metricsAt, '/')).status).toBe(404)
})

test('an address that is taken is said in one line', async () => {
  const run = await launch({ PANEL: 'off', SEED: 'none', METRICS_PORT: new URL(metricsAt).port })
  expect(await run.exited).toBe(1)
  expect(run.errors()).toMatch(
    /^Onramp cannot start: METRICS_PORT: nothing can listen at 127\.0\.0\.1:\d+ \(EADDRINUSE\)\.\n$/,
  )
  rmSync(run.dataDir, { recursive: true, force: true })
})

test('a quieter log has no line for a request', async () => {
  const quiet = await startServer({ PANEL: 'off', SEED: 'none', LOG_LEVEL: 'warn' })
  await ask(quiet.base, '/courses')
  await ask(quiet.base, '/courses')
  expect(await quiet.stop()).toBe(0)
  expect(quiet.output()).not.toMatch(/"msg":"request"/)
})
