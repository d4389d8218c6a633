import { describe, expect, test } from 'vitest'
import { receivedIn, yearsPaid } from '#collections/invoices/paid.ts'
import { lineOf, type Payment } from '#collections/invoices/policy.ts'
import { disputedCents, isReminderDue, remindedCents, type Dispute } from '#collections/invoices/reminding.ts'
import { isSecond } from '#collections/deposits/second.ts'
import { aCharge, anInvoice } from '#test/support/money.ts'

const disputed = (charge: string): Dispute => ({ charge, reason: 'Never came.', at: '2026-12-01T16:00:00Z', by: 'R' })
const [ADA, BEN] = [aCharge({ id: 'c1', cents: 10_000 }), aCharge({ id: 'c2', name: 'Ben', cents: 5_000 })]
const lines = [lineOf(ADA), lineOf(BEN)]
const invoice = (more: object = {}) => anInvoice({ lines, totalCents: 15_000, dueOn: '2026-12-07', ...more })
const RULES = { remindAfter: 7, remindAgain: 14 }

describe('whom to remind', () => {
  test.each([
    ['the day before', invoice(), RULES, '2026-12-13', [], false],
    ['on the seventh day', invoice(), RULES, '2026-12-14', [], true],
    ['not again at once', invoice(), RULES, '2026-12-15', ['2026-12-14'], false],
    ['again after fourteen days', invoice(), RULES, '2026-12-28', ['2026-12-14'], true],
    ['counted from the last one', invoice(), RULES, '2027-01-10', ['2026-12-14', '2026-12-28'], false],
    [
      'once, where nothing else is set',
      invoice(),
      { ...RULES, remindAgain: null },
      '2027-06-01',
      ['2026-12-14'],
      false,
    ],
    ['nobody, where nothing is set', invoice(), { remindAfter: null, remindAgain: null }, '2027-06-01', [], false],
    ['not who has paid', invoice({ paidCents: 15_000 }), RULES, '2027-06-01', [], false],
    ['not for a credit', invoice({ totalCents: -15_000 }), RULES, '2027-06-01', [], false],
    ['of the rest, where one line is disputed', invoice({ disputes: [disputed('c1')] }), RULES, '2026-12-14', [], true],
    [
      'not of what is disputed',
      invoice({ disputes: [disputed('c1'), disputed('c2')] }),
      RULES,
      '2027-06-01',
      [],
      false,
    ],
    [
      'nor where the rest is paid',
      invoice({ disputes: [disputed('c1')], paidCents: 5_000 }),
      RULES,
      '2027-06-01',
      [],
      false,
    ],
  ] as const)('%s', (_, one, rules, today, sent, expected) => {
    expect(isReminderDue(one, rules, today, sent)).toBe(expected)
  })

  test('is asked for what they do not object to; a line that was taken back is not disputed any more', () => {
    const one = invoice({ disputes: [disputed('c1')] })
    expect([disputedCents(one), remindedCents(one)]).toEqual([10_000, 5_000])
    const reversal = { ...lineOf({ ...ADA, id: 'c3', kind: 'reversal', cents: -10_000 }), corrects: 'c1' }
    const after = invoice({ disputes: [disputed('c1')], lines: [...lines, reversal], totalCents: 5_000 })
    expect([disputedCents(after), remindedCents(after)]).toEqual([0, 5_000])
  })
})

const paid = (given: Partial<Payment>): Payment => ({
  id: 'p',
  method: 'check',
  reference: '1042',
  cents: 5_000,
  day: '2026-12-20',
  at: '2026-12-20T16:00:00Z',
  by: 'R',
  ...given,
})

test('what was received in a year: money that came and went back, no credits, no other year', () => {
  const payments = [
    paid({}),
    paid({ cents: -5_000, day: '2026-12-30', reverses: 'p' }),
    paid({ method: 'credit', cents: 700 }),
    paid({ day: '2027-01-02', cents: 5_000, method: 'transfer', reference: 'T9' }),
  ]
  const invoices = [invoice({ payments })]
  expect(receivedIn(invoices, 2026)).toMatchObject({ cents: 0, rows: [{ cents: 5_000 }, { cents: -5_000 }] })
  expect(receivedIn(invoices, 2027)).toMatchObject({ cents: 5_000, rows: [{ method: 'transfer', reference: 'T9' }] })
  expect(yearsPaid(invoices)).toEqual([2027, 2026])
})

test.each([
  ['another account', { by: 'Ana', user: 'u1' }, { name: 'Ben', user: 'u2' }, true],
  ['the same account under a new name', { by: 'Ana', user: 'u1' }, { name: 'Ana B.', user: 'u1' }, false],
  ['the same name without an account', { by: 'Ana', user: null }, { name: 'Ana' }, false],
] as const)('a second person is %s', (_, proposed, actor, expected) => {
  expect(isSecond(proposed, actor)).toBe(expected)
})
