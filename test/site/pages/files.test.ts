import type { APIRoute } from 'astro'
import { describe, expect, test } from 'vitest'
import type { Catalog } from '#collections/catalog/catalog.ts'
import { siteView } from '#collections/home/view.ts'
import { GET as courseCalendar } from '#site/src/pages/courses/[slug].ics.ts'
import { GET as calendar } from '#site/src/pages/calendar.ics.ts'
import { GET as colors } from '#site/src/pages/colors.css.ts'
import { GET as feed } from '#site/src/pages/feed.xml.ts'
import { GET as robots } from '#site/src/pages/robots.txt.ts'
import { GET as sitemap } from '#site/src/pages/sitemap.xml.ts'
import {
  aCircle,
  aCollaborative,
  aCourse,
  aDated,
  aDay,
  aLine,
  aMeeting,
  at,
  CHICAGO,
  thursdays,
} from '#test/support/views.ts'

const circle = aCircle()
const course = aCourse({ circles: [circle], strategies: [{ slug: 'student-voice', name: 'Student Voice' }] })
const community = aCollaborative()
const run = aDated(aLine({ id: 'run', days: [aDay('2026-10-15')] }), course)
const meeting = aMeeting(aLine({ id: 'meeting', format: 'online', days: thursdays }), community)

const catalog = {
  edition: {},
  now: at('2026-09-01T12:00:00Z'),
  today: '2026-09-01',
  zone: CHICAGO,
  allCourses: () => [course],
  calendar: (slug?: string) => (slug ? [run] : [run, meeting]),
  cancellation: () => undefined,
  rules: () => ({ holidays: [], cancellation: undefined, zone: 'America/Chicago' }),
  site: () => siteView({ agency: { brand: '' } as never, home: {} as never }, () => undefined),
  circles: () => [circle],
  collaborative: () => community,
  collaboratives: () => [community],
  colorsVersion: () => 'abc123',
  course: (slug: string) => (slug === course.slug ? course : undefined),
  credentials: () => [],
  holidays: () => [],
  notices: () => [
    {
      id: '1',
      updatedAt: '2026-08-20T00:00:00.000Z',
      title: 'Winter break',
      text: 'The desk is closed.',
      tone: 'info',
      link: null,
    },
  ],
  page: () => ({ updatedAt: '2026-07-01T00:00:00.000Z' }),
  pages: () => [{ slug: 'about', title: 'About', summary: '', isInFooter: true }],
  policies: () => [],
  strategies: () => [
    { slug: 'student-voice', name: 'Student Voice', summary: '', courses: 1 },
    { slug: 'shared-understanding', name: 'Shared Understanding', summary: '', courses: 0 },
  ],
  upcoming: () => [run],
} as unknown as Catalog

const ask = async (
  route: APIRoute,
  path: string,
  { slug, isPreview = false }: { slug?: string; isPreview?: boolean } = {},
) => {
  // Another host, as a request through a proxy may name; addresses must not come from it.
  const url = new URL(path, 'http://10.0.0.7:8080')
  const locals = { catalog, isPreview, locale: 'en', origin: 'https://learn.example.org' } as App.Locals
  const response = await route({ locals, params: { slug }, request: new Request(url), url } as never)
  const body = await response.text()
  expect(body).not.toContain('10.0.0.7')
  return { status: response.status, header: (name: string) => response.headers.get(name), body }
}

const FOREVER = 'public, max-age=31536000, immutable'

describe('colors.css', () => {
  test.each([
    ['the version of the colors', '/colors.css?v=abc123', false, FOREVER],
    ['another version', '/colors.css?v=abc', false, null],
    ['no version', '/colors.css', false, null],
    ['a preview of drafts', '/colors.css?v=abc123', true, null],
  ])('%s', async (_, path, isPreview, cached) => {
    const { status, header, body } = await ask(colors, path, { isPreview })
    expect([status, header('content-type'), header('cache-control')]).toEqual([200, 'text/css; charset=utf-8', cached])
    expect(body).toContain('.circle-cultural-competency{')
  })
})

describe('calendars', () => {
  test('of everything', async () => {
    const { status, header, body } = await ask(calendar, '/calendar.ics')
    expect([status, header('content-type'), header('content-disposition')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'inline; filename="calendar.ics"',
    ])
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(9)
    expect(body).toContain('DTSTART;TZID=America/Chicago:20240314T083000')
  })

  test('of one course', async () => {
    const { status, header, body } = await ask(courseCalendar, '/courses/three-circles.ics', { slug: course.slug })
    expect([status, header('content-disposition')]).toEqual([200, 'inline; filename="three-circles.ics"'])
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(body).toContain('X-WR-CALNAME:Three Circles in One Morning\r\n')
  })

  test('of no course', async () => {
    const { status, header, body } = await ask(courseCalendar, '/courses/nothing.ics', { slug: 'nothing' })
    expect([status, header('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(body).toContain('https://learn.example.org/courses\n')
  })

  test('asked for twice are the same', async () => {
    const [first, second] = [await ask(calendar, '/calendar.ics'), await ask(calendar, '/calendar.ics')]
    expect(first.body).toBe(second.body)
    expect(first.header('etag')).toBe(second.header('etag'))
  })
})

test('feed.xml', async () => {
  const { header, body } = await ask(feed, '/feed.xml')
  expect(header('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(body.match(/<entry>/g)).toHaveLength(2)
  expect(body).toContain('<title>Winter break</title>')
  expect(body).toContain('href="https://learn.example.org/courses/three-circles"')
})

test('sitemap.xml', async () => {
  const { header, body } = await ask(sitemap, '/sitemap.xml')
  expect(header('content-type')).toBe('application/xml; charset=utf-8')
  const pages = [...body.matchAll(/<loc>https:\/\/learn\.example\.org(.*?)<\/loc>(?:<lastmod>(.{10}))?/g)]
  expect(pages.map(([, path, day]) => `${path} ${day ?? 'unknown'}`).sort()).toEqual([
    '/ 2026-08-15',
    '/about 2026-07-01',
    '/collaboratives 2024-01-02',
    '/collaboratives/community-of-practice 2024-01-02',
    '/contact unknown',
    '/courses 2026-08-15',
    '/courses/three-circles 2026-08-15',
    '/framework 2026-08-15',
    '/framework/cultural-competency 2026-08-15',
    '/pathways 2026-08-15',
    '/strategies 2026-08-15',
    '/strategies/shared-understanding unknown',
    '/strategies/student-voice 2026-08-15',
    '/verify unknown',
  ])
})

test('robots.txt', async () => {
  const { header, body } = await ask(robots, '/robots.txt')
  expect(header('content-type')).toBe('text/plain; charset=utf-8')
  expect(body).toContain('Sitemap: https://learn.example.org/sitemap.xml')
})
