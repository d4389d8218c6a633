import { expect, test } from 'vitest'
import { withoutToken } from '#cms/server/edge.ts'

test.each([
  ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b', '/manage/…'],
  ['/manage/eyJhbGciOiJIUzI1NiJ9.a.b/calendar.ics', '/manage/…/calendar.ics'],
  ['/My/eyJhbGciOiJIUzI1NiJ9.a.b', '/My/…'],
  ['/statements/eyJhbGciOiJIUzI1NiJ9.a.b.pdf', '/statements/…'],
  ['/courses/a-course/register', '/courses/a-course/register'],
])('the log keeps no token: %s', (path, expected) => {
  expect(withoutToken(path)).toBe(expected)
})
