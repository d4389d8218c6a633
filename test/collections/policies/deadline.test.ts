import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { isBusinessDay } from '#collections/holidays/policy.ts'
import {
  checkDueBy,
  type DeadlineRule,
  noShowFee,
  policyDeadline,
  separateEvents,
  sessionDeadline,
} from '#collections/policies/deadline.ts'
import { addDays, compareDays, dayIn, daysBetween, formatInstant, instantAt } from '#collections/values/day.ts'

const CHICAGO = 'America/Chicago'
const holidays = [2025, 2026, 2027].flatMap((year) => minnesotaHolidays(year))
const workingFriday = minnesotaHolidays(2026, { fridayAfterThanksgiving: false })

const fiveBusinessDays: DeadlineRule = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' }
const moreThanFive: DeadlineRule = { ...fiveBusinessDays, mode: 'more-than' }
const tenCalendarDays: DeadlineRule = { ...fiveBusinessDays, count: 10, unit: 'calendar' }

const deadlineDay = (day: string, rule: DeadlineRule, listed = holidays) =>
  policyDeadline(day, rule, listed, CHICAGO).day

describe('the last day to cancel free of charge', () => {
  test.each([
    [
      'an ordinary week; the agency works on the October holiday',
      '2026-10-15',
      '2026-10-08',
      '2026-10-07',
      '2026-10-05',
    ],
    ['after Thanksgiving and the closed Friday', '2026-12-01', '2026-11-20', '2026-11-19', '2026-11-21'],
    ['after New Year’s Day, with Christmas before it', '2027-01-05', '2026-12-28', '2026-12-24', '2026-12-26'],
    ['after July 4, observed on Friday, July 3', '2026-07-09', '2026-07-01', '2026-06-30', '2026-06-29'],
    ['after Juneteenth on a Friday', '2026-06-24', '2026-06-16', '2026-06-15', '2026-06-14'],
    ['the day after Martin Luther King’s Birthday', '2027-01-19', '2027-01-11', '2027-01-08', '2027-01-09'],
  ])('%s', (_, session, atLeastFive, moreThan, tenDays) => {
    expect(deadlineDay(session, fiveBusinessDays)).toBe(atLeastFive)
    expect(deadlineDay(session, moreThanFive)).toBe(moreThan)
    expect(deadlineDay(session, tenCalendarDays)).toBe(tenDays)
  })

  test('where the Friday after Thanksgiving is a working day, there is one day more', () => {
    expect(deadlineDay('2026-12-01', fiveBusinessDays, workingFriday)).toBe('2026-11-23')
    expect(deadlineDay('2026-12-01', moreThanFive, workingFriday)).toBe('2026-11-20')
  })

  test('where the October holiday closes the agency, there is one day less', () => {
    const closed = minnesotaHolidays(2026, { octoberHoliday: true })
    expect(deadlineDay('2026-10-15', fiveBusinessDays, closed)).toBe('2026-10-07')
  })

  test('a session on a Sunday counts back from the Friday before', () => {
    expect(deadlineDay('2026-10-18', { ...fiveBusinessDays, count: 1 })).toBe('2026-10-16')
  })

  test.each([-1, 2.5])('refuses a rule of %s days', (count) => {
    expect(() => deadlineDay('2026-10-15', { ...tenCalendarDays, count })).toThrow(RangeError)
    expect(() => deadlineDay('2026-10-15', { ...moreThanFive, count })).toThrow(RangeError)
  })
})

describe('the last moment that is on time', () => {
  const momentOf = (cutoff: string, day = '2026-10-15', startTime?: string, count = 5) =>
    policyDeadline(day, { ...fiveBusinessDays, cutoff, count }, holidays, CHICAGO, startTime).instant.toString()

  test.each([
    ['end of day', 'end-of-day', '2026-10-15', undefined, 5, '2026-10-09T04:59:59.999Z'],
    ['a time of day', '17:00', '2026-10-15', undefined, 5, '2026-10-08T22:00:00Z'],
    ['as the session starts', 'same-time', '2026-10-15', '08:30', 5, '2026-10-08T13:30:00Z'],
    ['the same wall clock, a week before clocks change', 'same-time', '2026-11-04', '08:30', 5, '2026-10-28T13:30:00Z'],
    ['five o’clock in winter', '17:00', '2026-03-13', undefined, 5, '2026-03-06T23:00:00Z'],
    ['five o’clock a week later, in summer time', '17:00', '2026-03-16', undefined, 5, '2026-03-09T22:00:00Z'],
    ['no days before: until it starts', 'end-of-day', '2026-10-15', '08:30', 0, '2026-10-15T13:30:00Z'],
    ['no days before, but by seven', '07:00', '2026-10-15', '08:30', 0, '2026-10-15T12:00:00Z'],
  ])('%s', (_, cutoff, day, startTime, count, expected) => {
    expect(momentOf(cutoff, day, startTime, count)).toBe(expected)
  })

  test('reads as people expect', () => {
    const { instant } = policyDeadline('2026-10-15', fiveBusinessDays, holidays, CHICAGO)
    expect(formatInstant(instant, CHICAGO)).toBe('Thursday, October 8, 2026, 11:59 PM CT')
  })

  test('"same time" cannot be computed without a time', () => expect(() => momentOf('same-time')).toThrow(RangeError))

  test('the end of a day is its last millisecond', () => {
    const { instant } = policyDeadline('2026-10-15', fiveBusinessDays, holidays, CHICAGO)
    expect(instant.toString()).toBe('2026-10-09T04:59:59.999Z')
  })

  test('a cutoff at five is five o’clock exactly', () => {
    const { instant } = policyDeadline('2026-10-15', { ...fiveBusinessDays, cutoff: '17:00' }, holidays, CHICAGO)
    expect(instant).toEqual(instantAt('2026-10-08', '17:00', CHICAGO))
  })
})

