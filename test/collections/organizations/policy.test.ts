import { describe, expect, test } from 'vitest'
import { referredBy } from '#collections/organizations/policy.ts'

const referrers = (registrations: number, charges: number, people: number) => [
  { one: 'registration', many: 'registrations', count: registrations },
  { one: 'charge', many: 'charges', count: charges },
  { one: 'person', many: 'people', count: people },
]

describe('an organization', () => {
  test('nobody refers to can go', () => expect(referredBy(referrers(0, 0, 0))).toBeUndefined())

  test.each([
    ['one document', referrers(1, 0, 0), 'because 1 registration refers to it.'],
    ['several of a kind', referrers(0, 4, 0), 'because 4 charges refer to it.'],
    ['several kinds', referrers(8, 12, 1), 'because 8 registrations, 12 charges, and 1 person refer to it.'],
  ])('is kept for %s', (_, from, end) => expect(referredBy(from)).toBe(`This organization has to be kept, ${end}`))
})
