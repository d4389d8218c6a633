import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysGivenUp,
  feeAfterCorrection,
  feeFor,
  minutesFor,
  minutesOf,
  missedBy,
  refusalToDecide,
  refusalToMark,
  type LedgerDay,
  type Owing,
} from '#collections/attendance/policy.ts'
import { DAY_STATES, FEE_DECISIONS, FEE_NEXT, FEE_STATES } from '#collections/attendance/states.ts'

const ZONE = 'America/Chicago'
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const day = (date: string, more: Partial<LedgerDay> = {}): LedgerDay => ({
  date,
  startTime: '08:30',
  endTime: '15:30',
  breakMinutes: 45,
  ...more,
})
const ONE = [day('2027-03-02')]
const session = { days: ONE, timeZone: ZONE, status: 'scheduled' } as const
const OPEN = at('2027-03-02T15:00:00Z')

describe('the minutes of a day', () => {
  test.each([
    ['breaks are left out', ONE, 375],
    [
      'two stretches are one day',
      [
        day('2027-03-02', { endTime: '11:30', breakMinutes: 0 }),
        day('2027-03-02', { startTime: '12:30', endTime: '15:30', breakMinutes: 15 }),
      ],
      345,
    ],
    ['another day does not count', [...ONE, day('2027-03-09')], 375],
    [
      'a stretch that was called off does not count',
      [
        day('2027-03-02', { endTime: '11:30', breakMinutes: 0 }),
        day('2027-03-02', { startTime: '12:30', canceled: true }),
      ],
      180,
    ],
  ] as const)('%s', (_, days, expected) => {
    expect(minutesOf(days, '2027-03-02')).toBe(expected)
  })

  test.each([
    ['present is the whole day', 'present', 10, 375],
    ['a part is what was given', 'partly', 120, 120],
    ['one minute is a part', 'partly', 1, 1],
    ['all but one is a part', 'partly', 374, 374],
    ['nothing is no part', 'partly', 0, undefined],
    ['the whole day is no part', 'partly', 375, undefined],
    ['half a minute does not exist', 'partly', 1.5, undefined],
    ['a part without minutes', 'partly', null, undefined],
    ['absent is none', 'absent', 120, 0],
    ['excused is none', 'excused', null, 0],
  ] as const)('%s', (_, state, given, expected) => {
    expect(minutesFor(state, given, 375)).toBe(expected)
  })

  test('what counts never leaves the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DAY_STATES),
        fc.option(fc.integer()),
        fc.integer({ min: 1, max: 1440 }),
        (state, given, whole) => {
          const minutes = minutesFor(state, given, whole)
          return minutes === undefined ? state === 'partly' : minutes >= 0 && minutes <= whole
        },
      ),
    )
  })
})

describe('what can be recorded', () => {
  const off = { ...session, days: [day('2027-03-02', { canceled: true })] }
  const canceled = { ...session, status: 'canceled' } as const
  test.each([
    ['on the day', { state: 'present' }, session, 'confirmed', OPEN, undefined],
    [
      'from its first minute, before it begins',
      { state: 'present' },
      session,
      'confirmed',
      at('2027-03-02T06:00:00Z'),
      undefined,
    ],
    [
      'not in the last minute before',
      { state: 'present' },
      session,
      'confirmed',
      at('2027-03-02T05:59:59Z'),
      'too-early',
    ],
    ['an excuse weeks before', { state: 'excused' }, session, 'confirmed', at('2027-02-01T00:00:00Z'), undefined],
    ['weeks after', { state: 'absent' }, session, 'confirmed', at('2027-05-01T00:00:00Z'), undefined],
    ['nobody who waits', { state: 'present' }, session, 'waitlisted', OPEN, 'no-seat'],
    ['nobody with an offer', { state: 'present' }, session, 'offered', OPEN, 'no-seat'],
    ['nobody who canceled', { state: 'present' }, session, 'canceled', OPEN, 'no-seat'],
    ['an excuse for who canceled', { state: 'excused' }, session, 'canceled', OPEN, undefined],
    ['not a session we canceled', { state: 'present' }, canceled, 'confirmed', OPEN, 'called-off'],
    ['not a day we called off', { state: 'present' }, off, 'confirmed', OPEN, 'called-off'],
    ['not a part without its minutes', { state: 'partly' }, session, 'confirmed', OPEN, 'minutes'],
  ] as const)('%s', (_, entry, held, status, now, expected) => {
    expect(refusalToMark(entry, '2027-03-02', held, status, now)).toBe(expected)
  })

  test('not another day', () => {
    expect(refusalToMark({ state: 'present' }, '2027-03-03', session, 'confirmed', OPEN)).toBe('unknown-day')
  })
})

