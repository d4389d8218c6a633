import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aStaffMember, PASSWORD } from '#test/support/builders.ts'
import { ask, bearer, send, signIn, type Answer } from '#test/support/http.ts'
import { ADMIN, freePort, startServer, type Server } from '#test/support/server.ts'
import { tokens } from './ready.ts'

// Signing in, and what a signed-in browser can be made to do by another site. Servers of their own: they count attempts.

const base = inject('base')
const token = tokens.communications

type Cookie = { name: string; value: string; attributes: string[] }
const cookieOf = (answer: Answer): Cookie => {
  const cookies = answer.headers['set-cookie'] ?? []
  const [pair = '', ...attributes] = cookies.find((one) => one.includes('payload-token='))?.split('; ') ?? []
  const [name = '', value = ''] = pair.split('=')
  return { name, value, attributes }
}

describe('over TLS', () => {
  const origin = 'https://learn.example.org'
  let server: Server
  let local: string
  const headers = { Host: 'learn.example.org' }
  const login = (email: string, password: string, more: object = {}) =>
    send(local, 'POST', '/api/users/login', { email, password }, { ...headers, ...more })

  beforeAll(async () => {
    const port = String(await freePort())
    server = await startServer({ PORT: port, SITE_URL: origin, SEED: 'none' })
    local = `http://127.0.0.1:${port}`
  })
  afterAll(() => server.stop())

  test('the cookie is for this site, over TLS, and out of reach of scripts', async () => {
    const { name, value, attributes } = cookieOf(await login(ADMIN.email, ADMIN.password))
    expect(name).toBe('__Host-payload-token')
    expect(value).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly=true', 'Secure=true', 'SameSite=Lax', 'Path=/']))
    expect(attributes.filter((attribute) => attribute.startsWith('Domain'))).toEqual([])
  })

  test('browsers are told to come back over TLS', async () => {
    const { headers: answered } = await ask(local, '/', { headers })
    expect(answered['strict-transport-security']).toBe('max-age=31536000')
    expect(answered['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  test('links name the public address, not the one it listens at', async () => {
    const { text } = await ask(local, '/sitemap.xml', { headers: { ...headers, 'X-Forwarded-Proto': 'http' } })
    expect(text).toContain(`<loc>${origin}/</loc>`)
    expect(text.match(/http:\/\/(learn|127|localhost)/g)).toBeNull()
  })

  test.each(['127.0.0.1', 'localhost'])('it does not answer for %s', async (Host) => {
    expect((await ask(local, '/', { headers: { Host } })).status).toBe(421)
  })

  test('an unknown address gets the same answer as a wrong password', async () => {
    const [wrong, unknown] = [
      await login(ADMIN.email, 'wrong password 1'),
      await login('nobody@example.org', 'wrong password 1'),
    ]
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text])
    expect(wrong.status).toBe(401)
    const forgot = (email: string) => send(local, 'POST', '/api/users/forgot-password', { email }, headers)
    const [known, other] = [await forgot(ADMIN.email), await forgot('nobody@example.org')]
    expect([other.status, other.text]).toEqual([known.status, known.text])
  })

  test('passwords cannot be tried in bulk, also not under made-up addresses', async () => {
    const statuses: number[] = []
    let last: Answer | undefined
    for (let attempt = 0; attempt < 61 && last?.status !== 429; attempt += 1) {
      last = await login(`nobody-${attempt}@example.org`, 'wrong password 1', {
        'X-Forwarded-For': `203.0.113.${attempt}`,
      })
      statuses.push(last.status)
    }
    expect(last?.status).toBe(429)
    expect(statuses.slice(0, -1).every((status) => status === 401)).toBe(true)
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(60)
    expect(last?.json()).toEqual({
      errors: [{ message: 'Too many attempts from your address. Wait a quarter of an hour and try again.' }],
    })
    expect(
      (await send(local, 'POST', '/api/users/reset-password', { token: 'x', password: 'long enough 1' }, headers))
        .status,
    ).toBe(429)
    expect((await ask(local, '/courses', { headers })).status).toBe(200)
    const detours = [
      '/api/./users/login',
      '/api/x/../users/login',
      '/api/users/%6cogin',
      '/api/users/%2e/login',
      '/_next/../api/users/login',
      '/api/users//login',
      '/api/users/login/',
      '/API/users/login',
      '/api/users/login?x=1',
    ]
    for (const path of detours) {
      const { status } = await send(local, 'POST', path, { email: ADMIN.email, password: 'wrong password 1' }, headers)
      expect([308, 400, 404, 429], path).toContain(status)
    }
  })
})

