import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adjustmentLine,
  beyondCheck,
  chargeEvent,
  noShowLine,
  payerKeyOf,
  rateLine,
  rebillLine,
  reversalLine,
} from '#collections/charges/policy.ts'
import { PAYER_REASONS } from '#collections/registrations/payer.ts'
import { aBilled, aCharge } from '#test/support/money.ts'

const DAY = '2026-10-15'

describe('whose statement a line is on', () => {
  test.each([
    ['an organization of the list', { kind: 'organization', organization: 'o1', name: 'Any' }, 'organization:o1'],
    ['a person', { kind: 'person', person: 'p1', name: 'Ada Berg', email: 'ada@example.org' }, 'person:p1'],
    [
      'an organization in words',
      { kind: 'outside', name: 'Sumac College', email: 'Bills@Sumac.example.org' },
      'outside:sumac college|bills@sumac.example.org',
    ],
    [
      'the same, spelled another way',
      { kind: 'outside', name: ' Sumac-college. ', email: ' bills@Sumac.example.org' },
      'outside:sumac college|bills@sumac.example.org',
    ],
    [
      'from another mailbox: another, until the desk links both',
      { kind: 'outside', name: 'Sumac College', email: 'payables@sumac.example.org' },
      'outside:sumac college|payables@sumac.example.org',
    ],
    [
      'an organization in words, without an address',
      { kind: 'outside', name: 'Sumac College', email: null },
      'outside:sumac college|',
    ],
  ] as const)('%s', (_, payer, key) => {
    expect(payerKeyOf(payer)).toBe(key)
  })
})

describe('the price of a place', () => {
  test('is a line for the payer, with the rule, the day and the purchase order', () => {
    expect(rateLine(aBilled(), DAY)).toEqual({
      key: 'registration:r1:rate',
      title: 'Place in a session: Ada Berg, Thu, Oct 15, 2026, $125.50',
      kind: 'rate',
      cents: 12_550,
      payerKey: 'organization:o1',
      payerKind: 'organization',
      organization: 'o1',
      person: null,
      payerName: 'Heron Prairie Schools',
      payerEmail: null,
      payerAddress: null,
      rule: PAYER_REASONS['member-district'],
      registration: 'r1',
      session: 's1',
      name: 'Ada Berg',
      courseTitle: 'A course',
      day: DAY,
      purchaseOrder: 'PO-7',
    })
  })

  test.each([
    ['free is no line', 0, undefined, undefined],
    ['on request is no line', null, undefined, undefined],
    ['on request, settled by the desk', null, 9_900, 9_900],
    ['on request, settled as free', null, 0, undefined],
    ['one cent is a line', 1, undefined, 1],
  ])('%s', (_, agreed, settled, cents) => {
    expect(rateLine(aBilled({}, agreed), DAY, settled)?.cents).toBe(cents)
  })

  test('a reason kept as its name is printed as its sentence', () => {
    const { payer } = aBilled()
    expect(rateLine(aBilled({ payer: { ...payer, reason: 'host-district' } }), DAY)?.rule).toBe(
      PAYER_REASONS['host-district'],
    )
  })
})

test('a missed day is charged by its row, so it can be charged once only', () => {
  const line = noShowLine(aBilled(), { id: 'a1', day: '2026-11-19', cents: 10_000 })
  expect([line.key, line.kind, line.cents, line.day]).toEqual(['attendance:a1:fee', 'no-show', 10_000, '2026-11-19'])
})

describe('what a guest’s check leaves open of a fee', () => {
  test.each([
    ['the check covers it', 10_000, 0, 10_000, 0],
    ['no check', 10_000, 0, 0, 10_000],
    ['the second of two days, a check for both', 10_000, 10_000, 20_000, 0],
    ['the second of two days, a check for one', 10_000, 10_000, 10_000, 10_000],
    ['the second of two days, a check for one and a half', 10_000, 10_000, 15_000, 5_000],
    ['a check smaller than the fee', 10_000, 0, 4_000, 6_000],
    ['a check used up long ago', 10_000, 30_000, 10_000, 10_000],
  ])('%s', (_, fee, earlier, received, open) => {
    expect(beyondCheck(fee, earlier, received)).toBe(open)
  })

  test('law: a check and what is charged make the fees, whatever they are', () => {
    const cents = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), cents, (fees, received) => {
        const total = fees.reduce((sum, fee) => sum + fee, 0)
        let [earlier, open] = [0, 0]
        for (const fee of fees) {
          open += beyondCheck(fee, earlier, received)
          earlier += fee
        }
        expect(open).toBe(Math.max(0, total - received))
      }),
    )
  })
})

describe('corrections', () => {
  const person = aBilled({
    payer: {
      kind: 'person',
      organization: null,
      name: 'Ada Berg',
      email: 'ada@example.org',
      address: null,
      reason: PAYER_REASONS.refused,
    },
  })

  test('a reversal takes the line back from the same payer and points at it', () => {
    const line = reversalLine(aCharge(), 'Booked by mistake.')
    expect(line).toMatchObject({
      key: 'charge:c1:reversal',
      kind: 'reversal',
      cents: -12_550,
      reverses: 'c1',
      payerKey: 'organization:o1',
      rule: 'Booked by mistake.',
    })
  })

  test('a re-bill is the same line for the person, without the order of the other payer', () => {
    expect(rebillLine(aCharge({ kind: 'no-show' }), person)).toMatchObject({
      key: 'charge:c1:rebill',
      kind: 'no-show',
      cents: 12_550,
      rebills: 'c1',
      payerKey: 'person:p1',
      organization: undefined,
      person: 'p1',
      payerName: 'Ada Berg',
      payerEmail: 'ada@example.org',
      purchaseOrder: null,
      rule: PAYER_REASONS.refused,
    })
  })

  test('an adjustment can go either way, and says why', () => {
    const line = adjustmentLine(aCharge(), { id: 'x', cents: -500, reason: 'Came late by train.' })
    expect(line).toMatchObject({
      key: 'adjustment:x',
      kind: 'adjustment',
      cents: -500,
      rule: 'Came late by train.',
      payerKey: 'organization:o1',
    })
    expect(line.title).toBe('Adjustment: Ada Berg, Thu, Oct 15, 2026, -$5')
  })

  test('law: a line and its reversal are nothing together; a re-bill moves an amount and changes none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (cents) => {
        const charge = aCharge({ cents })
        expect(charge.cents + reversalLine(charge, 'Why').cents).toBe(0)
        expect(rebillLine(charge, person).cents).toBe(cents)
      }),
    )
  })
})

test('other programs are told the amount and the payer, and no address', () => {
  const said = JSON.stringify(chargeEvent(aCharge({ payerEmail: 'ada@example.org', payerAddress: '9 Sumac Street' })))
  expect(JSON.parse(said)).toMatchObject({
    id: 'c1',
    cents: 12_550,
    payer: { key: 'organization:o1', name: 'Heron Prairie Schools' },
  })
  expect(said).not.toMatch(/ada@|Sumac Street/)
})
