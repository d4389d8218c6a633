import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublicAddress, lookupPublic } from '#collections/webhooks/service/addresses.ts'
import { post } from '#collections/webhooks/service/send.ts'
import { signedHeaders } from '#collections/webhooks/service/signature.ts'
import { DELIVERY_WAITS } from '#collections/deliveries/policy.ts'
import { nextAttempt } from '#collections/outbox/policy.ts'

const NOW = Temporal.Instant.from('2026-11-02T15:00:00Z')

test('a message is signed over its id, its time and its body', () => {
  const secret = `whsec_${Buffer.from('a key of our own, for tests').toString('base64')}`
  const headers = signedHeaders({ id: 'e1', at: NOW, body: '{"a":1}' }, secret)
  const expected = createHmac('sha256', 'a key of our own, for tests').update(
    `e1.${NOW.epochMilliseconds / 1000}.{"a":1}`,
  )
  expect(headers).toEqual({
    'content-type': 'application/json',
    'webhook-id': 'e1',
    'webhook-timestamp': '1793631600',
    'webhook-signature': `v1,${expected.digest('base64')}`,
  })
})

test('attempts go on for about two days, each wait at least as long as the one before', () => {
  const waits: number[] = []
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt(DELIVERY_WAITS, attempts, NOW)
    if (!next) break
    waits.push(NOW.until(next).total('seconds'))
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600
  expect(hours).toBeGreaterThan(44)
  expect(hours).toBeLessThan(60)
})

describe('where a webhook may lead', () => {
  test.each([
    ['8.8.8.8', true],
    ['93.184.216.34', true],
    ['2606:2800:220:1::', true],
    ['127.0.0.1', false],
    ['127.9.9.9', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['not an address', false],
  ])('%s: %s', (address, is) => expect(isPublicAddress(address)).toBe(is))

  test('a name is looked up, and refused when it leads inside', async () => {
    const error = await new Promise((resolve) => lookupPublic('localhost', { all: true }, resolve))
    expect(String(error)).toMatch(/private network/)
  })
})

describe('sending', () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url!)
    if (request.url === '/slow') return
    if (request.url === '/away') response.writeHead(302, { Location: '/elsewhere' })
    else response.writeHead(request.url === '/bad' ? 500 : 204)
    response.end(request.url === '/bad' ? 'x'.repeat(5000) : undefined)
  })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  // Only where no answer comes is a short wait right.
  const sent = (path: string, isInsideAllowed = true) =>
    post({ url: base + path, headers: {}, body: '{}', timeoutMs: path === '/slow' ? 200 : 30_000, isInsideAllowed })

  test.each([
    ['/fine', { ok: true, isReached: true, answer: /^204/ }],
    ['/bad', { ok: false, isReached: true, answer: /^500 .{0,525}$/ }],
    ['/slow', { ok: false, isReached: false, answer: /No answer in time/ }],
    ['/away', { ok: false, isReached: true, answer: /^302/ }],
  ])('%s', async (path, { answer, ...rest }) => {
    const said = await sent(path)
    expect(said).toMatchObject(rest)
    expect(said.answer).toMatch(answer)
  })

  test('no redirect is followed', () => expect(seen).not.toContain('/elsewhere'))

  test('a private network is not entered', async () => {
    const before = seen.length
    expect((await sent('/fine', false)).answer).toMatch(/private network/)
    const name = await post({
      url: base.replace('127.0.0.1', 'localhost'),
      headers: {},
      body: '{}',
      timeoutMs: 500,
      isInsideAllowed: false,
    })
    expect(name).toMatchObject({ ok: false, isReached: false })
    expect(seen).toHaveLength(before)
  })

  test('nobody there is no error, but an answer', async () => {
    const said = await post({
      url: 'http://127.0.0.1:9/',
      headers: {},
      body: '{}',
      timeoutMs: 500,
      isInsideAllowed: true,
    })
    expect(said).toMatchObject({ ok: false, isReached: false })
  })
})
