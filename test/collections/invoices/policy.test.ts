import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Charge, Invoice } from '#collections/kernel/payload-types.ts'
import {
  balanceOf,
  isMonth,
  isOver,
  isOverdue,
  lastDayOf,
  linesToBill,
  monthBefore,
  nextCredit,
  numberAfter,
  refusalToPay,
  stateOf,
  statementOf,
  totalOf,
  withPayment,
  type Payment,
} from '#collections/invoices/policy.ts'
import { aCharge, anInvoice } from '#test/support/money.ts'

describe('months', () => {
  test.each([
    ['2026-10', true],
    ['2026-12', true],
    ['2026-13', false],
    ['2026-00', false],
    ['2026-1', false],
    ['2026-10-01', false],
    ['', false],
  ])('%s', (month, is) => expect(isMonth(month)).toBe(is))

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => expect(lastDayOf(month)).toBe(day))

  test('the month before January is December', () => expect(monthBefore('2027-01')).toBe('2026-12'))

  test.each([
    ['its last day', '2026-10-31', false],
    ['the first day of the next', '2026-11-01', true],
    ['before it', '2026-09-30', false],
  ])('October can be billed on %s: %s', (_, today, is) => expect(isOver('2026-10', today)).toBe(is))
})

describe('what goes on the statements of October', () => {
  const lines = (charges: Charge[], taken?: Set<string>) =>
    [...linesToBill(charges, '2026-10', taken)].map(([key, of]) => [key, of.map(({ id }) => id)])

  test.each<[string, Charge[], unknown]>([
    ['a line of the month', [aCharge()], [['organization:o1', ['c1']]]],
    ['a line booked on its last day', [aCharge({ bookedOn: '2026-10-31' })], [['organization:o1', ['c1']]]],
    ['not one booked on the first day of the next', [aCharge({ bookedOn: '2026-11-01' })], []],
    [
      'one of an earlier month that was left over',
      [aCharge({ bookedOn: '2026-08-02' })],
      [['organization:o1', ['c1']]],
    ],
    ['not one that is on a statement', [aCharge({ invoice: 'i1' })], []],
    [
      'a line about a day of September that was booked in October',
      [aCharge({ day: '2026-09-30' })],
      [['organization:o1', ['c1']]],
    ],
    [
      'payers by name, people by name, then by day',
      [
        aCharge({ id: 'c1', name: 'Zoe', payerKey: 'b', payerName: 'Beech' }),
        aCharge({ id: 'c2', name: 'Ada', day: '2026-10-20', payerKey: 'b', payerName: 'Beech' }),
        aCharge({ id: 'c3', name: 'Ada', day: '2026-10-06', payerKey: 'b', payerName: 'Beech' }),
        aCharge({ id: 'c4', payerKey: 'a', payerName: 'Alder' }),
      ],
      [
        ['a', ['c4']],
        ['b', ['c3', 'c2', 'c1']],
      ],
    ],
  ])('%s', (_, charges, expected) => expect(lines(charges)).toEqual(expected))

  test('not one that a statement written a moment ago has', () => {
    expect(lines([aCharge(), aCharge({ id: 'c2' })], new Set(['c1']))).toEqual([['organization:o1', ['c2']]])
  })
})

describe('numbers', () => {
  test.each([
    ['the first of a year', undefined, 2026, '2026-0001'],
    ['the next', '2026-0001', 2026, '2026-0002'],
    ['over a ten', '2026-0099', 2026, '2026-0100'],
    ['the last there can be', '2026-9998', 2026, '2026-9999'],
  ])('%s', (_, highest, year, number) => expect(numberAfter(highest, year)).toBe(number))

  test('after 9999 it says so', () => expect(() => numberAfter('2026-9999', 2026)).toThrow(RangeError))
})

const organization = {
  name: 'Heron Prairie School District 9',
  contact: { name: 'Accounts payable', email: 'desk@heron.example.org' },
  billing: { email: 'payables@heron.example.org', address: '27 Example Street', termsDays: 45, purchaseOrder: 'PO-1' },
}

