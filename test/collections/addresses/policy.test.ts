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

test.each([
  '/',
  '/courses',
  '/courses/',
  '/courses/Equity',
  '/search',
  '/desk',
  '/desk/registrations/1/x',
  '/manage/token',
  '/applications/token',
  '/_astro/page.css',
  '//evil.example',
])('%s is nobody’s page, and nothing is looked up for it', (path) => {
  expect(placeAt(path)).toBeUndefined()
})