describe('laws of deadlines', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-15', count))
  const rules = fc.record({
    count: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom('business' as const, 'calendar' as const),
    mode: fc.constantFrom('at-least' as const, 'more-than' as const),
    cutoff: fc.constantFrom('end-of-day', '17:00', 'same-time'),
  })
  const instantOf = (day: string, rule: DeadlineRule, listed = holidays) =>
    policyDeadline(day, rule, listed, CHICAGO, '08:30').instant.epochMilliseconds

  test('counted in business days, it is a business day before the session', () => {
    fc.assert(
      fc.property(days, rules, (day, rule) => {
        const deadline = deadlineDay(day, { ...rule, unit: 'business', cutoff: 'end-of-day' })
        expect(isBusinessDay(deadline, holidays)).toBe(true)
        expect(compareDays(deadline, day)).toBe(-1)
      }),
    )
  })

  test('a later session never has an earlier deadline', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), rules, (day, later, rule) => {
        expect(instantOf(addDays(day, later), rule)).toBeGreaterThanOrEqual(instantOf(day, rule))
      }),
    )
  })

  test('one more holiday never makes it later, and a holiday on which the agency works changes nothing', () => {
    fc.assert(
      fc.property(days, days, rules, (day, holiday, rule) => {
        const added = (closed: boolean) => [...holidays, { day: holiday, name: 'Closure', closed }]
        expect(instantOf(day, rule, added(true))).toBeLessThanOrEqual(instantOf(day, rule))
        expect(instantOf(day, rule, added(false))).toBe(instantOf(day, rule))
      }),
    )
  })

  test('"more than" is one day stricter than "at least"', () => {
    fc.assert(
      fc.property(days, rules, (day, rule) => {
        const strict = instantOf(day, { ...rule, mode: 'more-than' })
        expect(strict).toBeLessThan(instantOf(day, { ...rule, mode: 'at-least' }))
        expect(strict).toBe(instantOf(day, { ...rule, mode: 'at-least', count: rule.count + 1 }))
      }),
    )
  })

  test('its moment falls on its day', () => {
    fc.assert(
      fc.property(days, rules, (day, rule) => {
        const deadline = policyDeadline(day, rule, holidays, CHICAGO, '08:30')
        expect(dayIn(deadline.instant, CHICAGO)).toBe(deadline.day)
      }),
    )
  })
})

describe('checkDueBy', () => {
  test.each([
    ['at least ten calendar days', tenCalendarDays, '2026-10-05'],
    ['more than ten', { ...tenCalendarDays, mode: 'more-than' as const }, '2026-10-04'],
    ['at least ten business days', { ...tenCalendarDays, unit: 'business' as const }, '2026-10-01'],
  ])('counts as the rule says: %s', (_, rule, due) => {
    expect(checkDueBy('2026-10-15', rule, holidays).due).toBe(due)
  })

  test.each([
    ['due on a Monday', '2026-10-15', '2026-10-05', '2026-10-05'],
    ['due on a Saturday: the Friday before', '2026-12-01', '2026-11-21', '2026-11-20'],
    ['due on the Saturday after Christmas: Christmas Eve', '2027-01-05', '2026-12-26', '2026-12-24'],
    ['due on a Sunday: the Friday before', '2026-06-24', '2026-06-14', '2026-06-12'],
    ['due on the October holiday, when the mail rests: the Friday before', '2026-10-22', '2026-10-12', '2026-10-09'],
    ['due on a holiday in midweek: the day before', '2026-11-21', '2026-11-11', '2026-11-10'],
    ['due on the Sunday after Thanksgiving: the Wednesday before', '2026-12-09', '2026-11-29', '2026-11-25'],
  ])('%s', (_, session, due, lastMailDay) => {
    expect(checkDueBy(session, { count: 10, unit: 'calendar', mode: 'at-least' }, holidays)).toEqual({
      due,
      lastMailDay,
    })
  })
})

