import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mayBecome,
  refusalToDeposit,
  refusalToReceive,
  refusalToRefund,
  refusalToReturn,
  refusalToUnreceive,
  refusalToVoid,
  taskOf,
  type Check,
  type LedgerFee,
  type Secured,
} from '#collections/deposits/policy.ts'
import { DAY_STATES, FEE_STATES } from '#collections/attendance/states.ts'
import { DEPOSIT_STATES } from '#collections/deposits/states.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const day = (date: string, canceled = false) => ({
  date,
  startTime: '08:30',
  endTime: '15:30',
  breakMinutes: 45,
  canceled,
})
const session = { days: [day('2027-03-02'), day('2027-04-06')], timeZone: 'America/Chicago' }
const due: Check = { state: 'due', dueOn: '2027-02-20', dueCents: 20_000 }
const received: Check = { ...due, state: 'received', receivedCents: 20_000 }
const guest: Secured = {
  status: 'confirmed',
  participation: 'guest',
  agreed: { feePerDay: 10_000, price: { rate: 'none', cents: 0 }, events: [] },
}
const gone: Secured = { ...guest, status: 'canceled', canceledFrom: 'confirmed', canceledBy: 'person', lateDays: [] }
const row = (date: string, more: Partial<LedgerFee>): LedgerFee => ({
  date,
  state: 'present',
  feeState: 'none',
  ...more,
})
const first = (more: Partial<LedgerFee> = {}) => row('2027-03-02', more)
const second = (more: Partial<LedgerFee> = {}) => row('2027-04-06', more)
const missed = { state: 'absent', feeState: 'approved', feeCents: 10_000 } as const
const BEFORE = at('2027-02-01T12:00:00Z')
const AFTER = at('2027-04-07T12:00:00Z')

describe('a check that has not come', () => {
  test.each([
    ['is waited for', due, guest, [], BEFORE, { do: 'wait' }],
    ['is waited for on the day it is due', due, guest, [], at('2027-02-21T05:59:59Z'), { do: 'wait' }],
    ['is overdue from the next', due, guest, [], at('2027-02-21T06:00:00Z'), { do: 'chase' }],
    ['is not needed of somebody who canceled', due, gone, [], BEFORE, { do: 'void', reason: 'canceled' }],
    [
      'is not needed of somebody who is hosted now',
      due,
      { ...guest, participation: 'hosted' },
      [],
      BEFORE,
      { do: 'void', reason: 'no-guest' },
    ],
    ['is not needed once all is known', due, guest, [first(), second()], AFTER, { do: 'void', reason: 'over' }],
    ['is asked for while a day is not recorded', due, guest, [first()], AFTER, { do: 'chase' }],
  ] as const)('%s', (_, check, registration, rows, now, expected) => {
    expect(taskOf(check, registration, session, rows, now)).toEqual(expected)
  })
})

