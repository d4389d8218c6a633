import { expect, test } from 'vitest'
import { withoutEscapes } from '#cms/server/escapes.ts'

test.each([
  ['/manage/a%2Eb%2Dc%5fd%7E', '/manage/a.b-c_d~'],
  ['/%61%5A%30', '/aZ0'],
  ['/a%20b%2Fc%3A%5B%60', '/a%20b%2Fc%3A%5B%60'],
  ['/%2561', '/%2561'],
])('%s without needless escapes is %s', (path, expected) => {
  expect(withoutEscapes(path)).toBe(expected)
})
