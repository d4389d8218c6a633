import { describe, expect, test } from 'vitest'
import { loggedPath, requestIdOf, requestLines, type Answered } from '#cms/server/requests.ts'
import { routeClassOf } from '#cms/server/route-class.ts'

describe('the log keeps no token and no name', () => {
  test.each([
    ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b', '/manage/…'],
    ['/evaluations/a.b.c', '/evaluations/…'],
    ['/colleague/a.b.c', '/colleague/…'],
    ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b/calendar.ics', '/manage/…/calendar.ics'],
    ['/My/eyJhbGciOiJIUzI1NiJ9.a.b', '/My/…'],
    ['/statements/eyJhbGciOiJIUzI1NiJ9.a.b.pdf', '/statements/…'],
    ['/submissions/eyJh.a.b/evidence/plan?from=mail', '/submissions/…/evidence/plan'],
    ['/admin/reset/0123abcd', '/admin/reset/…'],
    ['/api/users/verify/0123abcd', '/api/users/verify/…'],
    ['/verify/0193a.pdf', '/verify/…'],
    ['/api/files/file/letter-of-a-person.pdf', '/api/files/file/…'],
    ['/%6Danage/a.b.c', '/manage/…'],
    ['/%256Danage/eyJh.a.b', '/%256Danage/…'],
    ['//manage/eyJh.a.b', '//manage/…'],
    ['/search?q=a+person', '/search'],
    ['/unsubscribe/person@example.org', '/unsubscribe/…'],
    ['/unsubscribe/person%40example.org/now', '/unsubscribe/…/now'],
    ['/courses/a-course/register?session=1', '/courses/a-course/register'],
    [`/${'z'.repeat(300)}`, `/${'z'.repeat(199)}`],
  ])('%s', (url, expected) => {
    expect(loggedPath(url)).toBe(expected)
  })
})

describe('a request is named by a proxy of ours, or by us', () => {
  const named = (id: string, trustsProxy: boolean) => requestIdOf({ headers: { 'x-request-id': id } }, trustsProxy)
  const NEW = /^[0-9a-f-]{23}-[0-9a-z]+$/

  test.each<[string, string, boolean, string | RegExp]>([
    ['by a proxy', '0a1b2c3d4e5f', true, '0a1b2c3d4e5f'],
    ['by whoever sends it', '0a1b2c3d4e5f', false, NEW],
    ['too short', 'mine', true, NEW],
    ['too long', 'a'.repeat(65), true, NEW],
    ['with a line of its own', 'one\ntwo-three', true, NEW],
    ['with a mailbox', 'person@example.org', true, NEW],
  ])('%s', (_, id, trustsProxy, expected) => {
    expect(named(id, trustsProxy)).toMatch(expected)
  })
})

test.each([
  ['/', 'page'],
  ['/nowhere/at/all', 'page'],
  ['/courses?q=x', 'page'],
  ['/courses/a/register?session=1', 'registering'],
  ['/collaboratives/a/apply', 'applying'],
  ['/applications/token', 'applying'],
  ['/credentials/a/submit', 'submitting'],
  ['/submissions/token/evidence/plan', 'submitting'],
  ['/my', 'own-link'],
  ['/manage/token/calendar.ics', 'own-link'],
  ['/evaluations/token', 'own-link'],
  ['/verify/award.pdf', 'verify'],
  ['/.well-known/jwks.json', 'verify'],
  ['/desk/sessions', 'desk'],
  ['/admin', 'panel'],
  ['/administration', 'page'],
  ['/api/courses', 'api'],
  ['/api/media/file/a.webp', 'media'],
  ['/_astro/a.css', 'asset'],
  ['/colors.css?v=1', 'asset'],
  ['/calendar.ics', 'feed'],
  ['/sitemap.xml', 'feed'],
  ['/readyz', 'health'],
])('%s is counted as %s', (url, route) => {
  expect(routeClassOf(url)).toBe(route)
})

test('a request is one line of JSON; lines are written together', () => {
  const written: string[] = []
  const [observe, flush] = requestLines({ write: (text) => written.push(text), clock: () => 1000 })
  const answered: Answered = {
    requestId: 'one',
    method: 'GET',
    path: '/',
    route: 'page',
    status: 200,
    seconds: 0.00126,
    isCut: false,
  }
  observe(answered)
  observe({ ...answered, requestId: 'two', isCut: true })
  expect(written).toEqual([])
  flush()
  flush()
  expect(written).toHaveLength(1)
  const lines = written[0]!.trimEnd().split('\n')
  const one = {
    level: 'info',
    time: 1000,
    name: 'onramp',
    requestId: 'one',
    method: 'GET',
    path: '/',
    route: 'page',
    status: 200,
    ms: 1.3,
    msg: 'request',
  }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([one, { ...one, requestId: 'two', isCut: true }])
})
