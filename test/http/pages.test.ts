import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { paths } from '#collections/kernel/paths.ts'
import { ask, type Answer } from '#test/support/http.ts'
import { startServer, type Server } from '#test/support/server.ts'

// Every page of the site, found the way a search engine finds them: by following links.

const base = inject('base')

const isPage = ({ headers }: Answer) => String(headers['content-type']).startsWith('text/html')
const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&')

/** The addresses of this site a page leads to, without the panel. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
    .map(([, address]) => new URL(unescape(address!), base))
    .filter(({ origin, pathname }) => origin === base && !pathname.startsWith(paths.panel))
    .map(({ pathname, search }) => pathname + search)

/** The site from its home page on; of filtered lists, only those a page of no query leads to. */
const walk = async (): Promise<Map<string, Answer>> => {
  const seen = new Map<string, Answer>()
  const waiting = [paths.home as string]
  for (const path of waiting) {
    if (seen.has(path)) continue
    const answer = await ask(base, path)
    seen.set(path, answer)
    if (isPage(answer) && !path.includes('?')) waiting.push(...linksIn(answer.text))
  }
  return seen
}

describe('the whole site', () => {
  let site: Map<string, Answer>
  let pages: [string, Answer][]
  beforeAll(async () => {
    site = await walk()
    pages = [...site].filter(([, answer]) => isPage(answer))
  })

  test('no link leads nowhere', () => {
    const broken = [...site].filter(([, { status }]) => status !== 200).map(([path, { status }]) => `${status} ${path}`)
    expect(broken).toEqual([])
    expect(pages.length).toBeGreaterThan(60)
  })

  test('every page of the site map is linked from another, and every page that has an address of its own is in it', async () => {
    const listed = [...(await ask(base, paths.sitemap)).text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, url]) => new URL(url!).pathname,
    )
    expect(listed.filter((path) => !site.has(path))).toEqual([])
    // Forms are not for search engines.
    const own = pages.map(([path]) => path).filter((path) => !/\?|\/(apply|submit|tell-me)$/.test(path))
    expect(own.filter((path) => !listed.includes(path) && path !== paths.search && path !== paths.my)).toEqual([])
  })

  test('nothing in a page is what its policy forbids', () => {
    const forbidden =
      /<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/gi
    expect(
      pages.flatMap(([path, { text }]) => [...text.matchAll(forbidden)].map(([found]) => `${path}: ${found}`)),
    ).toEqual([])
  })

  test('nothing comes from elsewhere', () => {
    const foreign =
      /<(?:script|link|img|source|iframe|video|audio)\b[^>]*?(?:src|href|srcset)="(?:https?:)?\/\/[^"]*"/gi
    const found = pages.flatMap(([path, { text }]) =>
      [...text.matchAll(foreign)]
        .filter(([tag]) => !tag.includes(base) && !tag.includes('rel="canonical"'))
        .map(([tag]) => `${path}: ${tag}`),
    )
    expect(found).toEqual([])
  })

  test('every page has a title of its own, one heading of the first order and its language', () => {
    const titles = new Map<string, string>()
    for (const [path, { text }] of pages.filter(([path]) => !path.includes('?'))) {
      const title = /<title>([^<]+)<\/title>/.exec(text)?.[1] ?? ''
      expect(titles.get(title), `${path}: ${title}`).toBeUndefined()
      titles.set(title, path)
      expect(text.match(/<h1[\s>]/g), path).toHaveLength(1)
      expect(text).toMatch(/<html[^>]*\slang="en"/)
    }
  })

  test('every picture to share has one whole address, on this site, and is there', async () => {
    const shared = pages.flatMap(([path, { text }]) =>
      [...text.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(
        ([, address]) => [path, address!] as const,
      ),
    )
    for (const [path, address] of shared) expect(new URL(address).origin, path).toBe(base)
    const found = new Set(shared.map(([, address]) => address.slice(base.length)))
    expect(found.size).toBeGreaterThan(5)
    for (const path of found) expect((await ask(base, path)).status, path).toBe(200)
  })

  test('what is said to search engines can be read by them', () => {
    for (const [path, { text }] of pages)
      for (const [, data] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        expect(() => JSON.parse(data!) as unknown, path).not.toThrow()
  })

  test('nothing that went wrong while rendering is left in a page', () => {
    const traces = />(undefined|null|NaN|\[object Object\]|Invalid Date)<|\b(undefined|NaN)\b(?=[\s<"])|\[object /g
    const found = pages.flatMap(([path, { text }]) => {
      const words = text.replace(/<script.*?<\/script>/gs, '')
      return [...words.matchAll(traces)].map(([trace]) => `${path}: ${trace}`)
    })
    expect(found).toEqual([])
  })
})

describe('what is not there', () => {
  const slug = 'no-such-thing'
  test.each([
    paths.course(slug),
    paths.circle(slug),
    paths.strategy(slug),
    paths.collaborative(slug),
    paths.credential(slug),
    paths.policy(slug),
    paths.page(slug),
    `${paths.course(slug)}/register`,
    '/courses/a/b/c',
    '/Courses',
    '/index.html',
    '/wp-login.php',
  ])('%s: the 404 page', async (path) => {
    const { status, text, headers } = await ask(base, path)
    expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('text/html')])
    expect(text.includes(`href="${paths.courses}"`)).toBe(true)
  })

  test.each([paths.courseCalendar(slug), '/feed.json'])('%s: 404', async (path) => {
    expect((await ask(base, path)).status).toBe(404)
  })

  test.each(['//courses', '/courses//framework'])(
    '%s leads somewhere sensible or says that it is not there',
    async (path) => {
      expect([200, 301, 308, 400, 404]).toContain((await ask(base, path)).status)
    },
  )
})

