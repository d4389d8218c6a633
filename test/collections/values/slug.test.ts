import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyOf, isSlug, toSlug } from '#collections/values/slug.ts'

describe('toSlug', () => {
  test.each([
    ['words', 'Equity Leadership, Part 2', 'equity-leadership-part-2'],
    ['Spanish', '¿Qué es la equidad? Año nuevo', 'que-es-la-equidad-ano-nuevo'],
    ['Somali keeps the word whole', 'Dugsiga Sa’ad & Xuseen', 'dugsiga-saad-xuseen'],
    ['Hmong', 'Kev Kawm Ntawv rau Hmoob Moos Lab', 'kev-kawm-ntawv-rau-hmoob-moos-lab'],
    ['possessive', 'Teachers’ Lounge', 'teachers-lounge'],
    ['letters without an accent to take off', 'Łódź Straße Ærø', 'lodz-strasse-aero'],
    ['accents typed as separate marks', 'Jose\u0301', 'jose'],
    ['wide letters and ligatures', 'Ｏｎ ﬁre', 'on-fire'],
    ['many separators', '  --a  /  b__c--  ', 'a-b-c'],
    ['emoji', 'Start 🎉 here', 'start-here'],
    ['a slug stays', 'already-a-slug', 'already-a-slug'],
    ['only signs', '—!?', undefined],
    ['no Latin letter', 'تعليم', undefined],
    ['nothing', '', undefined],
    ['only spaces', '   ', undefined],
  ])('%s', (_, text, expected) => {
    expect(toSlug(text)).toBe(expected)
  })

  test.each([
    ['80 characters stay', 'a'.repeat(80), 80],
    ['81 without a break are cut', 'a'.repeat(81), 80],
    ['a word that ends exactly there stays', `${'a'.repeat(40)} ${'b'.repeat(39)} c`, 80],
    ['a word that would be cut is left out', `${'a'.repeat(40)} ${'b'.repeat(40)}`, 40],
  ])('%s', (_, text, length) => {
    expect(toSlug(text)).toHaveLength(length)
  })

  test('what it makes is a slug and stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = toSlug(text)
        if (slug === undefined) return
        expect(isSlug(slug)).toBe(true)
        expect(toSlug(slug)).toBe(slug)
      }),
    )
  })
})

describe('isSlug', () => {
  test.each([
    ['one letter', 'a', true],
    ['words', 'courageous-conversations-101', true],
    ['80 characters', 'a'.repeat(80), true],
    ['81 characters', 'a'.repeat(81), false],
    ['two hyphens', 'a--b', false],
    ['hyphen first', '-a', false],
    ['hyphen last', 'a-', false],
    ['capital', 'A', false],
    ['accent', 'año', false],
    ['line break', 'a\n', false],
    ['nothing', '', false],
    ['not text', undefined, false],
  ])('%s', (_, value, expected) => {
    expect(isSlug(value)).toBe(expected)
  })
})

describe('the address of a copy', () => {
  test.each([
    ['equity', 1, 'equity-copy'],
    ['equity', 2, 'equity-copy-2'],
    ['equity-copy', 2, 'equity-copy-2'],
    ['equity-copy-2', 3, 'equity-copy-3'],
    ['e'.repeat(80), 12, `${'e'.repeat(72)}-copy-12`],
    [`${'e'.repeat(71)}-long`, 12, `${'e'.repeat(71)}-copy-12`],
  ])('%s, %i', (slug, count, copy) => {
    expect(copyOf(slug, count)).toBe(copy)
    expect(isSlug(copy)).toBe(true)
  })
})
