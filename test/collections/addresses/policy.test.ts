import { expect, test } from 'vitest'
import { pathOf, placeAt } from '#collections/addresses/policy.ts'

test.each([
  ['/courses/equity', { noun: 'courses', slug: 'equity', rest: '' }],
  ['/courses/equity.ics', { noun: 'courses', slug: 'equity', rest: '.ics' }],
  ['/courses/equity/register', { noun: 'courses', slug: 'equity', rest: '/register' }],
  ['/framework/reading', { noun: 'circles', slug: 'reading', rest: '' }],
  ['/collaboratives/peers/apply', { noun: 'collaboratives', slug: 'peers', rest: '/apply' }],
  ['/about', { noun: 'pages', slug: 'about', rest: '' }],
])('%s', (path, place) => {
  expect(placeAt(path)).toEqual(place)
  expect(pathOf(placeAt(path)!)).toBe(path)
})

test.each(['/', '/courses/', '/courses/Equity', '/_astro/page.css', '/desk/registrations/1/x', '//evil.example'])(
  '%s is nobody’s page, or nobody’s but a page’s',
  (path) => {
    const place = placeAt(path)
    expect(place === undefined || place.noun === 'pages').toBe(true)
  },
)
