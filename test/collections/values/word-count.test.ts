import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CORPUS } from '#test/support/corpus.ts'
import { countWords, limitOf, WORD_RULE } from '#collections/values/word-count.ts'

describe('countWords', () => {
  test.each(CORPUS)('%s', (_, text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test('its own rule is a text like any other', () => {
    expect(countWords(WORD_RULE)).toBe(48)
  })

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...CORPUS.map(([, each]) => each)),
    fc.string({ unit: fc.constantFrom('a', '-', '–', ' ', '’', '学', '1', '🎉', 'https://'), maxLength: 30 }),
  )

  test('two texts with a line between them count as much as each alone', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(countWords(`${one}\n${other}`)).toBe(countWords(one) + countWords(other))
      }),
    )
  })

  test('more spaces and dashes between words change nothing', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '  ', '\t', '\n\n', ' – ', '—', '--'), (each, between) => {
        expect(countWords(` ${each.join(between)} `)).toBe(each.length)
      }),
    )
  })

  test('accents written as one character or as two count alike', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(countWords(each.normalize('NFD'))).toBe(countWords(each.normalize('NFC')))
      }),
    )
  })

  test('a very long answer, or one made to be slow, is counted at once', () => {
    for (const each of ['word ', 'a', 'www.', 'https://', '-', '学', '–'])
      expect(countWords(each.repeat(100_000))).toBeGreaterThanOrEqual(0)
  })
})

describe('limitOf', () => {
  test.each([
    ['no limit', {}, 9999, { state: 'within', by: null }],
    ['no limit, said so', { wordLimit: null, limitKind: 'hard' }, 9999, { state: 'within', by: null }],
    ['one word to spare', { wordLimit: 500, limitKind: 'hard' }, 499, { state: 'within', by: 1 }],
    ['the limit itself', { wordLimit: 500, limitKind: 'hard' }, 500, { state: 'within', by: 0 }],
    ['one word too many', { wordLimit: 500, limitKind: 'hard' }, 501, { state: 'over', by: 1, kind: 'hard' }],
    ['advisory', { wordLimit: 500, limitKind: 'advisory' }, 620, { state: 'over', by: 120, kind: 'advisory' }],
    ['advisory where nothing is said', { wordLimit: 500 }, 501, { state: 'over', by: 1, kind: 'advisory' }],
  ] as const)('%s', (_, limited, words, standing) => {
    expect(limitOf(limited, words)).toEqual(standing)
  })
})