describe('sessionDeadline', () => {
  const NEW_YORK = 'America/New_York'
  const until = (zones: { session: string; agency: string }, rule = fiveBusinessDays, start = '08:30') =>
    sessionDeadline('2026-10-29', rule, holidays, zones, start).toString()
  test.each([
    ['east of the agency, by its clock', { session: NEW_YORK, agency: CHICAGO }, '2026-10-23T04:59:59.999Z'],
    ['where the agency is', { session: CHICAGO, agency: CHICAGO }, '2026-10-23T04:59:59.999Z'],
    ['west of it, by the clock there', { session: 'America/Denver', agency: CHICAGO }, '2026-10-23T05:59:59.999Z'],
    ['far west', { session: 'Pacific/Honolulu', agency: CHICAGO }, '2026-10-23T09:59:59.999Z'],
  ])('the later of two clocks: %s', (_, zones, instant) => {
    expect(until(zones)).toBe(instant)
  })

  test('an hour of the clock is read in both zones too; the hour of the session only in its own', () => {
    const five: DeadlineRule = { ...fiveBusinessDays, cutoff: '17:00' }
    expect(until({ session: NEW_YORK, agency: CHICAGO }, five)).toBe('2026-10-22T22:00:00Z')
    const same: DeadlineRule = { ...fiveBusinessDays, cutoff: 'same-time' }
    expect(until({ session: NEW_YORK, agency: CHICAGO }, same)).toBe('2026-10-22T12:30:00Z')
  })

  test('never after the session starts where it is held', () => {
    const sameDay: DeadlineRule = { ...fiveBusinessDays, count: 0 }
    expect(until({ session: NEW_YORK, agency: CHICAGO }, sameDay)).toBe('2026-10-29T12:30:00Z')
  })
})

describe('separateEvents', () => {
  test.each([
    ['one day', ['2026-10-15'], [['2026-10-15']]],
    ['Monday and Tuesday are one event', ['2026-10-12', '2026-10-13'], [['2026-10-12', '2026-10-13']]],
    ['six days apart is still one event', ['2026-10-08', '2026-10-14'], [['2026-10-08', '2026-10-14']]],
    ['a weekly course: seven days apart are two', ['2026-11-05', '2026-11-12'], [['2026-11-05'], ['2026-11-12']]],
    ['eight days apart are two', ['2026-10-08', '2026-10-16'], [['2026-10-08'], ['2026-10-16']]],
    [
      'two days, a month, two days',
      ['2026-10-08', '2026-10-09', '2026-11-12', '2026-11-13'],
      [
        ['2026-10-08', '2026-10-09'],
        ['2026-11-12', '2026-11-13'],
      ],
    ],
    ['out of order and twice', ['2026-11-12', '2026-10-08', '2026-10-08'], [['2026-10-08'], ['2026-11-12']]],
    ['no days', [], []],
  ])('%s', (_, days, expected) => {
    expect(separateEvents(days)).toEqual(expected)
  })

  test('the gap is the policy’s to set', () => {
    expect(separateEvents(['2026-10-08', '2026-10-15'], 7)).toHaveLength(2)
    expect(separateEvents(['2026-10-08', '2026-10-22'], 15)).toHaveLength(1)
  })

  test('loses no day, and splits exactly where the gap is too wide', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 120 }).map((count) => addDays('2026-09-01', count)))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (given, gap) => {
        const events = separateEvents(given, gap)
        expect(events.flat()).toEqual([...given].sort())
        const within = events.flatMap((event) =>
          event.slice(1).map((day, index) => daysBetween(event[index] ?? day, day)),
        )
        const between = events.slice(1).map((event, index) => daysBetween(events[index]?.at(-1) ?? '', event[0] ?? ''))
        expect(within.every((distance) => distance < gap)).toBe(true)
        expect(between.every((distance) => distance >= gap)).toBe(true)
      }),
    )
  })
})

describe('noShowFee', () => {
  test.each([
    ['nobody missed', 0, 10_000, 0],
    ['one day', 1, 10_000, 10_000],
    ['three days', 3, 10_000, 30_000],
    ['no fee', 3, 0, 0],
  ])('%s', (_, missed, fee, expected) => {
    expect(noShowFee(missed, fee)).toBe(expected)
  })

  test.each([-1, 0.5])('refuses %s missed days', (missed) => {
    expect(() => noShowFee(missed, 10_000)).toThrow(RangeError)
  })
})
