import { describe, expect, test } from 'vitest'
import {
  agreementAfterMove,
  attendedBefore,
  dayNow,
  daysAlong,
  refusalOfDate,
  refusalToMove,
  rowsAlong,
  type Move,
  type OtherDate,
} from '#collections/registrations/moving.ts'
import { anAgreement } from '#test/support/builders.ts'

const ZONE = 'America/Chicago'
const at = (text: string) => Temporal.Instant.from(text)
const held = (...dates: string[]) => ({
  timeZone: ZONE,
  startsAt: at(`${dates[0]}T14:30:00Z`),
  days: dates.map((date) => ({ date, startTime: '08:30', isCanceled: false })),
})
const NOW = at('2027-02-01T16:00:00Z')
const HERE = held('2027-03-02', '2027-03-23')
const until = at('2027-02-24T05:59:59.999Z')
const events = [
  { days: ['2027-03-02'], freeUntil: until },
  { days: ['2027-03-23'], freeUntil: at('2027-03-17T04:59:59.999Z') },
]
const agreed = anAgreement({
  events: events.map(({ days, freeUntil }) => ({ days, freeUntil: freeUntil.toString() })),
  price: { rate: 'member', cents: 15_000 },
})
type Holder = Parameters<typeof refusalToMove>[0]
const holder: Holder = { status: 'confirmed', agreed, acceptance: 'online' }
const where = { session: HERE, events, rows: [] }

describe('who can be moved', () => {
  const first = at('2027-03-02T14:30:00Z')
  const present = { date: '2027-03-02', state: 'present' } as const
  test.each([
    ['a seat, in time', holder, where, 'person', NOW, undefined],
    ['at the deadline itself', holder, where, 'person', until, undefined],
    ['after it, by the person', holder, where, 'person', until.add({ seconds: 1 }), 'too-late-to-move'],
    ['after it, by the desk', holder, where, 'staff', until.add({ seconds: 1 }), undefined],
    [
      'terms that were not accepted bind nobody',
      { ...holder, acceptance: 'asked' },
      where,
      'person',
      until.add({ hours: 1 }),
      undefined,
    ],
    ['a place on the waitlist', { ...holder, status: 'waitlisted' }, where, 'person', NOW, undefined],
    ['what is canceled', { ...holder, status: 'canceled' }, where, 'staff', NOW, 'no-seat-to-move'],
    ['days of a program', { ...holder, application: 'a' }, where, 'staff', NOW, 'moves-with-program'],
    ['days of a colleague’s seat', { ...holder, sharesSeatOf: 'r' }, where, 'staff', NOW, 'colleague-has-days'],
    ['the moment the first day begins, by the person', holder, where, 'person', first, 'nothing-to-move'],
    ['the same by the desk, not recorded yet', holder, where, 'staff', first, 'days-not-recorded'],
    ['the same, recorded', holder, { ...where, rows: [present] }, 'staff', first, undefined],
    [
      'all days have begun',
      holder,
      { ...where, rows: [present] },
      'staff',
      at('2027-03-23T14:00:00Z'),
      'nothing-to-move',
    ],
  ] as const)('%s', (_, who, stands, by, now, expected) => {
    expect(refusalToMove(who as Holder, stands, by, now)).toBe(expected)
  })
})