describe('the fee of a missed day', () => {
  const free = { price: { rate: 'none', cents: 0 }, events: [{ days: ['2027-03-02'], freeUntil: null }] } as const
  const agreedTo = (more: object = {}) => ({ feePerDay: 10_000, ...free, ...more }) as unknown as Owing['agreed']
  const owing: Owing = { status: 'confirmed', agreed: agreedTo() }
  const late: Owing = {
    status: 'canceled',
    canceledFrom: 'confirmed',
    canceledBy: 'person',
    agreed: agreedTo(),
  }
  const row = { date: '2027-03-02', state: 'absent' } as const
  const canceledLate = { date: '2027-03-02', state: 'canceled', isOnTime: false } as const
  const absent = { cents: 10_000, missed: 'absent', inPrice: 0 }
  const tooLate = { cents: 10_000, missed: 'late', inPrice: 0 }
  test.each([
    ['absent', row, owing, absent],
    ['a day canceled too late', canceledLate, owing, tooLate],
    ['the whole canceled too late', canceledLate, late, tooLate],
    ['the desk canceled for the person, too late', canceledLate, { ...late, canceledBy: 'staff' }, tooLate],
    ['canceled in time', { ...canceledLate, isOnTime: true }, owing, undefined],
    ['canceled, nobody knows when', { ...canceledLate, isOnTime: null }, owing, undefined],
    ['present', { ...row, state: 'present' }, owing, undefined],
    ['there for a part', { ...row, state: 'partly' }, owing, undefined],
    ['excused', { ...row, state: 'excused' }, owing, undefined],
    ['a colleague came', { ...row, state: 'substituted' }, owing, undefined],
    ['we canceled the session', canceledLate, { ...late, canceledBy: 'host' }, undefined],
    ['the offer ran out', canceledLate, { ...late, canceledBy: 'offer', canceledFrom: 'offered' }, undefined],
    ['left the waitlist', canceledLate, { ...late, canceledFrom: 'waitlisted' }, undefined],
    ['only waited', row, { ...owing, status: 'waitlisted' }, undefined],
    ['terms without a fee', row, { ...owing, agreed: agreedTo({ feePerDay: null }) }, undefined],
    ['a fee of nothing', row, { ...owing, agreed: agreedTo({ feePerDay: 0 }) }, undefined],
  ] as const)('%s', (_, ledger, registration, expected) => {
    expect(feeFor(ledger, registration as Owing, ONE, false)).toEqual(expected)
  })

  const three = ['2027-03-02', '2027-03-03', '2027-03-04'].map((date) => ({ days: [date], freeUntil: null }))
  const priced = (cents: number | null, more: object = {}) => ({
    ...owing,
    agreed: agreedTo({ price: { rate: 'non-member', cents }, events: three, ...more }),
  })
  test.each([
    ['a share of the price smaller than the fee: the rest of the fee', priced(25_000), 1_666, 8_334],
    ['a share as large as the fee: no fee', priced(30_000), undefined, undefined],
    ['a share larger than the fee: no fee', priced(45_000), undefined, undefined],
    ['a place without a price: the fee', priced(0), 10_000, 0],
    ['a price on request: the fee', priced(null), 10_000, 0],
    ['terms that say both', priced(45_000, { missedDay: 'both' }), 10_000, 0],
    ['terms that say the larger', priced(45_000, { missedDay: 'larger' }), undefined, undefined],
  ] as const)(
    'a day missed without a word costs the larger of price and fee, never both: %s',
    (_, of, cents, inPrice) => {
      const fee = cents === undefined ? undefined : { cents, missed: 'absent', inPrice }
      expect(feeFor(row, of, ONE, false)).toEqual(fee)
    },
  )

  test('whoever cancels late owes the fee and no price', () => {
    expect(feeFor(canceledLate, priced(45_000), ONE, false)).toEqual(tooLate)
  })

  test('none where the person came under another registration', () => {
    expect(feeFor(row, owing, ONE, true)).toBeUndefined()
  })

  test('none for a day we called off', () => {
    expect(feeFor(row, owing, [day('2027-03-02', { canceled: true })], false)).toBeUndefined()
  })

  test('never more than one day, and never for a day that was not missed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DAY_STATES),
        fc.option(fc.boolean()),
        fc.boolean(),
        (state, isOnTime, isCovered) => {
          const fee = feeFor({ date: '2027-03-02', state, isOnTime }, owing, ONE, isCovered)
          return fee ? fee.cents === 10_000 && missedBy({ state, isOnTime }) === fee.missed && !isCovered : true
        },
      ),
    )
  })
})

