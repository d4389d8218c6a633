import { expect, test } from 'vitest'
import { minimumOf, placePriceOf } from '#collections/applications/sentences.ts'

const eight = Array.from({ length: 8 })

test.each([
  [4_500_000, 'team', 'The price is $45,000 for the entire team.'],
  [12_550, 'person', 'The price is $125.50 for your place.'],
  [0, 'person', 'There is no charge.'],
  [null, 'team', 'We tell you the price before you decide.'],
] as const)('a place for %s cents, for a %s', (cents, applicant, expected) => {
  expect(placePriceOf(cents, applicant, 'en')).toBe(expected)
})

test.each([
  ['none', null, eight, false, ''],
  ['before it is agreed', 6, eight, false, 'The program asks you to attend at least 6 of the 8 live sessions.'],
  ['once it is', 6, eight, true, 'You agreed to attend at least 6 of the 8 live sessions.'],
  ['never more than there are', 6, eight.slice(0, 1), true, 'You agreed to attend at least 1 of the 1 live session.'],
  ['dates not out yet', 6, [], false, 'The program asks you to attend at least 6 live sessions.'],
] as const)('the minimum, %s', (_, minimum, dates, hasAgreed, expected) => {
  expect(minimumOf({ minimum, dates }, hasAgreed, 'en')).toBe(expected)
})