describe('nonsense queries get a list', () => {
  test.each([
    'page=0',
    'page=-1',
    'page=99999',
    'page=1e9',
    'page=x',
    'circle=nope',
    'strategy=nope',
    'format=nope',
    'when=nope',
    'open=maybe',
    'q=',
    'q=%20%20',
    'q=zzzzzzzz',
    `q=${encodeURIComponent("' OR 1=1 --")}`,
    `q=${encodeURIComponent('()[]{}*+?^$|\\.')}`,
    `q=${encodeURIComponent('🙂'.repeat(100))}`,
    `q=${'a%20'.repeat(300)}`,
    'q=a&q=b&circle=x&circle=y',
    'lang=xx',
    'preview',
  ])('%s', async (query) => {
    for (const path of [paths.courses, paths.search, paths.framework, paths.pathways, paths.home, paths.calendar]) {
      const { status } = await ask(base, `${path}?${query}`)
      expect(status, path).toBe(200)
    }
  })

  test('a mistyped word still finds the course, and says how many', async () => {
    const { text } = await ask(base, paths.searchFor('equty leadrship'))
    expect(text.includes('Equity Leadership')).toBe(true)
  })

  test('the course asked for on the map need not exist', async () => {
    expect((await ask(base, paths.pathwaysOf('no-such-thing'))).status).toBe(200)
  })
})

describe('asked by machines', () => {
  test.each([paths.home, paths.courses, paths.calendar, paths.feed, '/nope'])(
    'HEAD %s answers as GET does, without the body',
    async (path) => {
      const [head, get] = [await ask(base, path, { method: 'HEAD' }), await ask(base, path)]
      expect([head.status, head.headers['content-type'], head.text]).toEqual([
        get.status,
        get.headers['content-type'],
        '',
      ])
    },
  )

  test.each<[string, string, RegExp]>([
    [paths.calendar, 'text/calendar', /^BEGIN:VCALENDAR\r\n.*TZID=America\/Chicago.*END:VCALENDAR\r?\n?$/s],
    [paths.feed, 'application/atom+xml', /^<\?xml .*<feed .*<\/feed>\s*$/s],
    [paths.sitemap, 'application/xml', /^<\?xml .*<urlset .*<\/urlset>\s*$/s],
    ['/robots.txt', 'text/plain', /Sitemap: http/],
  ])('%s is %s', async (path, type, shape) => {
    const { headers, text } = await ask(base, path)
    expect(headers['content-type']).toContain(type)
    expect(shape.test(text)).toBe(true)
  })

  test('text is sent compressed to whoever understands it', async () => {
    for (const encoding of ['br', 'gzip']) {
      const { headers } = await ask(base, paths.courses, { headers: { 'Accept-Encoding': encoding } })
      expect([headers['content-encoding'], headers.vary]).toEqual([
        encoding,
        expect.stringContaining('Accept-Encoding'),
      ])
    }
  })

  test('files with their content in their name are kept for a year', async () => {
    const asset = /\/_astro\/[^"]+\.css/.exec((await ask(base, paths.home)).text)![0]
    expect((await ask(base, asset)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })
})

describe('before anything is written', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ SEED: 'none', PANEL: 'off' })
  })
  afterAll(() => server.stop())

  test('the site is empty, not broken', async () => {
    const fixed = Object.values(paths).filter((path): path is Extract<typeof path, string> => typeof path === 'string')
    for (const path of [...fixed, paths.searchFor('equity'), paths.colors('x')].filter(
      (path) => !path.startsWith(paths.panel) && !path.startsWith(paths.desk),
    )) {
      const answer = await ask(server.base, path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.text.includes('undefined'), path).toBe(false)
    }
    expect(server.output().match(/error/i)).toBeNull()
  })
})
