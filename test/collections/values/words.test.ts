import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOf, joinWords, truncate } from '#collections/values/words.ts'

describe('joinWords', () => {
  test.each([
    ['none', [], 'en', ''],
    ['one', ['a'], 'en', 'a'],
    ['two', ['a', 'b'], 'en', 'a and b'],
    ['three', ['a', 'b', 'c'], 'en', 'a, b, and c'],
    ['Spanish', ['a', 'b', 'c'], 'es', 'a, b y c'],
    ['Hmong falls back to English', ['a', 'b'], 'hmn', 'a and b'],
  ])('%s', (_, words, locale, expected) => {
    expect(joinWords(words, locale)).toBe(expected)
  })

  test('a choice', () => expect(joinWords(['a', 'b', 'c'], 'en', 'disjunction')).toBe('a, b, or c'))
})

describe('countOf', () => {
  test.each([
    [0, '0 seats'],
    [1, '1 seat'],
    [2, '2 seats'],
    [1200, '1,200 seats'],
    [1.5, '1.5 seats'],
  ])('%s', (count, expected) => {
    expect(countOf(count, 'seat', 'seats')).toBe(expected)
  })
})

describe('truncate', () => {
  test.each([
    ['exactly as long as there is room', 'one two', 7, 'one two'],
    ['one character too long', 'one two', 6, 'one…'],
    ['a word that just fits before the mark', 'one two three', 8, 'one two…'],
    ['a word that just does not', 'one two three', 7, 'one…'],
    ['no comma before the mark', 'one, two three', 8, 'one…'],
    ['a first word that is too long', 'extraordinary', 6, 'extra…'],
    ['spaces around do not count', '  one two  ', 7, 'one two'],
    ['never half an emoji', '🎉🎉🎉', 2, '🎉…'],
    ['room for the mark only', 'one', 1, '…'],
  ])('%s', (_, text, length, expected) => {
    expect(truncate(text, length)).toBe(expected)
  })

  test('is never longer than asked, and what it keeps is how the text begins', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 1, max: 120 }), (text, length) => {
        const short = truncate(text, length)
        expect([...short].length).toBeLessThanOrEqual(length)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})
