import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDays,
  dayIn,
  daysBetween,
  endOfDay,
  formatDay,
  formatInstant,
  formatTime,
  formatTimeRange,
  instantAt,
  isDay,
  isTime,
  startOfDay,
  weekdayOf,
  zoneLabel,
} from '#collections/values/day.ts'

const CHICAGO = 'America/Chicago'
const days = fc.integer({ min: 0, max: 36_500 }).map((count) => addDays('2000-01-01', count))
const zones = fc.constantFrom(
  CHICAGO,
  'America/New_York',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/Havana',
  'Asia/Kathmandu',
)

describe('isDay', () => {
  test.each([
    ['an ordinary day', '2026-10-15', true],
    ['February 29 of a leap year', '2028-02-29', true],
    ['February 29 of another year', '2027-02-29', false],
    ['February 29 of 2100, not a leap year', '2100-02-29', false],
    ['the 31st of a short month', '2026-09-31', false],
    ['month 13', '2026-13-01', false],
    ['day 0', '2026-10-00', false],
    ['single digits', '2026-1-5', false],
    ['with a time', '2026-10-15T00:00', false],
    ['with a space', ' 2026-10-15', false],
    ['American order', '10/15/2026', false],
    ['nothing', '', false],
    ['not text', 20261015, false],
    ['null', null, false],
  ])('%s', (_, value, expected) => {
    expect(isDay(value)).toBe(expected)
  })
})

describe('isTime', () => {
  test.each([
    ['midnight', '00:00', true],
    ['the last minute', '23:59', true],
    ['24:00', '24:00', false],
    ['minute 60', '08:60', false],
    ['one digit', '8:30', false],
    ['seconds', '08:30:00', false],
    ['12-hour clock', '08:30 AM', false],
    ['not text', 830, false],
  ])('%s', (_, value, expected) => {
    expect(isTime(value)).toBe(expected)
  })
})

describe('counting days', () => {
  test.each([
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['over the clock change', '2024-03-09', 2, '2024-03-11'],
    ['backwards', '2026-10-15', -10, '2026-10-05'],
  ])('%s', (_, day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(count)
  })

  test('weekdays run from Monday, 1, to Sunday, 7', () => {
    expect(['2026-10-12', '2026-10-15', '2026-10-18'].map(weekdayOf)).toEqual([1, 4, 7])
  })

  test('adding and counting undo each other, and order follows', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other = addDays(day, count)
        expect(daysBetween(day, other)).toBe(count)
        expect(compareDays(other, day) + 0).toBe(Math.sign(count) + 0)
      }),
    )
  })
})

describe('days and moments', () => {
  test.each([
    ['in winter', '2024-03-07', '08:30', '2024-03-07T14:30:00Z'],
    ['a week later, after the clocks changed, still half past eight', '2024-03-14', '08:30', '2024-03-14T13:30:00Z'],
    ['a time that spring skips moves forward', '2024-03-10', '02:30', '2024-03-10T08:30:00Z'],
    ['a time that fall shows twice is the first', '2026-11-01', '01:30', '2026-11-01T06:30:00Z'],
  ])('%s', (_, day, time, expected) => {
    expect(instantAt(day, time, CHICAGO).toString()).toBe(expected)
  })

  test.each([
    ['an ordinary day', '2026-10-08', CHICAGO, '2026-10-09T04:59:59.999Z'],
    ['the day of 23 hours', '2026-03-08', CHICAGO, '2026-03-09T04:59:59.999Z'],
    ['the day of 25 hours', '2026-11-01', CHICAGO, '2026-11-02T05:59:59.999Z'],
    ['the eve of a day that starts at one', '2026-03-07', 'America/Havana', '2026-03-08T04:59:59.999Z'],
  ])('%s ends with its last millisecond', (_, day, zone, expected) => {
    expect(endOfDay(day, zone).toString()).toBe(expected)
  })

  test('every moment from start to end of a day is in that day, and the next millisecond is not', () => {
    fc.assert(
      fc.property(days, zones, fc.double({ min: 0, max: 1, noNaN: true }), (day, zone, share) => {
        const [start, end] = [startOfDay(day, zone), endOfDay(day, zone)]
        const span = end.epochMilliseconds - start.epochMilliseconds
        const within = start.add({ milliseconds: Math.round(span * share) })
        expect([start, within, end].map((moment) => dayIn(moment, zone))).toEqual([day, day, day])
        expect(dayIn(end.add({ milliseconds: 1 }), zone)).toBe(addDays(day, 1))
        expect(dayIn(start.subtract({ milliseconds: 1 }), zone)).toBe(addDays(day, -1))
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    ['long', 'Thursday, October 15, 2026'],
    ['short', 'Thu, Oct 15, 2026'],
    ['brief', 'Thu, Oct 15'],
    ['month', 'October 2026'],
  ] as const)('a day, %s', (style, expected) => {
    expect(formatDay('2026-10-15', 'en', style)).toBe(expected)
  })

  test.each([
    ['es', 'jueves, 15 de octubre de 2026'],
    ['hmn', 'Thursday, October 15, 2026'],
  ])('a day in %s', (locale, expected) => {
    expect(formatDay('2026-10-15', locale)).toBe(expected)
  })

  test('a day in Somali names its weekday and year in Somali', () => {
    expect(formatDay('2026-10-15', 'so')).toMatch(/Khamiis.*2026/)
  })

  test.each([
    ['00:00', '12:00 AM'],
    ['08:30', '8:30 AM'],
    ['12:00', '12:00 PM'],
    ['23:59', '11:59 PM'],
  ])('the time %s', (time, expected) => {
    expect(formatTime(time)).toBe(expected)
  })

  test.each([
    ['both before noon', '08:30', '11:30', '8:30–11:30 AM'],
    ['across noon', '08:30', '13:30', '8:30 AM–1:30 PM'],
    ['until noon', '09:00', '12:00', '9:00 AM–12:00 PM'],
  ])('a range of hours, %s', (_, start, end, expected) => {
    expect(formatTimeRange(start, end)).toBe(expected)
  })

  test('a deadline reads as the last minute of its day', () => {
    expect(formatInstant(endOfDay('2026-10-08', CHICAGO), CHICAGO)).toBe('Thursday, October 8, 2026, 11:59 PM CT')
    expect(formatInstant(endOfDay('2026-10-08', CHICAGO), CHICAGO, 'es')).toBe(
      'jueves, 8 de octubre de 2026, 11:59 p.m. CT',
    )
  })

  test('the zone keeps one name in summer and winter', () => {
    const [winter, summer] = [instantAt('2026-01-15', '12:00', CHICAGO), instantAt('2026-07-15', '12:00', CHICAGO)]
    expect([winter, summer].map((moment) => zoneLabel(CHICAGO, moment))).toEqual(['CT', 'CT'])
    expect(zoneLabel('America/New_York', winter)).toBe('ET')
    expect(zoneLabel('America/Phoenix', summer)).toBe('MST')
  })

  test('only ordinary spaces are printed, in every language', () => {
    const locales = fc.constantFrom('en', 'es', 'so', 'hmn')
    fc.assert(
      fc.property(days, zones, locales, (day, zone, locale) => {
        const printed = `${formatInstant(endOfDay(day, zone), zone, locale)} ${formatTimeRange('08:30', '13:30', locale)}`
        expect(printed).not.toMatch(/[^\S ]/)
      }),
    )
  })
})
