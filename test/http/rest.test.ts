import { beforeAll, describe, expect, inject, test } from 'vitest'
import { aCourse } from '#test/support/builders.ts'
import { ask, bearer, send, type Answer } from '#test/support/http.ts'
import { tokens } from './ready.ts'

// What strangers, and staff of the wrong role, get out of the REST API.

const base = inject('base')
const isAlive = async () => expect((await ask(base, '/healthz')).json()).toEqual({ status: 'ok' })

type Page = { docs: Record<string, unknown>[]; limit: number; totalDocs: number }
// The shape of every list Payload answers with.
const pageOf = (answer: Answer) => answer.json() as Page
const query = (where: unknown) => `where=${encodeURIComponent(JSON.stringify(where))}`

/** How many documents lie inside one another: 0 for one whose relations are ids. */
const depthOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  const isDocument = 'id' in value && 'updatedAt' in value
  return Math.max(0, ...Object.values(value).map(depthOf)) + (isDocument ? 1 : 0)
}

const nested = (levels: number): object => (levels === 0 ? { title: { equals: 'x' } } : { or: [nested(levels - 1)] })

describe('a visitor gets a page of rows', () => {
  test.each<[string, number]>([
    ['limit=0', 100],
    ['limit=1e9', 100],
    ['limit=1e400', 100],
    ['limit=101', 100],
    ['limit=100', 100],
    ['limit=-5', 1],
    ['limit=2.7', 2],
    ['limit=all', 10],
    ['', 10],
    ['limit=3', 3],
  ])('%s', async (asked, limit) => {
    const page = pageOf(await ask(base, `/api/holidays?${asked}`))
    expect(page.limit).toBe(limit)
    expect(page.docs.length).toBe(Math.min(limit, page.totalDocs))
  })

  test('also when no pages are asked for', async () => {
    expect(pageOf(await ask(base, '/api/holidays?pagination=false')).docs.length).toBeLessThanOrEqual(100)
    expect(pageOf(await ask(base, '/api/holidays?pagination=false&limit=5')).docs).toHaveLength(5)
  })

  test.each(['page=1e9', 'page=1e400', 'page=-3', 'page=0', 'page=x', 'page=1.5'])('%s', async (asked) => {
    expect((await ask(base, `/api/holidays?${asked}`)).status).toBe(200)
  })

  test.each(['depth=99', 'depth=1e400', 'depth=3'])(
    'two steps into other documents at the most, with %s',
    async (asked) => {
      const answer = await ask(base, `/api/sessions?limit=3&${asked}`)
      expect(depthOf(answer.json())).toBeLessThanOrEqual(3)
    },
  )

  test.each(['joins[sessions][limit]=0', 'joins[sessions][limit]=1e9'])('%s', async (asked) => {
    expect((await ask(base, `/api/courses?limit=1&${asked}`)).status).toBe(200)
  })

  test('staff get longer ones, but not all', async () => {
    expect(pageOf(await ask(base, '/api/holidays?limit=0', { headers: bearer(tokens.reviewer) })).limit).toBe(500)
  })

  test.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])(
    'also when a POST says with %s that it is a GET',
    async (name) => {
      const headers = { [name]: 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }
      const answer = await ask(base, '/api/holidays', { method: 'POST', headers, body: 'limit=1e9&depth=99' })
      expect(pageOf(answer).limit).toBe(100)
      const many = `where[name][in]=${'x,'.repeat(50_000)}`
      expect((await ask(base, '/api/holidays', { method: 'POST', headers, body: many })).status).toBe(400)
    },
  )
})

describe('questions that are answered', () => {
  test.each([
    query({ format: { equals: 'online' } }),
    query({
      or: [
        { title: { like: 'equity' } },
        { and: [{ clockMinutes: { greater_than: 300 } }, { format: { in: ['hybrid'] } }] },
      ],
    }),
    query({ updatedAt: { greater_than: '2020-01-01' } }),
    'where[title][like]=equity&sort=-title',
    'sort=title&limit=5&select[title]=true',
  ])('%s', async (asked) => {
    const answer = await ask(base, `/api/courses?${asked}`)
    expect(answer.status).toBe(200)
    expect(pageOf(answer).docs.length).toBeGreaterThan(0)
  })
})

