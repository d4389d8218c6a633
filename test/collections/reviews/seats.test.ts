import { describe, expect, test } from 'vitest'
import { agreementAmong } from '#collections/reviews/agreement.ts'
import { dueOf } from '#collections/reviews/due.ts'
import { lockFor } from '#collections/reviews/assignment.ts'
import { slotsOf } from '#collections/reviews/policy.ts'
import type { Scores } from '#collections/submissions/scores.ts'
import { isCurrent, openSlots, seatFor, seatsOpenTo, slotsOfSeat, type Seated } from '#collections/reviews/seats.ts'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { endOfDay, instantAt } from '#collections/values/day.ts'
import { purposeful } from '#test/support/purposeful.ts'

const ZONE = 'America/Chicago'
const now = instantAt('2026-10-06', '09:00', ZONE)
const slots = slotsOf(purposeful)

const seat = (seat: number, reviewer: string, given: Partial<Seated> = {}): Seated => ({
  seat,
  reviewer,
  status: 'started',
  lockedUntil: lockFor(reviewer, now).until,
  startedAt: now,
  ...given,
})
const over = { lockedUntil: now.subtract({ seconds: 1 }) }

describe('seatFor', () => {
  test.each([
    ['nobody sits', [1], [], 1],
    ['no seat is asked for', [], [], undefined],
    ['somebody reads it', [1], [seat(1, 'other')], undefined],
    ['their time is over', [1], [seat(1, 'other', over)], 1],
    ['it ends at this moment', [1], [seat(1, 'other', { lockedUntil: now })], 1],
    ['it is done', [1], [seat(1, 'other', { status: 'scored', lockedUntil: null })], undefined],
    ['done, and an old lock', [1], [seat(1, 'other', { status: 'scored', ...over })], undefined],
    ['the second seat is free', [1, 2], [seat(1, 'other')], 2],
    ['the first whose time is over', [1, 2], [seat(1, 'other', over), seat(2, 'third')], 1],
    ['one sits there already', [1, 2], [seat(1, 'me')], undefined],
    ['one sat there, and the time is over', [1, 2], [seat(1, 'me', over)], undefined],
    ['one scored it, and the third seat is asked', [3], [seat(1, 'me', { status: 'scored' })], undefined],
    ['a third person', [3], [seat(1, 'a', { status: 'scored' }), seat(2, 'b', { status: 'scored' })], 3],
  ] as const)('%s', (_, asked, seated, expected) => {
    expect(seatFor(asked, seated, 'me', now)).toBe(expected)
  })
})

describe('isCurrent', () => {
  test.each([
    ['begun after it was handed in', now.add({ seconds: 1 }), true],
    ['in the same moment', now, true],
    ['before it was completed and sent again', now.subtract({ seconds: 1 }), false],
  ])('%s', (_, startedAt, expected) => {
    expect(isCurrent({ startedAt }, now)).toBe(expected)
  })
})

const scores = (level: (id: string) => string): Scores =>
  Object.fromEntries(slots.map(({ id }) => [id, { level: level(id), comment: '' }]))
const best = scores((id) => (id.includes('/') ? 'Proficient' : 'Passing'))
const other: Scores = { ...best, '2-1/1': { level: 'Basic', comment: 'x' }, '4-1': { level: 'Not yet', comment: 'x' } }

describe('what is open', () => {
  test('everything the first time', () => {
    expect(openSlots(purposeful, {})).toEqual(slots)
  })

  test('only what fell short afterwards', () => {
    const judged = { '1-1': 'met', '1-2': 'met', '2-1': 'not-yet', '2-2': 'met', '2-3': 'met', '4-1': 'met' } as const
    expect(openSlots(purposeful, judged).map(({ id }) => id)).toEqual(['2-1/1', '2-1/2'])
  })

  test.each([
    ['the first two', 2, [best, other], slots.map(({ id }) => id)],
    ['whoever decides, where they differ', 3, [best, other], ['2-1/1', '4-1']],
    ['nothing to decide', 3, [best, best], []],
    ['one has not finished', 3, [best], []],
  ])('%s', (_, seat, finished, expected) => {
    const bySeat = new Map(finished.map((scores, index) => [index + 1, scores]))
    expect(slotsOfSeat(slots, seat, bySeat).map(({ id }) => id)).toEqual(expected)
  })
})

