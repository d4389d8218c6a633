import { describe, expect, inject, test } from 'vitest'
import { ask, sayRaw } from '#test/support/http.ts'

// What stands in front of everything: headers, hosts, odd addresses, bodies.

const base = inject('base')
const { host, port } = new URL(base)
const isAlive = async () => expect((await ask(base, '/healthz')).json()).toEqual({ status: 'ok' })

describe('headers', () => {
  const policyOf = async (path: string) =>
    Object.fromEntries(
      String((await ask(base, path)).headers['content-security-policy'])
        .split(';')
        .map((directive) => directive.trim().split(' '))
        .map(([name, ...sources]) => [name, sources.join(' ')]),
    )

  test.each([
    '/',
    '/courses',
    '/framework',
    '/nope',
    '/feed.xml',
    '/calendar.ics',
    '/admin/login',
    '/api/courses',
    '/api/nope',
    '/api/media/file/nope.png',
  ])('%s carries them all', async (path) => {
    const { headers } = await ask(base, path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{23}-[0-9a-z]+$/),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
  })

  test('the site runs its own files only', async () => {
    const policy = await policyOf('/')
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'frame-ancestors': "'self'",
      'form-action': "'self'",
    })
    expect(JSON.stringify(policy)).not.toContain('unsafe')
  })

  test('nothing in data or uploaded files may run', async () => {
    for (const path of ['/api/courses', '/api/media/file/nope.png'])
      expect(await policyOf(path)).toMatchObject({ 'default-src': "'none'", sandbox: '' })
  })

  test('the panel takes scripts from nowhere else', async () => {
    expect(await policyOf('/admin/login')).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self' 'unsafe-inline'",
      'frame-ancestors': "'self'",
    })
  })

  test('a request is never named by whoever sends it', async () => {
    const { headers } = await ask(base, '/', { headers: { 'X-Request-Id': 'mine' } })
    expect(headers['x-request-id']).not.toBe('mine')
  })

  test('pages are asked for again each time, and data of staff is not stored', async () => {
    expect((await ask(base, '/courses')).headers['cache-control']).toBe('no-cache')
    expect((await ask(base, '/api/users/me')).headers['cache-control']).toMatch(/no-store/)
  })
})

