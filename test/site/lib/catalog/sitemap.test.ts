import { describe, expect, test } from 'vitest'
import { robots, sitemap } from '#site/src/lib/catalog/sitemap.ts'

const origin = 'https://learn.example.org'

describe('sitemap', () => {
  test('names each page, and when it changed where that is known', () => {
    const xml = sitemap(
      [
        { path: '/', changedAt: null },
        { path: '/courses/a', changedAt: '2026-08-01T10:00:00.000Z' },
      ],
      origin,
    )
    expect(xml).toBe(`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://learn.example.org/</loc></url>
<url><loc>https://learn.example.org/courses/a</loc><lastmod>2026-08-01T10:00:00.000Z</lastmod></url>
</urlset>
`)
  })

  test('writes strange addresses so that they can be read back', () => {
    expect(sitemap([{ path: '/a b&c<d>', changedAt: null }], origin)).toContain(
      '<loc>https://learn.example.org/a%20b&amp;c%3Cd%3E</loc>',
    )
  })
})

describe('robots', () => {
  const lines = robots(origin).split('\n')
  /** RFC 9309: the longest rule that matches decides; without one, everything may be read. */
  const mayRead = (path: string): boolean => {
    const matching = lines.flatMap((line) => {
      const [, kind, rule] = /^(Allow|Disallow): (.+)$/.exec(line) ?? []
      if (!kind || !rule) return []
      const pattern = rule.replace(/[.+?^{}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')
      return new RegExp(`^${pattern}`).test(path) ? [{ allows: kind === 'Allow', length: rule.length }] : []
    })
    return matching.sort((a, b) => b.length - a.length)[0]?.allows ?? true
  }

  test('names the sitemap', () => expect(lines).toContain('Sitemap: https://learn.example.org/sitemap.xml'))

  test.each([
    '/admin',
    '/admin/login',
    '/api/users',
    '/search',
    '/search?q=equity',
    '/my',
    '/my/registrations',
    '/manage/abc',
    '/courses/three-circles/register?session=1',
    '/collaboratives/one/apply',
    '/credentials/one/submit',
    '/courses?circle=one&page=2',
    '/courses/three-circles?preview',
  ])('keeps out of %s', (path) => expect(mayRead(path)).toBe(false))

  test.each([
    '/',
    '/courses',
    '/courses?page=2',
    '/courses/three-circles',
    '/courses/register-early',
    '/administration',
    '/my-first-course',
    '/searching',
    '/sitemap.xml',
    '/calendar.ics',
    '/colors.css?v=1',
  ])('welcomes to %s', (path) => expect(mayRead(path)).toBe(true))
})