describe('a check in the drawer', () => {
  const hold = (...days: string[]) => ({ do: 'hold', days })
  test.each([
    ['before the session', guest, [], BEFORE, hold('2027-03-02', '2027-04-06')],
    ['after the first day', guest, [first()], at('2027-03-03T12:00:00Z'), hold('2027-04-06')],
    ['over, but not recorded', guest, [first()], AFTER, hold('2027-04-06')],
    ['attended', guest, [first(), second({ state: 'partly' })], AFTER, { do: 'return' }],
    ['excused', guest, [first(), second({ state: 'excused' })], AFTER, { do: 'return' }],
    ['canceled in time', gone, [], BEFORE, { do: 'return' }],
    [
      'canceled, and nobody has worked out yet whether in time',
      { ...gone, lateDays: null },
      [],
      BEFORE,
      hold('2027-03-02', '2027-04-06'),
    ],
    [
      'one day canceled in time, one attended',
      guest,
      [first(), second({ state: 'canceled', isOnTime: true })],
      AFTER,
      { do: 'return' },
    ],
    ['absent, no word on the fee yet', guest, [first(), second({ state: 'absent' })], AFTER, hold('2027-04-06')],
    [
      'fee proposed',
      guest,
      [first(), second({ state: 'absent', feeState: 'proposed', feeCents: 10_000 })],
      AFTER,
      hold('2027-04-06'),
    ],
    [
      'fee disputed',
      guest,
      [first(), second({ state: 'absent', feeState: 'disputed', feeCents: 10_000 })],
      AFTER,
      hold('2027-04-06'),
    ],
    [
      'fee waived',
      guest,
      [first(), second({ state: 'absent', feeState: 'waived', feeCents: 10_000 })],
      AFTER,
      { do: 'return' },
    ],
    [
      'one fee approved: a part',
      guest,
      [first(), second(missed)],
      AFTER,
      { do: 'deposit', cents: 10_000, days: ['2027-04-06'] },
    ],
    [
      'both approved: the whole',
      guest,
      [first(missed), second(missed)],
      AFTER,
      { do: 'deposit', cents: 20_000, days: ['2027-03-02', '2027-04-06'] },
    ],
    ['one approved, the other to come', guest, [first(missed)], at('2027-03-05T12:00:00Z'), hold('2027-04-06')],
    ['takes part in another way now', { ...guest, participation: 'member' }, [], BEFORE, { do: 'return' }],
    ['never got a seat', { ...guest, status: 'waitlisted' }, [], AFTER, { do: 'return' }],
  ] as const)('%s', (_, registration, rows, now, expected) => {
    expect(taskOf(received, registration as Secured, session, rows, now)).toEqual(expected)
  })

  test('never takes more than came', () => {
    const small = { ...received, receivedCents: 5000 }
    expect(taskOf(small, guest, session, [first(), second(missed)], AFTER)).toMatchObject({
      do: 'deposit',
      cents: 5000,
    })
  })

  test('goes back when we called the days off', () => {
    const off = { ...session, days: [day('2027-03-02', true), day('2027-04-06', true)] }
    expect(taskOf(received, guest, off, [], BEFORE)).toEqual({ do: 'return' })
  })

  test('is deposited for approved fees alone, whatever the ledger says', () => {
    const ledger = fc.record({
      state: fc.constantFrom(...DAY_STATES),
      isOnTime: fc.option(fc.boolean()),
      feeState: fc.constantFrom(...FEE_STATES),
      feeCents: fc.constant(10_000),
    })
    fc.assert(
      fc.property(ledger, ledger, fc.boolean(), (one, two, isCanceled) => {
        const rows = [first(one), second(two)]
        const task = taskOf(received, isCanceled ? gone : guest, session, rows, AFTER)
        const approved = rows.filter(({ feeState }) => feeState === 'approved').length
        if (task.do === 'deposit') return task.cents === approved * 10_000 && task.days.length === approved
        return task.do === 'hold' || (task.do === 'return' && approved === 0)
      }),
    )
  })
})