describe('a signed-in browser on another site', () => {
  const cookie = `payload-token=${token}`
  const whoIs = async (headers: object) => {
    const { user } = (await ask(base, '/api/users/me', { headers: { Cookie: cookie, ...headers } })).json()
    return (user as { roles?: string[] } | null)?.roles ?? null
  }

  test.each<[string, object, string[] | null]>([
    ['of this site', { Origin: base }, ['communications']],
    ['of this site, as browsers say without an origin', { 'Sec-Fetch-Site': 'same-origin' }, ['communications']],
    ['of another site', { Origin: 'https://evil.example' }, null],
    ['of another port', { Origin: 'http://localhost:1' }, null],
    ['of nowhere', { Origin: 'null' }, null],
    ['of this site, nearly', { Origin: `${base}.evil.example` }, null],
    ['of another site, without an origin', { 'Sec-Fetch-Site': 'cross-site' }, null],
    ['of no browser', {}, null],
    ['of another site that says it is ours', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, null],
  ])('a request %s', async (_, headers, roles) => {
    expect(await whoIs(headers)).toEqual(roles)
  })

  test('cannot be made to write', async () => {
    const count = async () => (await ask(base, '/api/notices/count')).json()['totalDocs']
    const before = await count()
    const notice = { title: 'Forged', text: 'Forged', tone: 'info', _status: 'published' }
    const attempts = [
      await send(base, 'POST', '/api/notices', notice, { Cookie: cookie, Origin: 'https://evil.example' }),
      await ask(base, '/api/notices', {
        method: 'POST',
        headers: { Cookie: cookie, Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
        body: JSON.stringify(notice),
      }),
      await ask(base, '/api/notices', {
        method: 'POST',
        headers: {
          Cookie: cookie,
          'Sec-Fetch-Site': 'cross-site',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(notice).toString(),
      }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await count()).toBe(before)
  })

  test('is not told what the answers say', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await ask(base, '/api/users/me', {
        method,
        headers: { Origin: 'https://evil.example', Cookie: cookie },
      })
      expect(headers['access-control-allow-origin']).not.toBe('*')
      expect(headers['access-control-allow-origin']).not.toBe('https://evil.example')
    }
  })

  test('a token that was changed is none', async () => {
    const [head, body, signature] = token.split('.')
    const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object
    const raised = Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url')
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${raised}.`
    for (const forged of [`${head}.${raised}.${signature}`, unsigned, `${token}x`, 'x'])
      expect(await whoIs({ Origin: base, Cookie: `payload-token=${forged}` })).toBeNull()
  })
})

describe('a session ends at the next request', () => {
  const admin = bearer(tokens.admin)
  type Member = { id: string; email: string; password: string }
  const hire = async (): Promise<Member> => {
    const { email, roles } = aStaffMember('registrar')
    const password = PASSWORD
    const { doc } = (await send(base, 'POST', '/api/users', { email, password, roles }, admin)).json() as {
      doc: Member
    }
    return { id: doc.id, email, password }
  }
  const rolesOf = async (token: string) => {
    const { user } = (await ask(base, '/api/users/me', { headers: bearer(token) })).json() as {
      user: { roles: string[] } | null
    }
    return user?.roles
  }

  test('by signing out, and that one only', async () => {
    const { email, password } = await hire()
    const [here, there] = [await signIn(base, email, password), await signIn(base, email, password)]
    expect((await send(base, 'POST', '/api/users/logout', {}, bearer(here))).status).toBe(200)
    expect([await rolesOf(here), await rolesOf(there)]).toEqual([undefined, ['registrar']])
  })

  test('by a new password', async () => {
    const { id, email, password } = await hire()
    const token = await signIn(base, email, password)
    await send(base, 'PATCH', `/api/users/${id}`, { password: 'another long password' }, admin)
    expect(await rolesOf(token)).toBeUndefined()
  })

  test('by losing the role', async () => {
    const { id, email, password } = await hire()
    const token = await signIn(base, email, password)
    await send(base, 'PATCH', `/api/users/${id}`, { roles: ['reviewer'] }, admin)
    const holiday = { name: 'Mine', date: '2101-01-01' }
    expect((await send(base, 'POST', '/api/holidays', holiday, bearer(token))).status).toBe(403)
  })

  test('by being let go', async () => {
    const { id, email, password } = await hire()
    const token = await signIn(base, email, password)
    await ask(base, `/api/users/${id}`, { method: 'DELETE', headers: admin })
    expect(await rolesOf(token)).toBeUndefined()
  })
})
