import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ask, bearer, send } from '#test/support/http.ts'
import { tokens } from './ready.ts'

// What the key of another program opens, and when it stops.

const base = inject('base')
const admin = bearer(tokens.admin)

const withKey = (key: string) => ({ Authorization: `integrations API-Key ${key}` })

type Made = { doc: { id: string } }
/** A program of the agency's, with a key of its own. */
const aProgram = async (key: string): Promise<string> => {
  const data = { name: 'Accounting', scopes: ['billing'], enableAPIKey: true, apiKey: key }
  const made = await send(base, 'POST', '/api/integrations', data, admin)
  expect(made.status, made.text).toBe(201)
  return (made.json() as unknown as Made).doc.id
}

const key = randomUUID()
let program: string
beforeAll(async () => {
  program = await aProgram(key)
})

const statusOf = async (path: string, headers: object): Promise<number> =>
  (await ask(base, path, { headers: { ...headers } })).status

describe('a key for billing', () => {
  test.each(['charges', 'invoices', 'deposits'])('reads %s', async (collection) => {
    expect(await statusOf(`/api/${collection}`, withKey(key))).toBe(200)
    expect(await statusOf(`/api/${collection}`, {})).toBe(403)
  })

  test.each([
    'people',
    'registrations',
    'messages',
    'attendance',
    'users',
    'events',
    'files',
    'webhooks',
    'deliveries',
    'integrations',
    'templates',
    'payload-jobs',
    'payload-kv',
  ])('does not read %s', async (collection) => {
    const answer = await ask(base, `/api/${collection}`, { headers: withKey(key) })
    expect([403, 404], answer.text).toContain(answer.status)
  })

  test.each(['charges', 'invoices', 'deposits'])('does not change %s', async (collection) => {
    for (const [method, path] of [
      ['POST', `/api/${collection}`],
      ['PATCH', `/api/${collection}?where[id][exists]=true`],
      ['DELETE', `/api/${collection}?where[id][exists]=true`],
    ] as const)
      expect((await send(base, method, path, { title: 'Mine' }, withKey(key))).status).toBe(403)
  })

  test.each(['courses', 'sessions', 'access', 'users/me', 'payload-locked-documents', 'payload-preferences/x'])(
    'opens nothing else: %s',
    async (path) => {
      for (const method of ['POST', 'PATCH', 'DELETE'] as const)
        expect((await send(base, method, `/api/${path}`, {}, withKey(key))).status, method).toBe(403)
      expect(await statusOf(`/api/${path}`, withKey(key))).toBe(403)
    },
  )

  test('carries nothing along from what it may not read', async () => {
    for (const collection of ['charges', 'invoices', 'deposits']) {
      const { text } = await ask(base, `/api/${collection}?depth=2&limit=100`, { headers: withKey(key) })
      expect(text).not.toMatch(/"agreed"|"linkVersion":\d+,"registrations"|"mailingList"/)
    }
  })

  test('opens neither the panel nor the desk', async () => {
    const panel = await ask(base, '/api/access', { headers: withKey(key) })
    expect(panel.json()).not.toHaveProperty('canAccessAdmin', true)
    const desk = await ask(base, '/desk/statements', { headers: withKey(key) })
    expect(desk.status).toBe(303)
  })
})

test('a wrong key, a cut one, and one of another kind open nothing', async () => {
  for (const headers of [
    withKey(randomUUID()),
    withKey(key.slice(0, -1)),
    { Authorization: `users API-Key ${key}` },
    { Authorization: `Bearer ${key}` },
  ])
    expect(await statusOf('/api/charges', headers)).toBe(403)
})

test('only admins make keys', async () => {
  const data = { name: 'Mine', scopes: ['billing'], enableAPIKey: true, apiKey: randomUUID() }
  const { registrar } = tokens
  expect((await send(base, 'POST', '/api/integrations', data, bearer(registrar))).status).toBe(403)
  expect((await send(base, 'POST', '/api/integrations', data, withKey(key))).status).toBe(403)
  expect((await send(base, 'POST', '/api/integrations/first-register', data)).status).not.toBe(200)
})

test('a key that is replaced or switched off opens nothing any more, at once', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const id = await aProgram(first)
  const change = (data: object) => send(base, 'PATCH', `/api/integrations/${id}`, data, admin)
  expect(await statusOf('/api/charges', withKey(first))).toBe(200)
  await change({ apiKey: second })
  expect(await statusOf('/api/charges', withKey(first))).toBe(403)
  expect(await statusOf('/api/charges', withKey(second))).toBe(200)
  await change({ enableAPIKey: false })
  expect(await statusOf('/api/charges', withKey(second))).toBe(403)
  expect((await send(base, 'DELETE', `/api/integrations/${program}`, {}, admin)).status).toBe(200)
  expect(await statusOf('/api/charges', withKey(key))).toBe(403)
})
