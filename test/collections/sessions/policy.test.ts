import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isComplete,
  netMinutes,
  refusalOfDays,
  registrationWindow,
  type SessionDay,
  spanOf,
  type Standable,
  standing,
} from '#collections/sessions/policy.ts'
import { STANDING_LABELS, STANDINGS } from '#collections/sessions/states.ts'
import { addDays } from '#collections/values/day.ts'

const CHICAGO = 'America/Chicago'
const at = (text: string) => Temporal.Instant.from(text)
const aDay = (date: string, startTime = '08:30', endTime = '15:30', breakMinutes = 0): SessionDay => ({
  date,
  startTime,
  endTime,
  breakMinutes,
})
const thursdays = Array.from({ length: 8 }, (_, week) => aDay(addDays('2024-02-01', week * 7), '08:30', '11:30'))

describe('refusalOfDays', () => {
  test.each([
    ['one day', [aDay('2026-10-15')], undefined],
    ['eight Thursdays', thursdays, undefined],
    [
      'two stretches of one day',
      [aDay('2026-10-15', '08:30', '11:30'), aDay('2026-10-15', '12:30', '15:30')],
      undefined,
    ],
    ['stretches that touch', [aDay('2026-10-15', '08:30', '12:00'), aDay('2026-10-15', '12:00', '15:30')], undefined],
    ['no days', [], { reason: 'no-days', index: 0 }],
    ['ends when it starts', [aDay('2026-10-15', '08:30', '08:30')], { reason: 'ends-before-start', index: 0 }],
    ['a minute long', [aDay('2026-10-15', '08:30', '08:31')], undefined],
    ['past midnight', [aDay('2026-10-15', '20:00', '01:00')], { reason: 'ends-before-start', index: 0 }],
    [
      'until midnight, written as the next day',
      [aDay('2026-10-15', '19:00', '00:00')],
      { reason: 'ends-at-midnight', index: 0 },
    ],
    ['all break', [aDay('2026-10-15', '08:30', '09:30', 60)], { reason: 'break-too-long', index: 0 }],
    ['all but one minute break', [aDay('2026-10-15', '08:30', '09:30', 59)], undefined],
    ['an earlier day second', [aDay('2026-10-16'), aDay('2026-10-15')], { reason: 'out-of-order', index: 1, other: 0 }],
    [
      'the morning after the afternoon',
      [aDay('2026-10-15', '12:30', '15:30'), aDay('2026-10-15', '08:30', '11:30')],
      { reason: 'out-of-order', index: 1, other: 0 },
    ],
    [
      'a minute of overlap',
      [aDay('2026-10-15', '08:30', '12:00'), aDay('2026-10-15', '11:59', '15:30')],
      { reason: 'overlap', index: 1, other: 0 },
    ],
    ['the same day twice', [aDay('2026-10-15'), aDay('2026-10-15')], { reason: 'overlap', index: 1, other: 0 }],
    [
      'the first wrong day is named',
      [aDay('2026-10-15'), aDay('2026-10-16', '09:00', '08:00'), aDay('2026-10-14')],
      { reason: 'ends-before-start', index: 1 },
    ],
  ])('%s', (_, days, expected) => {
    expect(refusalOfDays(days)).toEqual(expected)
  })
})

describe('isComplete', () => {
  test.each([
    ['all there', aDay('2026-10-15'), true],
    ['no end yet', { ...aDay('2026-10-15'), endTime: null }, false],
    ['a day that does not exist', aDay('2026-02-30'), false],
    ['breaks not given', { date: '2026-10-15', startTime: '08:30', endTime: '11:30' }, false],
    ['an empty row', {}, false],
  ])('%s', (_, day, expected) => {
    expect(isComplete(day)).toBe(expected)
  })
})

describe('spanOf', () => {
  test('eight Thursdays at half past eight, across the change of clocks', () => {
    const { startsAt, endsAt } = spanOf(thursdays, CHICAGO)
    expect([startsAt, endsAt].map(String)).toEqual(['2024-02-01T14:30:00Z', '2024-03-21T16:30:00Z'])
  })

  test('the same hours in another zone are other moments', () => {
    expect(spanOf([aDay('2026-10-15')], 'America/New_York').startsAt.toString()).toBe('2026-10-15T12:30:00Z')
  })

  test('a day that is called off is no part of it; where every day is, it is as it was to be', () => {
    const days = ['2026-10-15', '2026-11-12', '2026-12-10'].map((date) => aDay(date))
    const without = (...gone: string[]) => days.map((day) => ({ ...day, canceled: gone.includes(day.date) }))
    const span = (given: Parameters<typeof spanOf>[0]) => {
      const { startsAt, endsAt } = spanOf(given, CHICAGO)
      return [startsAt, endsAt].map((at) => at.toString().slice(0, 10))
    }
    expect(span(without('2026-10-15'))).toEqual(['2026-11-12', '2026-12-10'])
    expect(span(without('2026-12-10'))).toEqual(['2026-10-15', '2026-11-12'])
    expect(span(without('2026-10-15', '2026-11-12', '2026-12-10'))).toEqual(['2026-10-15', '2026-12-10'])
    expect(netMinutes(without('2026-10-15'))).toBe((netMinutes(days) / 3) * 2)
  })

  test('no days have no span', () => expect(() => spanOf([], CHICAGO)).toThrow(RangeError))
})

