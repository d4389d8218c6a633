import type { OutgoingHttpHeaders } from 'node:http'
import type { CollectionSlug } from 'payload'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { EXAMPLES } from '#test/support/examples.ts'
import { ask, bearer, send } from '#test/support/http.ts'
import { tokens } from '../http/ready.ts'

// A draft is nowhere: every collection with drafts, against every surface the public has.

const base = inject('base')
const writer = bearer(tokens.communications)

/** Found by the first word, recognized by the second: search pages repeat what was asked. */
const [FOUND_BY, KNOWN_BY] = ['zanzibar', 'quokka']
const TITLE = 'Zanzibar Quokka'

type Doc = { id: string; slug?: string }
type Kind = { pageOf?: (slug: string) => string; says: 'title' | 'name' | 'note' }
const KINDS: Partial<Record<CollectionSlug, Kind>> = {
  courses: { pageOf: paths.course, says: 'title' },
  sessions: { says: 'note' },
  circles: { pageOf: paths.circle, says: 'name' },
  strategies: { pageOf: paths.strategy, says: 'name' },
  recommendations: { says: 'title' },
  collaboratives: { pageOf: paths.collaborative, says: 'name' },
  credentials: { pageOf: paths.credential, says: 'title' },
  pages: { pageOf: paths.page, says: 'title' },
  policies: { pageOf: paths.policy, says: 'title' },
  contacts: { says: 'name' },
  notices: { says: 'title' },
}

const NOTHING = {
  collaborative: '',
  credential: '',
  user: '',
  session: '',
  person: '',
  registration: '',
  webhook: '',
  event: '',
}
let related: Parameters<typeof EXAMPLES.pages>[0]
let course: string

// The shape of every list and of every written document Payload answers with.
const docsOf = async (path: string) => (await ask(base, path)).json()['docs'] as Doc[]
const write = async (method: 'POST' | 'PATCH', path: string, data: object): Promise<Doc> => {
  const answer = await send(base, method, path, data, writer)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.json()['doc'] as Doc
}

const PAGES = [
  paths.home,
  paths.courses,
  `${paths.courses}?q=${FOUND_BY}`,
  paths.framework,
  paths.pathways,
  paths.strategies,
  paths.collaboratives,
  paths.credentials,
  paths.policies,
  paths.contact,
  paths.searchFor(FOUND_BY),
  paths.feed,
  paths.sitemap,
  paths.calendar,
  '/nowhere',
]

/** Every address at which something could be read of a document. */
const surfacesOf = (collection: string, { id, slug }: Doc): string[] => {
  const own = slug && KINDS[collection as CollectionSlug]?.pageOf?.(slug)
  const pages = [
    ...PAGES,
    paths.course(course),
    paths.courseCalendar(course),
    paths.pathwaysOf(slug ?? course),
    ...(own ? [own] : []),
  ]
  const rest = `/api/${collection}`
  return [
    ...pages,
    ...[paths.home, paths.courses, own ?? paths.course(course)].map((page) => `${page}?preview=1`),
    ...(own ? [`${own}?lang=en`, `${own}.ics`] : []),
    `${rest}?limit=5&depth=2&sort=-createdAt`,
    `${rest}?limit=5&draft=true&sort=-createdAt`,
    `${rest}?limit=5&trash=true&draft=true&sort=-createdAt`,
    `${rest}?where[_status][equals]=draft&draft=true`,
    `${rest}?where[id][equals]=${id}`,
    `${rest}/${id}`,
    `${rest}/${id}?draft=true&depth=2`,
    `${rest}/versions?where[parent][equals]=${id}`,
    `/api/courses/${related.course}?depth=2&draft=true`,
  ]
}

/** The surfaces that say something of the document. */
const saying = async (collection: string, doc: Doc): Promise<string[]> => {
  const found: string[] = []
  for (const path of surfacesOf(collection, doc)) {
    const { status, text } = await ask(base, path)
    expect(status, path).toBeLessThan(500)
    if (text.toLowerCase().includes(KNOWN_BY)) found.push(path)
  }
  return found
}

