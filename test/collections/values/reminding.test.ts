import { describe, expect, test } from 'vitest'
import { isReminding, remindAt } from '#collections/values/reminding.ts'

const at = (text: string) => Temporal.Instant.from(text)
const END = at('2027-01-30T05:59:59.999Z')

describe('a reminder', () => {
  test.each([
    ['three days before the end', '2027-01-10T12:00:00Z', '2027-01-27T05:59:59.999Z'],
    ['a day after somebody began, where that is later', '2027-01-28T12:00:00Z', '2027-01-29T12:00:00Z'],
    ['never, where no day is left', '2027-01-29T06:00:00Z', undefined],
  ])('%s', (_, since, expected) => {
    expect(remindAt(END, at(since), 3)?.toString()).toBe(expected)
  })

  test('is never of what has no end', () => {
    expect(remindAt(null, at('2027-01-10T12:00:00Z'), 3)).toBeNull()
  })

  test.each([
    ['2027-01-27T05:59:59.998Z', false],
    ['2027-01-27T05:59:59.999Z', true],
    ['2027-01-30T05:59:59.999Z', true],
    ['2027-01-30T06:00:00Z', false],
  ])('is given from its moment to the end: %s', (now, expected) => {
    expect(isReminding(END, at('2027-01-10T12:00:00Z'), 3, at(now))).toBe(expected)
  })
})
