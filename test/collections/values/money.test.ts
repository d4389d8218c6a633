import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsFrom, formatMoney, sumCents } from '#collections/values/money.ts'

describe('formatMoney', () => {
  test.each([
    ['free', 0, '$0'],
    ['no negative nothing', -0, '$0'],
    ['one cent', 1, '$0.01'],
    ['whole dollars carry no cents', 10_000, '$100'],
    ['some cents carry both digits', 12_550, '$125.50'],
    ['thousands', 4_500_000, '$45,000'],
    ['four collaboratives of six teams', 108_000_000, '$1,080,000'],
    ['a credit', -10_000, '-$100'],
  ])('%s', (_, amount, expected) => {
    expect(formatMoney(amount)).toBe(expected)
  })

  test.each([
    ['es', '$45,000'],
    ['so', '$45,000'],
    ['hmn', '$45,000'],
  ])('dollars as they are written in the United States, in %s', (locale, expected) => {
    expect(formatMoney(4_500_000, locale)).toBe(expected)
  })

  test.each([12.5, Number.NaN, Infinity])('refuses %s, which is not whole cents', (amount) => {
    expect(() => formatMoney(amount)).toThrow(RangeError)
  })
})

describe('sumCents', () => {
  test('nothing adds up to zero', () => expect(sumCents([])).toBe(0))

  test('refuses a fraction of a cent among whole ones', () => {
    expect(() => sumCents([100, 0.5])).toThrow(RangeError)
  })
})

describe('centsFrom', () => {
  test.each([
    ['100', 10_000],
    ['$1,250.50', 125_050],
    [' $ 1250.5 ', 125_050],
    ['1,234,567.89', 123_456_789],
    ['0', 0],
    ['0.07', 7],
  ])('reads %j', (typed, cents) => expect(centsFrom(typed)).toBe(cents))

  test.each([
    '2,50',
    '100,00',
    '1.250,00',
    '12,34,567',
    ',500',
    '1,2345',
    '150 per person',
    'USD 150',
    '-5',
    '1.234',
    '',
    '$',
  ])('refuses %j instead of guessing', (typed) => expect(centsFrom(typed)).toBeNaN())

  test('reads back what amounts are printed as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(centsFrom(formatMoney(cents))).toBe(cents)
      }),
    )
  })
})