describe('questions that are not', () => {
  test.each<[string, string]>([
    ['50 levels deep', query(nested(50))],
    ['a thousand values', query({ slug: { in: Array.from({ length: 300 }, (_, n) => `a${n}`) } })],
    ['a thousand values in one', `where[slug][in]=${'x,'.repeat(1000)}`],
    ['a hundred and one conditions', query({ or: Array.from({ length: 101 }, () => ({ a: { b: 1 } })) })],
    ['no JSON', 'where=nonsense'],
    ['a number', 'where=5'],
    ['nothing', 'where=null'],
    ['a list', 'where=[]'],
    ['a list of nothing', query({ and: [null] })],
    ['an object for a list', query({ and: { a: 1 } })],
    ['a word for a list', 'where[and]=x'],
    ['no operator', 'where[title]=x'],
    ['an unknown operator', 'where[title][$ne]=x'],
    ['an operator of places', 'where[title][near]=1,2'],
    ['a list for one value', 'where[title][equals][]=x'],
    ['an object for a value', 'where[title][like][a]=x'],
    ['no date', 'where[updatedAt][greater_than]=abc'],
    ['into prose', 'where[story.root][like]=x'],
    ['through a relation', 'where[circles.name][equals]=x'],
    ['into an array', 'where[prerequisites.kind][equals]=any'],
    ['an unknown field', 'where[secret][exists]=true'],
    ['order by an unknown field', 'sort=secret'],
    ['order by prose', 'sort=story'],
    ['order through a relation', 'sort=circles.name'],
    ['a condition on a join', 'joins[sessions][where][days.online][exists]=true'],
    ['an order of a join', 'joins[sessions][sort]=days.online'],
  ])('%s', async (_, asked) => {
    for (const path of ['/api/courses?', '/api/courses/count?']) {
      const { status, text } = await ask(base, path + asked)
      if (path.includes('count') && /^(sort|joins)/.test(asked)) continue
      expect([status, text.includes('"message":')]).toEqual([400, true])
    }
    await isAlive()
  })

  test.each([
    'select=x',
    'select[title][a]=1',
    'populate=x',
    'populate[circles]=x',
    'joins=x',
    'locale=xx',
    'locale[]=x',
    'fallback-locale=x',
    'draft=maybe',
    'sort[a]=b',
  ])('nonsense is passed over: %s', async (asked) => {
    expect((await ask(base, `/api/courses?limit=1&${asked}`)).status).toBe(200)
  })

  test.each<[string, string]>([
    ['{', '/api/users/login'],
    ['null', '/api/users/login'],
    ['{"email":{"$ne":null},"password":{"$ne":null}}', '/api/users/forgot-password'],
    ['{', '/api/courses'],
    ['[]', '/api/courses'],
  ])('the body %s at %s', async (body, path) => {
    const { status } = await ask(base, path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    await isAlive()
  })
})

describe('doors that are closed', () => {
  test.each<['GET' | 'POST', string, number[]]>([
    ['GET', '/api/graphql', [404]],
    ['POST', '/api/graphql', [404]],
    ['GET', '/api/graphql-playground', [404]],
    ['POST', '/api/users/first-register', [403]],
    ['GET', '/api/payload-jobs', [403]],
    ['GET', '/api/payload-jobs/run', [401]],
    ['GET', '/api/payload-jobs/handle-schedules', [401]],
    ['GET', '/api/payload-kv', [403]],
    ['GET', '/api/payload-locked-documents', [403]],
    ['GET', '/api/payload-preferences', [403]],
    ['GET', '/api/payload-migrations', [501]],
    ['GET', '/api/users', [403]],
    ['POST', '/api/users/unlock', [403]],
    ['GET', '/api/courses/versions', [403]],
    ['GET', '/api/globals/framework/versions', [403]],
    ['GET', '/api/media/paste-url?src=http://127.0.0.1:1/', [403]],
    ['GET', '/api/nope', [404]],
    ['GET', '/api/globals/nope', [404]],
    ['GET', '/api/courses/nope', [404]],
    ['GET', '/api/media/file/nope.png', [404]],
  ])('%s %s', async (method, path, allowed) => {
    const { status, text } = await (method === 'GET'
      ? ask(base, path)
      : send(base, 'POST', path, { email: 'a@example.org', password: 'long enough 1' }))
    expect(allowed).toContain(status)
    expect(text).not.toContain('docs')
  })

  test('jobs are run by nobody from outside, whoever asks', async () => {
    for (const token of Object.values(tokens))
      for (const path of ['/api/payload-jobs/run', '/api/payload-jobs/handle-schedules'])
        expect((await ask(base, path, { headers: bearer(token) })).status, path).toBe(401)
    expect((await ask(base, '/api/payload-migrations', { headers: bearer(tokens.admin) })).status).toBe(501)
  })

  test('the first admin is made before the port opens: the page to make one leads to signing in', async () => {
    const { text } = await ask(base, '/admin/create-first-user')
    expect(text.includes('NEXT_REDIRECT;replace;/admin;')).toBe(true)
  })

  test('a link is not fetched for staff either', async () => {
    const { status } = await ask(base, '/api/media/paste-url?src=http://127.0.0.1:1/', {
      headers: bearer(tokens.communications),
    })
    expect(status).toBe(400)
  })
})

describe('what is hidden cannot be found out by asking', () => {
  const hidden: [string, string][] = [
    ['organizations', 'contact.email'],
    ['organizations', 'contact.name'],
    ['organizations', 'contact.phone'],
    ['organizations', 'contact'],
    ['sessions', 'days.online'],
    ['sessions', 'title'],
    ['sessions', 'course.createdBy'],
    ['users', 'email'],
    ['users', 'hash'],
    ['users', 'resetPasswordToken'],
    ['media', 'createdBy.email'],
  ]
  const questions = (path: string): string[] => [
    `where[${path}][like]=a`,
    `where[${path}][exists]=true`,
    `where[or][0][${path}][not_equals]=zzz`,
    query({ and: [{ or: [{ [path]: { contains: 'a' } }] }] }),
    `sort=${path}`,
    `sort=-${path}`,
  ]

  test.each(hidden)('%s.%s', async (collection, path) => {
    for (const question of questions(path)) {
      const { status, text } = await ask(base, `/api/${collection}?${question}`)
      expect([400, 403], question).toContain(status)
      expect(text).not.toContain('docs')
    }
  })

  test.each([
    'select[contact]=true',
    'depth=2',
    'select[contact][email]=true',
    'populate[organizations][contact]=true',
    'draft=true',
    'locale=all',
    'showHiddenFields=true',
    'overrideAccess=true',
  ])('nobody’s address comes along with %s', async (asked) => {
    const answer = await ask(base, `/api/organizations?limit=100&${asked}`)
    expect(answer.status).toBe(200)
    expect(answer.text.match(/"contact"|@/g)).toBeNull()
  })

  test.each([
    'depth=2',
    'select[days]=true',
    'select[days][online]=true',
    'draft=true',
    'trash=true',
    'locale=all',
    'showHiddenFields=true',
    'overrideAccess=true',
  ])('nobody’s meeting link comes along with %s', async (asked) => {
    const [sessions, courses] = [
      await ask(base, `/api/sessions?limit=100&${asked}`),
      await ask(base, `/api/courses?limit=100&${asked}`),
    ]
    expect([sessions.status, courses.status]).toEqual([200, 200])
    expect((sessions.text + courses.text).match(/"online":/g)).toBeNull()
  })

  test('staff see both', async () => {
    const headers = bearer(tokens.registrar)
    expect((await ask(base, '/api/organizations?limit=1', { headers })).text).toContain('"contact"')
    expect((await ask(base, '/api/sessions?limit=100', { headers })).text).toContain('"online":"https://')
  })

  test('the list of permissions tells a visitor of nothing they may write', async () => {
    const { text } = await ask(base, '/api/access')
    expect(text.match(/"(create|update|delete)":(true|\{"permission":true)/g)).toBeNull()
  })
})

describe('writing', () => {
  const collections = [
    'courses',
    'sessions',
    'circles',
    'strategies',
    'recommendations',
    'collaboratives',
    'credentials',
    'pages',
    'policies',
    'contacts',
    'notices',
    'media',
    'organizations',
    'holidays',
    'users',
    'payload-kv',
    'payload-jobs',
    'payload-locked-documents',
    'payload-preferences',
  ]
  let circle: string
  beforeAll(async () => {
    circle = String(pageOf(await ask(base, '/api/circles?limit=1')).docs[0]!['id'])
  })

  test.each(collections)('%s: nothing by a visitor', async (collection) => {
    const [known] = pageOf(await ask(base, `/api/${collection}?limit=1`, { headers: bearer(tokens.admin) })).docs ?? []
    const id = typeof known?.['id'] === 'string' ? known['id'] : 'nothing'
    const where = query({ id: { exists: true } })
    const data = {
      title: 'Mine',
      name: 'Mine',
      _status: 'published',
      roles: ['admin'],
      email: 'mine@example.org',
      password: 'long enough 1',
      key: 'mine',
      value: {},
      data: {},
    }
    const attempts = [
      await send(base, 'POST', `/api/${collection}`, data),
      await send(base, 'POST', `/api/${collection}?draft=true&autosave=true`, data),
      await send(base, 'POST', `/api/${collection}/${id}/duplicate`, data),
      await send(base, 'PATCH', `/api/${collection}/${id}`, data),
      await send(base, 'PATCH', `/api/${collection}?${where}`, data),
      await send(base, 'PATCH', `/api/${collection}?${where}&overrideAccess=true&trash=true`, data),
      await ask(base, `/api/${collection}/${id}`, { method: 'DELETE' }),
      await ask(base, `/api/${collection}?${where}`, { method: 'DELETE' }),
    ]
    const refused = attempts.map(({ status }) => [401, 403, 404].includes(status) || status)
    expect(refused).toEqual(attempts.map(() => true))
  })

  test('the framework: nothing by a visitor', async () => {
    for (const data of [{ title: 'Mine' }, { title: 'Mine', _status: 'draft' }])
      expect((await send(base, 'POST', '/api/globals/framework', data)).status).toBe(403)
  })

  test('what staff send along beside the fields is left out', async () => {
    const data = {
      ...aCourse({ circles: [circle] }),
      id: 'chosen',
      createdAt: '1999-01-01T00:00:00.000Z',
      admin: true,
      __v: 3,
      sessions: { docs: [] },
    }
    const answer = await send(base, 'POST', '/api/courses', data, bearer(tokens.communications))
    const { doc } = answer.json() as { doc: Record<string, unknown> }
    expect(answer.status).toBe(201)
    expect(doc['id']).not.toBe('chosen')
    expect(doc).not.toHaveProperty('admin')
    expect(
      (
        await ask(base, `/api/courses/${String(doc['id'])}`, {
          method: 'DELETE',
          headers: bearer(tokens.communications),
        })
      ).status,
    ).toBe(200)
  })

  test.each(['communications', 'registrar', 'reviewer'] as const)('%s stays %s', async (role) => {
    const headers = bearer(tokens[role])
    const { user } = (await ask(base, '/api/users/me', { headers })).json() as { user: { id: string; email: string } }
    const data = {
      name: 'Promoted',
      roles: ['admin'],
      hash: 'x',
      salt: 'x',
      loginAttempts: -9,
      lockUntil: null,
      sessions: [],
      collection: 'admins',
    }
    expect((await send(base, 'PATCH', `/api/users/${user.id}`, data, headers)).status).toBe(200)
    const after = (await ask(base, '/api/users/me', { headers })).json() as { user: { roles: string[]; name: string } }
    expect(after.user).toMatchObject({ roles: [role], name: 'Promoted' })
    expect(
      (
        await send(
          base,
          'POST',
          '/api/users',
          { email: 'new@example.org', password: 'long enough 1', roles: [role] },
          headers,
        )
      ).status,
    ).toBe(403)
    expect(pageOf(await ask(base, '/api/users', { headers })).docs.map(({ id }) => id)).toEqual([user.id])
  })

  test('no answer carries a password, a salt or a session', async () => {
    for (const path of [
      '/api/users?limit=100',
      '/api/users/me',
      '/api/users?limit=100&select[hash]=true&select[salt]=true&showHiddenFields=true',
    ]) {
      const { status, text } = await ask(base, path, { headers: bearer(tokens.admin) })
      expect(status).toBe(200)
      expect(text.match(/"(hash|salt|resetPasswordToken|password)"/g)).toBeNull()
    }
  })

  test('one person’s preferences are not another’s', async () => {
    await send(
      base,
      'POST',
      '/api/payload-preferences/mine',
      { value: { secret: 'folded' } },
      bearer(tokens.communications),
    )
    const other = await ask(base, '/api/payload-preferences/mine', { headers: bearer(tokens.reviewer) })
    expect(other.text).not.toContain('folded')
    expect((await ask(base, '/api/payload-preferences', { headers: bearer(tokens.reviewer) })).text).not.toContain(
      'folded',
    )
  })

  test('a picture whose bytes lie about themselves', async () => {
    const body = new FormData()
    body.set('file', new Blob(['<!doctype html><script>alert(1)</script>'], { type: 'image/png' }), 'page.png')
    body.set('_payload', JSON.stringify({ alt: 'A page' }))
    const { status, text } = await ask(base, '/api/media', {
      method: 'POST',
      headers: bearer(tokens.communications),
      body,
    })
    expect([status, text]).toEqual([400, expect.stringContaining('what is inside is something else')])
  })
})

test('whoever asks faster than a person can is told to wait', async () => {
  const headers = { 'X-Forwarded-For': '203.0.113.7' }
  const askMany = (times: number) =>
    Promise.all(Array.from({ length: times }, () => ask(base, '/api/nope', { headers })))
  for (let batch = 0; batch < 12; batch += 1)
    expect((await askMany(50)).every(({ status }) => status === 404)).toBe(true)
  const [last] = await askMany(1)
  expect(last?.status).toBe(429)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask(base, '/api/nope')).status).toBe(404)
  expect((await ask(base, '/courses', { headers })).status).toBe(200)
})