describe('which dates can be had', () => {
  const THERE = held('2027-04-06', '2027-04-27')
  const free: OtherDate = {
    isSame: false,
    isRegistered: false,
    asksMore: false,
    isSameCourse: true,
    cents: 15_000,
    standing: 'open',
    capacity: 20,
    seatsTaken: 19,
    waiting: 0,
    session: THERE,
  }
  const rows = [{ date: '2027-03-02', state: 'present' }] as const
  test.each([
    ['the last seat', free, 'person', [], NOW, undefined],
    ['no seat', { ...free, seatsTaken: 20 }, 'person', [], NOW, 'date-full'],
    ['a seat for which others wait', { ...free, waiting: 1 }, 'person', [], NOW, 'date-full'],
    ['the same for the desk', { ...free, waiting: 1 }, 'staff', [], NOW, 'date-full'],
    ['no limit', { ...free, capacity: null, seatsTaken: 900 }, 'person', [], NOW, undefined],
    ['a date that is over', { ...free, standing: 'past' }, 'staff', [], NOW, 'date-past'],
    ['a date we called off', { ...free, standing: 'canceled' }, 'staff', [], NOW, 'date-called-off'],
    ['registration closed, for the person', { ...free, standing: 'closed' }, 'person', [], NOW, 'date-closed'],
    ['registration closed, for the desk', { ...free, standing: 'closed' }, 'staff', [], NOW, undefined],
    ['one that has begun', { ...free, session: held('2027-02-01', '2027-03-09') }, 'staff', [], NOW, 'date-under-way'],
    ['the same date', { ...free, isSame: true }, 'staff', [], NOW, 'date-same'],
    ['where the person is registered', { ...free, isRegistered: true }, 'staff', [], NOW, 'date-registered'],
    ['another price', { ...free, isSameCourse: false, cents: 15_001 }, 'staff', [], NOW, 'date-other-price'],
    ['another course of the same price', { ...free, isSameCourse: false }, 'staff', [], NOW, undefined],
    ['a course that asks for another first', { ...free, asksMore: true }, 'staff', [], NOW, 'date-asks-more'],
    ['a day that was given up here', { ...free, session: held('2027-03-02') }, 'staff', rows, NOW, 'date-day-known'],
    [
      'what is left, where the first day is over too',
      { ...free, session: held('2027-02-23', '2027-04-27') },
      'staff',
      rows,
      at('2027-03-03T16:00:00Z'),
      undefined,
    ],
    [
      'what is left, with another number of days',
      { ...free, session: held('2027-04-27') },
      'staff',
      rows,
      at('2027-03-03T16:00:00Z'),
      'date-other-days',
    ],
  ] as const)('%s', (_, other, by, known, now, expected) => {
    expect(refusalOfDate({ agreed }, { session: HERE, rows: known }, other as OtherDate, by, now)).toBe(expected)
  })
})

describe('what goes along', () => {
  test('the kinder deadline for each day, and everything else as it was agreed to', () => {
    const there = [
      // An earlier date, whose deadline by the rule is over: the one that was agreed to holds.
      { days: ['2027-02-16'], freeUntil: at('2027-02-09T05:59:59.999Z') },
      { days: ['2027-04-27'], freeUntil: at('2027-04-21T04:59:59.999Z') },
    ]
    const course = { title: 'Another', slug: 'another' }
    const after = agreementAfterMove(agreed, events, { events: there, course, check: null })
    expect(after).toEqual({
      ...agreed,
      course,
      events: [
        { days: ['2027-02-16'], freeUntil: until.toString() },
        { days: ['2027-04-27'], freeUntil: '2027-04-21T04:59:59.999Z' },
      ],
    })
  })

  test('a check may come by the later day, and never by an earlier one', () => {
    const guest = { ...agreed, check: { cents: 20_000, due: '2027-02-20', lastMailDay: '2027-02-20' } }
    const dueBy = (due: string) =>
      agreementAfterMove(guest, events, { events, course: agreed.course, check: { due, lastMailDay: due } }).check
    expect(dueBy('2027-03-27')).toEqual({ cents: 20_000, due: '2027-03-27', lastMailDay: '2027-03-27' })
    expect(dueBy('2027-02-01')).toEqual(guest.check)
  })

  const there = held('2027-04-06', '2027-04-27')
  const days = daysAlong(HERE, there)
  const move = (session: string, more: Partial<Move> = {}): Move => ({
    session,
    seatKey: null,
    at: '2027-03-03T16:00:00Z',
    shown: 1,
    status: 'confirmed',
    linkVersion: 1,
    from: '2027-03-02',
    days,
    ...more,
  })

  test('the ledger says on the new days what they stand for', () => {
    expect(days).toEqual({ '2027-03-02': '2027-04-06', '2027-03-23': '2027-04-27' })
    const rows = [
      { date: '2027-03-02', state: 'present' },
      { date: '2027-03-23', state: 'canceled' },
    ] as const
    expect(rowsAlong(move('a'), rows, ZONE)).toEqual([
      { date: '2027-04-06', state: 'excused', from: '2027-03-02' },
      { date: '2027-04-27', state: 'canceled', from: '2027-03-23' },
    ])
    // An excuse for a day that had not come is about that day alone.
    expect(rowsAlong(move('a'), [{ date: '2027-03-23', state: 'excused' }], ZONE)).toEqual([])
  })

  test('attended days and lines of money are of the day they stand for, through several moves', () => {
    const moves = [move('a'), move('b', { days: { '2027-04-06': '2027-05-04', '2027-04-27': '2027-05-25' } })]
    const row = { session: 'a', date: '2027-03-02', state: 'partly' }
    expect(attendedBefore(moves, [row, { ...row, state: 'absent' }])).toEqual([{ date: '2027-05-04', row }])
    expect(dayNow(moves, 'a', '2027-03-23')).toBe('2027-05-25')
    expect(dayNow(moves, 'b', '2027-04-06')).toBe('2027-05-04')
    expect(dayNow(moves, 'c', '2027-05-04')).toBe('2027-05-04')
  })
})
