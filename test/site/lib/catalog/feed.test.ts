import { describe, expect, test } from 'vitest'
import { feed, newsworthy, noticeEntry, sessionEntry, type Entry } from '#site/src/lib/catalog/feed.ts'
import { en } from '#site/src/messages/en.ts'
import { aCircle, aCourse, aDated, aDay, aLine, at, SECRET } from '#test/support/views.ts'

const texts = en.feeds
const words = { locale: 'en' as const, texts }
const settings = {
  title: texts.title,
  subtitle: texts.subtitle,
  author: texts.author,
  origin: 'https://learn.example.org',
  locale: 'en' as const,
}
const now = at('2026-09-01T12:00:00Z')
const changed = at('2026-08-15T10:00:00Z')

const anEntry = (more: Partial<Entry> = {}): Entry => ({
  id: 'session/1',
  title: 'Title',
  text: 'Text',
  path: '/courses/a',
  updated: changed,
  published: null,
  categories: [],
  ...more,
})

/** The text of the first element of that name, as a reader would show it. */
const textOf = (xml: string, element: string): string =>
  new RegExp(`<${element}>([^]*?)</${element}>`)
    .exec(xml.slice(xml.indexOf('<entry>')))![1]!
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
    )

describe('newsworthy', () => {
  const far = (id: number, opensOn: string | null) =>
    aDated(aLine({ id: String(id), opensOn, days: [aDay('2027-05-05')] }))
  const soon = Array.from({ length: 40 }, (_, id) => far(id, null))

  test('the soonest, and what opened lately', () => {
    const later = [far(100, '2026-08-30'), far(101, null), far(102, '2026-07-01'), far(103, '2026-09-02')]
    expect(newsworthy([...soon, ...later], now).map(({ session }) => session.id)).toEqual([
      ...soon.map(({ session }) => session.id),
      '100',
    ])
  })

  test('nothing to come is no news', () => expect(newsworthy([], now)).toEqual([]))
})

describe('sessionEntry', () => {
  test('a day that is called off says so', () => {
    const days = [aDay('2026-10-15', { canceled: true }), aDay('2026-11-19')]
    const { title, text } = sessionEntry(aDated(aLine({ days })), now, words)
    expect(title).toContain('Thursday, November 19, 2026')
    expect(text).toContain('Canceled: Thursday, October 15, 2026')
    expect(text).not.toContain('Canceled: Thursday, November 19')
  })

  test('says what, when and where', () => {
    const dated = aDated(
      aLine({ id: 'abc', note: 'Lunch is provided.', days: [aDay('2026-10-15'), aDay('2026-11-19')] }),
    )
    expect(sessionEntry(dated, now, words)).toEqual({
      id: 'session/abc',
      title: texts.titleOn('Three Circles in One Morning', 'Thursday, October 15, 2026'),
      text: [
        'The frame of the program, in one morning.',
        'Thursday, October 15, 2026, 8:30 AM–3:30 PM CT, Learning Center, Room 110, 400 Example Avenue, Tamarack Bend, MN 55000',
        'Thursday, November 19, 2026, 8:30 AM–3:30 PM CT, Learning Center, Room 110, 400 Example Avenue, Tamarack Bend, MN 55000',
        texts.formats['in-person'],
        'Lunch is provided.',
      ].join('\n'),
      path: '/courses/three-circles',
      updated: changed,
      published: null,
      categories: ['Cultural Competency'],
    })
  })

  test('is news again when registration opens', () => {
    const before = sessionEntry(aDated(aLine({ opensOn: '2026-09-10' })), now, words)
    expect([before.updated, before.published]).toEqual([changed, null])
    expect(before.text).toContain(texts.opensOn('Thursday, September 10, 2026'))
    const after = sessionEntry(aDated(aLine({ opensOn: '2026-08-20' })), now, words)
    expect([after.updated, after.published].map(String)).toEqual(['2026-08-20T05:00:00Z', '2026-08-20T05:00:00Z'])
    expect(after.text).not.toContain('August')
  })

  test('says that a session is canceled, and why', () => {
    const { title, text } = sessionEntry(aDated(aLine({ status: 'canceled', cancelReason: 'Snow.' })), now, words)
    expect(title).toBe(texts.canceled(texts.titleOn('Three Circles in One Morning', 'Thursday, October 15, 2026')))
    expect(text).toBe(texts.canceledBecause('Snow.'))
  })
})

describe('feed', () => {
  test('says who it is from, where it is, and what is new', () => {
    const xml = feed([anEntry(), anEntry({ id: 'session/2', updated: at('2026-08-16T10:00:00Z') })], settings)
    expect(xml).toContain('<id>tag:learn.example.org,2026:feed</id>')
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://learn.example.org/feed.xml"/>')
    expect(xml).toContain('<updated>2026-08-16T10:00:00Z</updated>\n<author>')
    expect(xml.match(/<id>.*<\/id>/g)).toEqual([
      '<id>tag:learn.example.org,2026:feed</id>',
      '<id>tag:learn.example.org,2026:session/2</id>',
      '<id>tag:learn.example.org,2026:session/1</id>',
    ])
    expect(xml).toContain('href="https://learn.example.org/courses/a"')
  })

  test('nothing new is a feed too, and the same one each time', () => {
    const empty = feed([], settings)
    expect(empty).toContain('<updated>2026-01-01T00:00:00Z</updated>')
    expect(empty).not.toContain('<entry>')
  })

  test.each([
    ['script', '<script>alert(1)</script>'],
    ['the end of a CDATA section', 'a ]]> b <![CDATA[ c'],
    ['an ampersand and quotes', `R&D: "why" & 'how'`],
    ['the end of the entry', '</title></entry></feed>'],
    ['emoji', '👩🏽‍🏫 Equity'],
  ])('keeps %s as text', (_, text) => {
    const course = aCourse({ title: text, summary: text, circles: [aCircle({ name: text })] })
    const xml = feed([sessionEntry(aDated(aLine({ note: text }), course), now, words)], settings)
    expect(textOf(xml, 'title')).toBe(texts.titleOn(text, 'Thursday, October 15, 2026'))
    expect(textOf(xml, 'summary')).toContain(text)
    expect(xml.match(/<\/entry>/g)).toHaveLength(1)
    expect(xml).not.toContain(']]>')
  })

  test('drops characters XML cannot carry', () => {
    expect(textOf(feed([anEntry({ title: 'A\u0000B\u001bC' })], settings), 'title')).toBe('ABC')
  })

  test.each([
    ['a path', '/courses/a', 'https://learn.example.org/courses/a'],
    ['another site', 'https://example.org/news', 'https://example.org/news'],
    ['a script', 'javascript:alert(1)', 'https://learn.example.org/'],
    ['what is no address', 'https://', 'https://learn.example.org/'],
  ])('a notice leads to %s', (_, path, expected) => {
    const notice = {
      id: '1',
      title: 'Notice',
      text: 'Text',
      tone: 'info',
      link: { label: 'More', path },
      updatedAt: String(changed),
    } as const
    expect(feed([noticeEntry(notice)], settings)).toContain(`type="text/html" href="${expected}"/>\n<updated>`)
  })

  test('the online link is nowhere', () => {
    const all = (['online', 'hybrid'] as const).map((format) =>
      sessionEntry(aDated(aLine({ id: format, format })), now, words),
    )
    expect(feed(all, settings)).not.toContain(new URL(SECRET).host)
  })
})