describe('a statement', () => {
  const when = { month: '2026-10', issuedOn: '2026-11-02', number: '2026-0001' }

  test('carries what the organization’s record says today', () => {
    expect(statementOf([aCharge()], organization, when)).toMatchObject({
      key: 'organization:o1|2026-10',
      number: '2026-0001',
      state: 'issued',
      payerName: 'Heron Prairie School District 9',
      payerEmail: 'payables@heron.example.org',
      payerAddress: 'Attention: Accounts payable\n27 Example Street',
      termsDays: 45,
      dueOn: '2026-12-17',
      purchaseOrder: 'PO-1',
      totalCents: 12_550,
      paidCents: 0,
      lines: [
        { charge: 'c1', name: 'Ada Berg', course: 'A course', day: '2026-10-15', cents: 12_550, purchaseOrder: 'PO-7' },
      ],
    })
  })

  test('is due after 35 days where nothing else is agreed, and goes to the contact where billing has no address', () => {
    const plain = { name: 'Heron', contact: { email: 'desk@heron.example.org' }, billing: {} }
    expect(statementOf([aCharge()], plain, when)).toMatchObject({
      termsDays: 35,
      dueOn: '2026-12-07',
      payerEmail: 'desk@heron.example.org',
      payerAddress: null,
    })
  })

  test('terms of 0 days are 0 days', () => {
    const atOnce = { ...organization, billing: { ...organization.billing, termsDays: 0 } }
    expect(statementOf([aCharge()], atOnce, when).dueOn).toBe('2026-11-02')
  })

  test('for somebody who is on no list carries what the latest line says', () => {
    const outside = { payerKind: 'outside', payerKey: 'outside:x|', organization: null, payerName: 'Sumac' } as const
    const charges = [
      aCharge({ ...outside, bookedAt: '2026-10-20T00:00:00.000Z', payerAddress: 'New' }),
      aCharge({ ...outside, id: 'c2', payerAddress: 'Old' }),
    ]
    expect(statementOf(charges, null, when)).toMatchObject({ payerName: 'Sumac', payerAddress: 'New' })
  })

  test('of a line and its reversal is paid at once', () => {
    const lines = [aCharge(), aCharge({ id: 'c2', kind: 'reversal', cents: -12_550 })]
    expect(statementOf(lines, null, when)).toMatchObject({ totalCents: 0, state: 'paid' })
  })

  test('law: its total is the sum of its lines, and every line of the month is on exactly one statement', () => {
    const line = fc.record({
      cents: fc.integer({ min: -50_000, max: 50_000 }),
      payer: fc.integer({ min: 1, max: 4 }),
      isBilled: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (given) => {
        const charges = given.map(({ cents, payer, isBilled }, n) =>
          aCharge({
            id: `c${n}`,
            cents,
            payerKey: `p${payer}`,
            payerName: `P${payer}`,
            invoice: isBilled ? 'i0' : null,
          }),
        )
        const statements = [...linesToBill(charges, '2026-10').values()].map((of) => statementOf(of, null, when))
        const on = statements.flatMap(({ lines }) => lines.map(({ charge }) => charge))
        expect(on.toSorted()).toEqual(
          charges
            .filter(({ invoice }) => !invoice)
            .map(({ id }) => id)
            .toSorted(),
        )
        for (const { totalCents, lines } of statements) expect(totalCents).toBe(totalOf(lines))
      }),
    )
  })
})

describe('what a statement is', () => {
  test.each([
    ['nothing paid', 10_000, 0, 'issued'],
    ['a part', 10_000, 1, 'part-paid'],
    ['all', 10_000, 10_000, 'paid'],
    ['more than all', 10_000, 10_001, 'paid'],
    ['nothing to pay', 0, 0, 'paid'],
    ['a credit nobody used', -10_000, 0, 'issued'],
    ['a credit used in part', -10_000, -1, 'part-paid'],
    ['a credit used up', -10_000, -10_000, 'paid'],
  ] as const)('%s', (_, total, paid, state) => expect(stateOf(total, paid)).toBe(state))

  test.each([
    ['on the due day', '2026-12-07', 10_000, 0, false],
    ['the day after', '2026-12-08', 10_000, 0, true],
    ['the day after, paid', '2026-12-08', 10_000, 10_000, false],
    ['the day after, a cent is left', '2026-12-08', 10_000, 9_999, true],
    ['the day after, a credit', '2026-12-08', -10_000, 0, false],
  ])('late %s: %s', (_, today, totalCents, paidCents, is) =>
    expect(isOverdue({ totalCents, paidCents, dueOn: '2026-12-07' }, today)).toBe(is),
  )
})

