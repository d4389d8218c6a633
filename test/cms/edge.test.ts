import { expect, test } from 'vitest'
import { withoutEscapes, withoutToken } from '#cms/server/edge.ts'

test.each([
  ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b', '/manage/…'],
  ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b/calendar.ics', '/manage/…/calendar.ics'],
  ['/My/eyJhbGciOiJIUzI1NiJ9.a.b', '/My/…'],
  ['/statements/eyJhbGciOiJIUzI1NiJ9.a.b.pdf', '/statements/…'],
  ['/courses/a-course/register', '/courses/a-course/register'],
])('the log keeps no token: %s', (path, expected) => {
  expect(withoutToken(path)).toBe(expected)
})

test.each([
  ['/manage/a%2Eb%2Dc%5fd%7E', '/manage/a.b-c_d~'],
  ['/%61%5A%30', '/aZ0'],
  ['/a%20b%2Fc%3A%5B%60', '/a%20b%2Fc%3A%5B%60'],
  ['/%2561', '/%2561'],
])('%s without needless escapes is %s', (path, expected) => {
  expect(withoutEscapes(path)).toBe(expected)
})
