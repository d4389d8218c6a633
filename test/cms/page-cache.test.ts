import express, { type Request, type RequestHandler, type Response } from 'express'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { snapshotOf, type Snapshot } from '#collections/catalog/snapshot.ts'
import { noDocuments } from '#test/support/catalog.ts'
import { requestWatch } from '#cms/server/requests.ts'
import { pageCache } from '#cms/server/page-cache.ts'
import { ask } from '#test/support/http.ts'

// The cache in front of an application that says how often it was asked, and can be made to wait.

let server: Server
let base: string
let snapshot: Snapshot | undefined
let seats: number
let now: Temporal.Instant
let rendered: number
let during: () => void | Promise<void>
let compare: () => Promise<void> | undefined

const render = async (req: Request, res: Response): Promise<void> => {
  rendered += 1
  const mine = rendered
  await during()
  if (req.path === '/mine') res.locals.isPersonal = true
  if (req.path === '/cookie') res.cookie('a', 'b')
  res.status(req.path === '/gone' ? 404 : 200)
  res.type('html').setHeader('Cache-Control', 'no-cache')
  res.write(`<p>page ${mine}, `)
  res.end(`${'and so on '.repeat(100)}</p>`)
}

const page: RequestHandler = (req, res, next) => {
  render(req, res).catch(next)
}

beforeEach(async () => {
  snapshot = snapshotOf(noDocuments())
  now = Temporal.Instant.from('2027-03-02T16:00:00Z')
  ;[seats, rendered, during, compare] = [0, 0, () => undefined, () => undefined]
  const cache = pageCache({
    compare: () => compare(),
    source: { current: () => snapshot },
    seats: { version: () => seats },
    clock: () => now,
    zone: 'America/Chicago',
    hosts: new Set(['localhost']),
  })
  const app = express().use(cache.handler).use(page)
  server = createServer(cache.inFrontOf(app, requestWatch(false, [])))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((done) => server.close(done)))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(base, path, { method, headers: { Host: 'localhost', ...headers } })
const numberOf = async (path: string, headers = {}) => /page (\d+)/.exec((await get(path, headers)).text)?.[1]

describe('a page is rendered once', () => {
  test('for everybody', async () => {
    for (let visitor = 0; visitor < 5; visitor += 1) expect(await numberOf('/a')).toBe('1')
  })

  test('for all who ask at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 16 }, () => numberOf('/a')))
    expect(new Set(numbers)).toEqual(new Set(['1']))
  })

  test('with its own headers, and an address of its content that can be asked with', async () => {
    await get('/a')
    const kept = await get('/a', { 'Accept-Encoding': 'gzip' })
    expect(kept.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    })
    const same = await get('/a', { 'Accept-Encoding': 'gzip', 'If-None-Match': String(kept.headers['etag']) })
    expect([same.status, same.text, same.headers['etag']]).toEqual([304, '', kept.headers['etag']])
    const head = await get('/a', {}, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
    expect(Number(head.headers['content-length'])).toBe((await get('/a')).text.length)
  })
})

describe('a page is rendered anew', () => {
  test.each([
    ['when something public was written', () => (snapshot = snapshotOf(noDocuments()))],
    ['when a seat was taken', () => (seats += 1)],
    ['at midnight in the zone', () => (now = Temporal.Instant.from('2027-03-03T06:00:00Z'))],
  ])('%s', async (_, happens) => {
    expect(await numberOf('/a')).toBe('1')
    happens()
    expect(await numberOf('/a')).toBe('2')
  })

  test('while something that was written is not read yet', async () => {
    await get('/a')
    snapshot = undefined
    expect(await numberOf('/a')).toBe('2')
    expect(await numberOf('/a')).toBe('3')
  })

  test.each([
    ['with a query', '/a?utm=1', {}],
    ['in a language of their own', '/a', { Cookie: 'language=en' }],
    ['that is somebody’s own', '/mine', {}],
    ['that sets a cookie', '/cookie', {}],
    ['that is not there', '/gone', {}],
  ])('each time, one %s', async (_, path, headers) => {
    await get(path, headers)
    const before = rendered
    await get(path, headers)
    expect(rendered).toBe(before + 1)
  })

  test('each time, for a host that is not ours', async () => {
    await get('/a')
    await get('/a', { Host: 'elsewhere.example.org' })
    expect(rendered).toBe(2)
  })
})

test('what was written during a rendering leaves no old page behind', async () => {
  during = () => {
    snapshot = snapshotOf(noDocuments())
  }
  expect(await numberOf('/a')).toBe('1')
  during = () => undefined
  expect(await numberOf('/a')).toBe('2')
  expect(await numberOf('/a')).toBe('2')
})

test('who asks after something was written does not get the page that is still being rendered', async () => {
  let release = (): void => undefined
  const begun = new Promise<void>((started) => {
    during = () => {
      started()
      return new Promise<void>((go) => (release = go))
    }
  })
  const first = numberOf('/a')
  await begun
  snapshot = snapshotOf(noDocuments())
  during = () => undefined
  expect(await numberOf('/a')).toBe('2')
  release()
  expect(await first).toBe('1')
  expect(await numberOf('/a')).toBe('2')
})

describe('what another process wrote', () => {
  test('is looked for before a page is answered from memory', async () => {
    expect(await numberOf('/a')).toBe('1')
    compare = async () => void (snapshot = snapshotOf(noDocuments()))
    expect(await numberOf('/a')).toBe('2')
  })

  test('is shown old where nobody looks for it', async () => {
    expect(await numberOf('/a')).toBe('1')
    let isWritten = false
    compare = () => {
      isWritten = true
      return undefined
    }
    expect([await numberOf('/a'), isWritten]).toEqual(['1', true])
  })
})
