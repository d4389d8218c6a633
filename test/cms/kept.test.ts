import { describe, expect, test } from 'vitest'
import { encodingFor, isSame } from '#cms/server/kept.ts'

describe('the encoding somebody gets', () => {
  test.each([
    ['the best of those taken', 'gzip, deflate, br, zstd', 'br'],
    ['gzip where that is all', 'gzip', 'gzip'],
    ['none where nothing is said', undefined, 'identity'],
    ['none where it says so', 'identity', 'identity'],
    ['one with a weight', 'br;q=0.5, gzip;q=1', 'br'],
    ['not one with a weight of zero', 'br;q=0, gzip', 'gzip'],
    ['not one with a long weight of zero', 'gzip;q=0.000', 'identity'],
    ['one with a weight near zero', 'gzip;q=0.001', 'gzip'],
    ['not one whose name only contains it', 'brx, xgzip', 'identity'],
  ])('%s', (_, accepts, encoding) => expect(encodingFor(accepts, 10_000)).toBe(encoding))

  test('nothing small is compressed', () => expect(encodingFor('br', 300)).toBe('identity'))
})

describe('what somebody has', () => {
  test.each([
    ['is the same', '"a"', true],
    ['is the same, compared weakly', 'W/"a"', true],
    ['is among several', '"b", "a"', true],
    ['is whatever there is', '*', true],
    ['is another', '"b"', false],
    ['is nothing', undefined, false],
  ])('%s', (_, asked, same) => expect(isSame(asked, '"a"')).toBe(same))
})