beforeAll(async () => {
  const [circles, courses] = [await docsOf('/api/circles?limit=1'), await docsOf('/api/courses?limit=1&sort=title')]
  related = { ...NOTHING, circle: circles[0]!.id, course: courses[0]!.id }
  course = courses[0]!.slug!
})

describe.each(Object.entries(KINDS))('%s', (collection, { says, pageOf }) => {
  const change = { [says]: TITLE, ...(collection === 'circles' ? { shape: 'cross', pattern: 'rings' } : {}) }
  const example = async () => {
    const { data } = await EXAMPLES[collection as CollectionSlug](related)
    const { slug: _, ...rest } = data as { slug?: string }
    return rest
  }

  test('a draft is nowhere, and once it is published it is there', async () => {
    const doc = await write('POST', `/api/${collection}?draft=true`, {
      ...(await example()),
      ...change,
      _status: 'draft',
    })
    expect(await saying(collection, doc)).toEqual([])
    if (pageOf) expect((await ask(base, pageOf(doc.slug!))).status).toBe(404)

    await write('PATCH', `/api/${collection}/${doc.id}`, { _status: 'published' })
    const shown = await saying(collection, doc)
    expect(shown).toContain(`/api/${collection}/${doc.id}`)
    expect(shown.filter((path) => !path.startsWith('/api/')).length, shown.join(' ')).toBeGreaterThan(0)
    if (pageOf) expect(shown).toEqual(expect.arrayContaining([pageOf(doc.slug!), paths.sitemap]))

    await write('PATCH', `/api/${collection}/${doc.id}`, { deletedAt: new Date(0).toISOString() })
    for (const path of shown) expect((await ask(base, path)).text.toLowerCase().includes(KNOWN_BY), path).toBe(false)
    await ask(base, `/api/${collection}/${doc.id}?trash=true`, { method: 'DELETE', headers: writer })
  })

  test('a change is nowhere before it is published', async () => {
    const doc = await write('POST', `/api/${collection}`, { ...(await example()), _status: 'published' })
    await write('PATCH', `/api/${collection}/${doc.id}?draft=true&autosave=true`, { ...change, _status: 'draft' })
    expect(await saying(collection, doc)).toEqual([])
    await ask(base, `/api/${collection}/${doc.id}`, { method: 'DELETE', headers: writer })
  })
})

test('the framework: a change is nowhere before it is published', async () => {
  await send(
    base,
    'POST',
    '/api/globals/framework?draft=true',
    { title: TITLE, resultTitle: TITLE, _status: 'draft' },
    writer,
  )
  const surfaces = [
    ...PAGES,
    '/api/globals/framework',
    '/api/globals/framework?draft=true&depth=2',
    '/api/globals/framework/versions',
  ]
  for (const path of surfaces) expect((await ask(base, path)).text.toLowerCase().includes(KNOWN_BY), path).toBe(false)
})

describe('the preview', () => {
  let doc: Doc
  beforeAll(async () => {
    const { data } = await EXAMPLES.pages(related)
    doc = await write('POST', '/api/pages?draft=true', { ...data, title: TITLE, _status: 'draft' })
  })
  const open = (headers: OutgoingHttpHeaders) => ask(base, `${paths.page(doc.slug!)}?preview=1`, { headers })
  const cookie = { Cookie: `payload-token=${tokens.reviewer}` }

  test('shows staff the draft on its page, and nobody keeps it', async () => {
    const { status, text, headers } = await open({ ...cookie, 'Sec-Fetch-Site': 'same-origin' })
    expect([status, text.includes(TITLE), headers['cache-control']]).toEqual([200, true, 'private, no-store'])
  })

  test.each<[string, OutgoingHttpHeaders]>([
    ['nobody signed in', {}],
    ['a made-up token', { Cookie: 'payload-token=x.y.z' }],
    ['a signed-in browser without the word preview', cookie],
  ])('shows %s the 404 page', async (_, headers) => {
    const path = paths.page(doc.slug!)
    const { status, text } = await ask(base, headers === cookie ? path : `${path}?preview=1`, {
      headers,
    })
    expect([status, text.includes(TITLE)]).toEqual([404, false])
  })
})