describe('a payment', () => {
  const TODAY = '2026-11-10'
  test.each([
    ['all that is owed', 10_000, 0, 10_000, TODAY, undefined],
    ['a cent', 10_000, 0, 1, TODAY, undefined],
    ['the rest', 10_000, 9_999, 1, TODAY, undefined],
    ['a cent too much, which is asked about', 10_000, 0, 10_001, TODAY, 'over'],
    ['nothing', 10_000, 0, 0, TODAY, 'nothing'],
    ['less than nothing', 10_000, 0, -1, TODAY, 'nothing'],
    ['on a paid statement, which is asked about', 10_000, 10_000, 1, TODAY, 'over'],
    ['of no amount', 10_000, 0, Number.NaN, TODAY, 'nothing'],
    ['of tomorrow', 10_000, 0, 1, '2026-11-11', 'in-future'],
    ['that goes back on a credit', -10_000, 0, 10_000, TODAY, undefined],
    ['that goes back, a cent too much', -10_000, 0, 10_001, TODAY, 'too-much'],
  ])('%s', (_, totalCents, paidCents, cents, day, refusal) =>
    expect(refusalToPay({ totalCents, paidCents }, { cents, day }, TODAY)).toBe(refusal),
  )

  test('law: what is paid is the sum of the payments, and never more than the total as long as refusals are heeded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: -10, max: 60_000 }), { maxLength: 8 }),
        (totalCents, given) => {
          let invoice: Invoice = anInvoice({ totalCents })
          for (const [n, cents] of given.entries()) {
            if (refusalToPay(invoice, { cents, day: TODAY }, TODAY)) continue
            const payment: Payment = { id: `${n}`, method: 'check', reference: '', cents, day: TODAY, at: '', by: '' }
            invoice = { ...invoice, ...withPayment(invoice, payment) }
          }
          const sum = (invoice.payments as Payment[]).reduce((sum, { cents }) => sum + cents, 0)
          expect(invoice.paidCents).toBe(sum)
          expect(balanceOf(invoice)).toBeGreaterThanOrEqual(0)
          expect(invoice.state === 'paid').toBe(balanceOf(invoice) === 0)
        },
      ),
    )
  })
})

describe('credits', () => {
  const owing = (number: string, totalCents: number, paidCents = 0) => ({ number, totalCents, paidCents })

  test.each([
    ['none', [owing('2026-0001', 100)], undefined],
    ['nothing to pay with it', [owing('2026-0001', -100)], undefined],
    ['all of it', [owing('2026-0001', 300), owing('2026-0002', -100)], ['2026-0002', '2026-0001', 100]],
    ['as far as is owed', [owing('2026-0001', 300, 250), owing('2026-0002', -100)], ['2026-0002', '2026-0001', 50]],
    [
      'the oldest first',
      [owing('2026-0003', -10), owing('2026-0002', 20), owing('2026-0001', 30), owing('2026-0004', -40)],
      ['2026-0003', '2026-0001', 10],
    ],
    ['what was paid too much', [owing('2026-0001', 100, 130), owing('2026-0002', 100)], ['2026-0001', '2026-0002', 30]],
  ])('%s', (_, invoices, expected) => {
    const use = nextCredit(invoices)
    expect(use && [use.from.number, use.to.number, use.cents]).toEqual(expected)
  })

  test('law: used until none is left, credits move money and make none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 8 }), (totals) => {
        const invoices = totals.map((total, n) => owing(String(n).padStart(4, '0'), total))
        const before = invoices.reduce((sum, invoice) => sum + balanceOf(invoice), 0)
        for (let use = nextCredit(invoices); use; use = nextCredit(invoices)) {
          use.to.paidCents += use.cents
          use.from.paidCents -= use.cents
        }
        const balances = invoices.map(balanceOf)
        expect(balances.reduce((sum, cents) => sum + cents, 0)).toBe(before)
        expect(balances.every((cents) => cents >= 0) || balances.every((cents) => cents <= 0)).toBe(true)
      }),
    )
  })
})