describe('hosts', () => {
  test.each([
    'evil.example',
    `evil.example:${port}`,
    'localhost',
    `localhost:${port}.evil.example`,
    'x:65536',
    `localhost:${port}@evil.example`,
  ])('“%s” is not answered for', async (Host) => {
    const { status, text } = await ask(base, '/', { headers: { Host } })
    expect([status, text]).toEqual([421, 'This server does not answer for that host name.\n'])
  })

  test.each([host, host.toUpperCase(), `127.0.0.1:${port}`])('“%s” is', async (Host) => {
    expect((await ask(base, '/', { headers: { Host } })).status).toBe(200)
  })

  test.each([
    '/',
    '/courses',
    '/sitemap.xml',
    '/feed.xml',
    '/robots.txt',
    '/calendar.ics',
    '/admin/login',
    '/nope',
    '/api/media?limit=1',
  ])('names in other headers never come back from %s', async (path) => {
    const headers = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Port': '47113',
      'X-Forwarded-Proto': 'evil',
      'X-Forwarded-Server': 'evil.example',
      'X-Original-URL': '/evil',
      'X-Rewrite-URL': '/evil',
      Forwarded: 'host=evil.example;proto=evil',
    }
    const [plain, forged] = [await ask(base, path), await ask(base, path, { headers })]
    expect(forged.status).toBe(plain.status)
    expect(forged.text.match(/evil|47113/g)).toBeNull()
    expect(String(forged.headers.location)).not.toContain('evil')
  })

  test('a full address in the request line is not reflected either', async () => {
    const answer = await sayRaw(
      base,
      `GET http://evil.example/courses HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 [2-4]\d\d /)
    expect(answer).not.toContain('evil')
  })

  test('Next’s own header opens nothing', async () => {
    const headers = { 'X-Middleware-Subrequest': 'middleware:middleware:middleware:middleware:middleware' }
    const [plain, forged] = [await ask(base, '/admin'), await ask(base, '/admin', { headers })]
    expect([forged.status, forged.headers.location]).toEqual([plain.status, plain.headers.location])
  })
})

describe('odd addresses', () => {
  test.each<[string, string, number[]]>([
    ['two slashes', '//evil.example/', [400]],
    ['two slashes inside', '/courses//x', [404]],
    ['one dot', '/./courses', [400]],
    ['a detour', '/admin/../api/courses', [400]],
    ['a backslash', '/\\evil.example', [400]],
    ['an encoded backslash', '/%5c%5cevil.example', [400]],
    ['a zero byte', '/courses/%00', [400]],
    ['a percent sign twice over', '/%2561dmin', [400]],
    ['a broken escape', '/courses/%', [400]],
    ['half a character', '/courses/%c3', [400]],
    ['dots', '/../../etc/passwd', [400]],
    ['encoded dots', '/%2e%2e/%2e%2e/etc/passwd', [400]],
    ['encoded dots and slashes', '/..%2f..%2fetc%2fpasswd', [400]],
    ['dots below the assets', '/_astro/../../server/entry.mjs', [400]],
    ['dots below the pictures', '/api/media/file/..%2f..%2fonramp.db', [400]],
    ['a hidden file', '/.env', [404]],
    ['the database', '/onramp.db', [404]],
    ['sources', '/cms/payload.config.ts', [404]],
    ['an encoded panel', '/%61dmin', [301]],
    ['5,000 letters', `/${'a'.repeat(5000)}`, [414]],
    ['5,000 letters of query', `/courses?q=${'a'.repeat(5000)}`, [414]],
    ['4,000 letters of query', `/courses?q=${'a'.repeat(4000)}`, [200]],
    ['nothing but a question', '/?', [200]],
    ['a thousand parameters', `/courses?${'a=1&'.repeat(1000)}`, [200]],
    ['one parameter many times', `/courses?${'circle=x&'.repeat(200)}`, [200]],
    ['parameters with names of objects', '/courses?__proto__=1&constructor=2&q[]=3', [200]],
    ['letters from elsewhere', `/courses/${encodeURIComponent('дура🙂')}`, [404]],
    ['markup', `/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`, [200]],
  ])('%s', async (_, path, allowed) => {
    const { status, text } = await ask(base, path)
    expect(allowed).toContain(status)
    expect(text.match(/root:|"><script>alert|evil\.example| at \w+ \(/g)).toBeNull()
    await isAlive()
  })

  test.each([
    ['an asterisk', `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
    ['a tunnel', `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two hosts', `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`],
    [
      'two lengths',
      `POST /api/users/login HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    ],
    [
      'a length and chunks',
      `POST /api/users/login HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['no HTTP', 'hello\r\n\r\n'],
  ])('said raw: %s', async (_, words) => {
    expect(await sayRaw(base, words)).not.toMatch(/^HTTP\/1\.1 5/)
    await isAlive()
  })
})

describe('methods and bodies', () => {
  test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s is not known', async (method) => {
    expect((await ask(base, '/courses', { method })).status).toBe(405)
  })

  test('pages are read, not written to', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await ask(base, '/courses', { method })).status).toBeLessThan(500)
  })

  test('a body without its length', async () => {
    const headers = { 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/json' }
    expect((await ask(base, '/api/courses', { method: 'POST', headers })).status).toBe(411)
  })

  test.each([
    ['/api/courses', 2_000_001],
    ['/courses', 2_000_001],
    ['/api/media', 25_000_001],
  ])('a body too large for %s is refused before it is read', async (path, length) => {
    const answer = await sayRaw(base, `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${length}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('something large for the panel’s data is for whoever signed in', async () => {
    const answer = await sayRaw(base, `POST /api/media HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9000000\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  })

  test.each(['websocket', 'h2c'])('nobody is upgraded to %s', async (protocol) => {
    const asked = `GET /courses HTTP/1.1\r\nHost: ${host}\r\nUpgrade: ${protocol}\r\nConnection: Upgrade, close\r\n\r\n`
    expect(await sayRaw(base, asked)).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('nobody has pictures drawn', async () => {
    expect((await ask(base, '/_next/image?url=%2Fapi%2Fmedia%2Ffile%2Fa.png&w=3840&q=75')).status).toBe(404)
  })
})

describe('an address with signs escaped on the way, as mail gateways do', () => {
  test.each([
    ['/manage/e%79J%2Eb%2Dc%5F', '/manage/eyJ.b-c_'],
    ['/m%79?q=%2E', '/my?q=%2E'],
    ['/%61dmin', '/admin'],
  ])('%s leads to %s', async (path, to) => {
    const { status, headers } = await ask(base, path)
    expect([status, headers['location'], headers['cache-control']]).toEqual([301, to, 'no-store'])
  })

  test('takes no form, and leads nowhere else', async () => {
    expect((await ask(base, '/m%79', { method: 'POST', headers: { Origin: base }, body: 'email=x' })).status).toBe(400)
    expect((await ask(base, '/%2F%65vil.example')).status).toBe(400)
  })
})

test('a room of forty that asks for its links from one address is served', async () => {
  const headers = {
    Origin: base,
    'X-Forwarded-For': '203.0.113.40',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  for (let one = 0; one < 40; one += 1) {
    const { status } = await ask(base, '/my', { method: 'POST', headers, body: `email=teacher-${one}%40example.org` })
    expect(status).toBe(303)
  }
})

describe('a slash at the end', () => {
  test.each([
    ['/courses/', '/courses'],
    ['/contact///', '/contact'],
    ['/courses/?q=bus/', '/courses?q=bus/'],
    ['/my/', '/my'],
    ['/desk/', '/desk'],
  ])('%s leads to %s', async (path, to) => {
    const { status, headers } = await ask(base, path)
    expect([status, headers['location']]).toEqual([301, to])
  })

  test('leads nowhere else', async () => {
    for (const path of ['//evil.example/', '/\\evil.example/', '/%2f/evil.example/'])
      expect((await ask(base, path)).status, path).toBe(400)
  })
})