describe('days given up too late', () => {
  const days = [day('2027-03-02'), day('2027-03-03'), day('2027-04-06', { canceled: true })]
  test.each([
    ['before the first', '2027-03-01T12:00:00Z', ['2027-03-02', '2027-03-03'], ['2027-03-02', '2027-03-03']],
    [
      'in the minute the first begins, that one is no longer canceled',
      '2027-03-02T14:30:00Z',
      ['2027-03-02', '2027-03-03'],
      ['2027-03-03'],
    ],
    ['only those whose deadline has passed', '2027-03-01T12:00:00Z', ['2027-03-03'], ['2027-03-03']],
    ['none we called off', '2027-03-01T12:00:00Z', ['2027-04-06'], []],
    ['none the session no longer has', '2027-03-01T12:00:00Z', ['2027-03-09'], []],
  ] as const)('%s', (_, canceledAt, late, expected) => {
    expect(daysGivenUp(late, at(canceledAt), { days, timeZone: ZONE })).toEqual(expected)
  })
})

describe('a fee as a case', () => {
  test.each([
    ['approve', 'proposed', 'approved', '', undefined],
    ['waive with a reason', 'proposed', 'waived', 'Was ill', undefined],
    ['waive without', 'proposed', 'waived', ' ', 'no-reason'],
    ['dispute without', 'proposed', 'disputed', '', 'no-reason'],
    ['approve what is disputed', 'disputed', 'approved', '', undefined],
    ['approve what was never proposed', 'none', 'approved', '', 'not-now'],
    ['approve what was waived', 'waived', 'approved', '', 'not-now'],
    ['dispute what was approved', 'approved', 'disputed', 'No', undefined],
    ['waive what was approved', 'approved', 'waived', 'Was ill', undefined],
  ] as const)('%s', (_, from, to, reason, expected) => {
    expect(refusalToDecide(from, to, reason)).toBe(expected)
  })

  test('whatever is decided is a move the states know', () => {
    for (const from of FEE_STATES)
      for (const to of FEE_DECISIONS)
        expect(refusalToDecide(from, to, 'Because') === undefined).toBe(
          (FEE_NEXT[from] as readonly string[]).includes(to),
        )
  })

  test.each([
    ['a proposal without ground is closed', 'present', 'proposed', 'none'],
    ['a dispute ends too, and is told', 'excused', 'disputed', 'waived'],
    ['what was approved is taken back', 'present', 'approved', 'waived'],
    ['what was waived stays waived', 'present', 'waived', 'waived'],
    ['absent is still absent', 'absent', 'proposed', 'proposed'],
  ] as const)('after a correction %s', (_, state, fee, expected) => {
    expect(feeAfterCorrection(state, fee)).toBe(expected)
  })
})
