import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountsOf, coverOf } from '#collections/deposits/amounts.ts'
import { DEPOSIT_STATES } from '#collections/deposits/states.ts'

const NONE = { missing: 0, over: 0, held: 0, returned: 0, kept: 0, toRefund: 0, refunded: 0 }
const asked = { dueCents: 30_000 } as const
const short = { ...asked, receivedCents: 20_000 }

describe('where every cent of a check is', () => {
  test.each([
    ['asked for', { ...asked, state: 'due' }, { asked: 30_000, received: 0, missing: 30_000 }],
    [
      '$200 of the $300 came',
      { ...short, state: 'received' },
      { asked: 30_000, received: 20_000, missing: 10_000, held: 20_000 },
    ],
    [
      '$350 came',
      { ...asked, receivedCents: 35_000, state: 'received' },
      { asked: 30_000, received: 35_000, over: 5000, held: 35_000 },
    ],
    ['sent back', { ...short, state: 'returned' }, { asked: 30_000, received: 20_000, returned: 20_000 }],
    [
      '$200 deposited, $100 of it kept: $100 is the guest’s',
      { ...short, depositedCents: 10_000, state: 'refund-due' },
      { asked: 30_000, received: 20_000, kept: 10_000, toRefund: 10_000 },
    ],
    [
      'and refunded',
      { ...short, depositedCents: 10_000, refundedCents: 10_000, state: 'refunded' },
      { asked: 30_000, received: 20_000, kept: 10_000, refunded: 10_000 },
    ],
    [
      'and the last fee is waived afterwards',
      { ...short, depositedCents: 0, refundedCents: 10_000, state: 'refund-due' },
      { asked: 30_000, received: 20_000, toRefund: 10_000, refunded: 10_000 },
    ],
    ['given up', { ...asked, state: 'void' }, { asked: 0, received: 0 }],
  ] as const)('%s', (_, check, expected) => {
    expect(amountsOf(check)).toEqual({ ...NONE, ...expected })
  })

  test('law: what was received is held, returned, kept, to be refunded or refunded, and nothing is below zero', () => {
    const cents = fc.integer({ min: 0, max: 100_000 })
    const check = fc.record({
      state: fc.constantFrom(...DEPOSIT_STATES),
      dueCents: cents,
      receivedCents: fc.option(cents),
      depositedCents: fc.option(cents),
      refundedCents: fc.option(cents),
    })
    fc.assert(
      fc.property(check, (one) => {
        const { received, held, returned, kept, toRefund, refunded, missing, over } = amountsOf(one)
        expect(held + returned + kept + toRefund + refunded).toBe(received)
        expect(Math.min(held, returned, kept, toRefund, refunded, missing, over)).toBeGreaterThanOrEqual(0)
        expect(coverOf(one)).toBeLessThanOrEqual(received)
      }),
    )
  })
})