describe('moves of a check', () => {
  test('nothing is left to do about one that is closed, and it moves nowhere', () => {
    for (const state of ['returned', 'void'] as const) {
      expect(taskOf({ ...received, state }, guest, session, [], AFTER)).toEqual({ do: 'nothing' })
      expect(DEPOSIT_STATES.filter((to) => mayBecome(state, to))).toEqual([])
    }
  })

  const part = { ...received, depositedCents: 10_000 }
  const rows = [first(), second(missed)]
  test.each([
    ['deposited as a whole', { ...received, state: 'deposited' }, [first(missed), second(missed)], { do: 'nothing' }],
    ['deposited for a part', { ...part, state: 'refund-due' }, rows, { do: 'refund', cents: 10_000 }],
    ['the rest refunded', { ...part, state: 'refunded', refundedCents: 10_000 }, rows, { do: 'nothing' }],
    [
      'a fee it paid for was waived later',
      { ...received, state: 'deposited' },
      [first(missed), second({ ...missed, feeState: 'waived' })],
      { do: 'release', cents: 10_000 },
    ],
    [
      'the last fee was waived after the rest had been refunded',
      { ...part, state: 'refunded', refundedCents: 10_000 },
      [first(), second({ ...missed, feeState: 'waived' })],
      { do: 'release', cents: 0 },
    ],
    [
      'a fee it paid for is disputed: nothing goes back yet',
      { ...received, state: 'deposited' },
      [first(missed), second({ ...missed, feeState: 'disputed' })],
      { do: 'nothing' },
    ],
  ] as const)('%s', (_, check, rows, expected) => {
    expect(taskOf(check, guest, session, rows, AFTER)).toEqual(expected)
  })

  test('a fee that is billed is not taken from the check as well', () => {
    const billed = { ...missed, billedCents: 10_000 }
    expect(taskOf(received, guest, session, [first(billed), second()], AFTER)).toEqual({ do: 'return' })
    const half = { ...missed, billedCents: 6000 }
    expect(taskOf(received, guest, session, [first(half), second()], AFTER)).toMatchObject({
      do: 'deposit',
      cents: 4000,
    })
  })

  test.each([
    ['as a mistake, with a reason', 'received', 'Typed 10000', undefined],
    ['as a mistake, without', 'received', ' ', 'no-reason'],
    ['after it was deposited', 'refund-due', 'Why', 'not-now'],
  ] as const)('taken back %s', (_, state, reason, expected) => {
    expect(refusalToUnreceive(state, reason)).toBe(expected)
  })

  test.each([
    ['on a day, in some way', 'refund-due', { day: '2027-02-10', reference: 'Check 20417' }, undefined],
    ['tomorrow', 'refund-due', { day: '2027-02-11', reference: 'Check 20417' }, 'day'],
    ['nobody knows how', 'refund-due', { day: '2027-02-10', reference: '' }, 'no-reference'],
    ['twice', 'refunded', { day: '2027-02-10', reference: 'Check 20417' }, 'not-now'],
  ] as const)('refunded %s', (_, state, given, expected) => {
    expect(refusalToRefund(state, given, '2027-02-10')).toBe(expected)
  })

  const TODAY = '2027-02-10'
  const given = { number: '1044', cents: 20_000, day: TODAY }
  test.each([
    ['as asked', 'due', given, undefined],
    ['for less, which is written down as it is', 'due', { ...given, cents: 5000 }, undefined],
    ['twice', 'received', given, 'not-now'],
    ['for more, which is asked about', 'due', { ...given, cents: 30_000 }, 'over'],
    ['for more, once somebody said yes', 'due', { ...given, cents: 30_000, confirmed: 30_000 }, undefined],
    ['for more than somebody said yes to', 'due', { ...given, cents: 30_001, confirmed: 30_000 }, 'over'],
    ['after it was given up', 'void', given, 'not-now'],
    ['without a number', 'due', { ...given, number: ' ' }, 'no-number'],
    ['of nothing', 'due', { ...given, cents: 0 }, 'amount'],
    ['of no amount', 'due', { ...given, cents: Number.NaN }, 'amount'],
    ['tomorrow', 'due', { ...given, day: '2027-02-11' }, 'day'],
    ['on no day', 'due', { ...given, day: '' }, 'day'],
  ] as const)('received %s', (_, state, entry, expected) => {
    expect(refusalToReceive({ ...received, state }, entry, TODAY)).toBe(expected)
  })

  test.each([
    ['when the rules say so', 'received', 'return', '', undefined],
    ['before they do, with a reason', 'received', 'hold', 'Asked for it', undefined],
    ['before they do, without', 'received', 'hold', '', 'no-reason'],
    ['instead of keeping it, without', 'received', 'deposit', '', 'no-reason'],
    ['before it came', 'due', 'wait', 'Why', 'not-now'],
    ['after it was deposited', 'deposited', 'nothing', 'Why', 'not-now'],
  ] as const)('returned %s', (_, state, task, reason, expected) => {
    expect(refusalToReturn(state, task, { day: TODAY, reason }, TODAY)).toBe(expected)
  })

  const task = { do: 'deposit', cents: 10_000, days: ['2027-04-06'] } as const
  const kept = { cents: 10_000, day: TODAY, reason: 'Missed April 6' }
  test.each([
    ['for an approved fee', 'received', task, kept, undefined],
    ['for less than it', 'received', task, { ...kept, cents: 1 }, undefined],
    ['for a cent more', 'received', task, { ...kept, cents: 10_001 }, 'too-much'],
    ['while the fee is open', 'received', { do: 'hold', days: [] }, kept, 'not-now'],
    ['of somebody who attended', 'received', { do: 'return' }, kept, 'not-now'],
    ['before it came', 'due', task, kept, 'not-now'],
    ['without a reason', 'received', task, { ...kept, reason: '' }, 'no-reason'],
  ] as const)('deposited %s', (_, state, task, entry, expected) => {
    expect(refusalToDeposit(state, task as Parameters<typeof refusalToDeposit>[1], entry, TODAY)).toBe(expected)
  })

  test.each([
    ['with a reason', 'due', 'The district pays', undefined],
    ['without', 'due', '', 'no-reason'],
    ['once it came', 'received', 'Why', 'not-now'],
  ] as const)('given up %s', (_, state, reason, expected) => {
    expect(refusalToVoid(state, reason)).toBe(expected)
  })
})