describe('netMinutes', () => {
  test.each([
    ['no days', [], 0],
    ['without a break', [aDay('2026-10-15', '08:30', '11:30')], 180],
    ['lunch left out', [aDay('2026-10-15', '08:30', '15:30', 60)], 360],
    ['eight Thursdays are 24 hours', thursdays, 24 * 60],
  ])('%s', (_, days, expected) => {
    expect(netMinutes(days)).toBe(expected)
  })
})

describe('registrationWindow', () => {
  const startsAt = at('2026-10-15T13:30:00Z')

  test.each([
    ['nothing chosen: from now until it starts', {}, null, '2026-10-15T13:30:00Z'],
    ['from the start of a day', { opensOn: '2026-09-01' }, '2026-09-01T05:00:00Z', '2026-10-15T13:30:00Z'],
    ['to the end of a day', { closesOn: '2026-10-08' }, null, '2026-10-09T04:59:59.999Z'],
    ['the day itself: until it starts', { closesOn: '2026-10-15' }, null, '2026-10-15T13:30:00Z'],
    ['never beyond the start', { closesOn: '2026-12-01' }, null, '2026-10-15T13:30:00Z'],
  ])('%s', (_, days, opensAt, closesAt) => {
    const window = registrationWindow({ startsAt, ...days }, CHICAGO)
    expect(window.opensAt?.toString() ?? null).toBe(opensAt)
    expect(window.closesAt.toString()).toBe(closesAt)
  })
})

describe('standing', () => {
  const session: Standable = {
    status: 'scheduled',
    opensAt: at('2026-09-01T05:00:00Z'),
    closesAt: at('2026-10-09T05:00:00Z'),
    startsAt: at('2026-10-15T13:30:00Z'),
    endsAt: at('2026-10-16T20:30:00Z'),
    capacity: 30,
    seatsTaken: 0,
  }
  const WHILE_OPEN = '2026-09-15T12:00:00Z'

  test.each([
    ['a second before it opens', {}, '2026-09-01T04:59:59Z', 'not-open'],
    ['the opening instant itself', {}, '2026-09-01T05:00:00Z', 'open'],
    ['no opening day: open at once', { opensAt: null }, '2020-01-01T00:00:00Z', 'open'],
    ['a second before it closes', {}, '2026-10-09T04:59:59Z', 'open'],
    ['the closing instant itself', {}, '2026-10-09T05:00:00Z', 'closed'],
    ['no closing day: open until it starts', { closesAt: null }, '2026-10-15T13:29:59Z', 'open'],
    ['a second before it starts', {}, '2026-10-15T13:29:59Z', 'closed'],
    ['the starting instant itself', {}, '2026-10-15T13:30:00Z', 'under-way'],
    ['a second before it ends', {}, '2026-10-16T20:29:59Z', 'under-way'],
    ['the ending instant itself', {}, '2026-10-16T20:30:00Z', 'past'],
    ['canceled comes before past', { status: 'canceled' }, '2027-01-01T00:00:00Z', 'canceled'],
    ['canceled comes before full', { status: 'canceled', seatsTaken: 30 }, WHILE_OPEN, 'canceled'],
    ['not open comes before full', { seatsTaken: 30 }, '2026-08-01T00:00:00Z', 'not-open'],
    ['closed comes before full', { seatsTaken: 30 }, '2026-10-10T00:00:00Z', 'closed'],
    ['six of thirty left', { seatsTaken: 24 }, WHILE_OPEN, 'open'],
    ['five of thirty left', { seatsTaken: 25 }, WHILE_OPEN, 'few-left'],
    ['the last seat', { seatsTaken: 29 }, WHILE_OPEN, 'few-left'],
    ['no seat', { seatsTaken: 30 }, WHILE_OPEN, 'full'],
    ['more taken than there are', { seatsTaken: 31 }, WHILE_OPEN, 'full'],
    ['no limit', { capacity: null, seatsTaken: 999 }, WHILE_OPEN, 'open'],
    ['capacity zero is full, not without limit', { capacity: 0 }, WHILE_OPEN, 'full'],
    ['a single seat', { capacity: 1 }, WHILE_OPEN, 'few-left'],
    ['six teams, three places left', { capacity: 6, seatsTaken: 3 }, WHILE_OPEN, 'open'],
    ['six teams, two places left', { capacity: 6, seatsTaken: 4 }, WHILE_OPEN, 'few-left'],
    ['five of twenty are more than a fifth', { capacity: 20, seatsTaken: 15 }, WHILE_OPEN, 'open'],
    ['four of twenty are a fifth', { capacity: 20, seatsTaken: 16 }, WHILE_OPEN, 'few-left'],
    ['of two hundred, six left are not few', { capacity: 200, seatsTaken: 194 }, WHILE_OPEN, 'open'],
  ] as const)('%s', (_, change, now, expected) => {
    expect(standing({ ...session, ...change }, at(now))).toBe(expected)
  })

  test('one more seat taken never makes a session more open', () => {
    const rank = (taken: number, capacity: number) =>
      ['open', 'few-left', 'full'].indexOf(standing({ ...session, capacity, seatsTaken: taken }, at(WHILE_OPEN)))
    fc.assert(
      fc.property(fc.nat(200), fc.nat(250), (capacity, taken) => {
        expect(rank(taken, capacity)).toBeGreaterThanOrEqual(0)
        expect(rank(taken + 1, capacity)).toBeGreaterThanOrEqual(rank(taken, capacity))
      }),
    )
  })

  test('every standing has its own label', () => {
    expect(new Set(STANDINGS.map((each) => STANDING_LABELS[each])).size).toBe(STANDINGS.length)
  })
})
