import { describe, expect, test } from 'vitest'
import { countOf, joinWords } from '#collections/values/words.ts'

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