describe('agreementAmong', () => {
  test('nothing was read twice', () => {
    expect(agreementAmong([])).toEqual({ same: 0, of: 0, kappa: null, rows: [] })
  })

  test('in all and by criterion, in the order of the rubric', () => {
    expect(
      agreementAmong([
        { slots, one: best, other },
        { slots, one: best, other: best },
      ]),
    ).toMatchObject({
      same: 16,
      of: 18,
      rows: [
        { criterion: null, same: 5, of: 6 },
        { criterion: 'Facilitate', same: 5, of: 6 },
        { criterion: 'Lead', same: 6, of: 6, kappa: null },
      ],
    })
  })

  test('beyond chance, by hand: 20 + 15 of 50 agree, and 0.5 would by chance', () => {
    // Cohen's own kind of table: both yes 20, both no 15, one yes and the other no 5, the other way round 10.
    // Agreed .70; by chance .5 × .6 + .5 × .4 = .50; kappa = (.70 − .50) / (1 − .50) = .40.
    const slot = slots.find(({ id }) => id === '1-1')!
    const pair = (one: string, another: string) => ({
      slots: [slot],
      one: { '1-1': { level: one, comment: '' } },
      other: { '1-1': { level: another, comment: '' } },
    })
    const [yes, no] = ['Passing', 'Not yet'] as const
    const times = (count: number, one: string, another: string) =>
      Array.from({ length: count }, () => pair(one, another))
    const pairs = [...times(20, yes, yes), ...times(5, yes, no), ...times(10, no, yes), ...times(15, no, no)]
    expect(agreementAmong(pairs)).toEqual({
      same: 35,
      of: 50,
      kappa: 0.4,
      rows: [{ criterion: null, same: 35, of: 50, kappa: 0.4 }],
    })
  })
})

describe('dueOf', () => {
  const holidays = minnesotaHolidays(2026)
  test.each([
    ['on Tuesday for Thursday', '2026-10-06', '2026-10-08', { left: 2, late: 0, isOverdue: false }],
    ['on the day', '2026-10-08', '2026-10-08', { left: 0, late: 0, isOverdue: false }],
    ['the weekend does not count', '2026-10-09', '2026-10-12', { left: 1, late: 0, isOverdue: false }],
    ['nor does a holiday', '2026-11-10', '2026-11-12', { left: 1, late: 0, isOverdue: false }],
    ['a day late', '2026-10-09', '2026-10-08', { left: 0, late: 1, isOverdue: true }],
    ['late over the weekend', '2026-10-12', '2026-10-09', { left: 0, late: 1, isOverdue: true }],
    ['late, and no business day since', '2026-10-10', '2026-10-09', { left: 0, late: 0, isOverdue: true }],
  ])('%s', (_, today, day, expected) => {
    expect(dueOf(endOfDay(day, ZONE), instantAt(today, '09:00', ZONE), holidays, ZONE)).toEqual({ day, ...expected })
  })

  test('its last moment is in time', () => {
    expect(dueOf(endOfDay('2026-10-08', ZONE), endOfDay('2026-10-08', ZONE), holidays, ZONE).isOverdue).toBe(false)
  })
})

test.each([
  ['has seen nothing', [3], false, [3]],
  ['has seen the name or the scores', [3], true, []],
  ['reads first, which is no deciding', [1, 2], true, [1, 2]],
] as const)('whoever %s may take %j', (_, asked, hasSeen, open) => {
  expect(seatsOpenTo(asked, hasSeen)).toEqual(open)
})
