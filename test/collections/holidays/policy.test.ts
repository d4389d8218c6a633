import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minnesotaHolidays } from '#collections/holidays/minnesota.ts'
import { businessDaysAfter, businessDaysBefore, isBusinessDay, isMailDay } from '#collections/holidays/policy.ts'
import { addDays, daysBetween, weekdayOf } from '#collections/values/day.ts'

const closedDaysOf = (year: number) =>
  minnesotaHolidays(year)
    .filter(({ closed }) => closed)
    .map(({ day }) => day)
const holidays = [...minnesotaHolidays(2026), ...minnesotaHolidays(2027)]
const days = fc.integer({ min: 0, max: 730 }).map((count) => addDays('2026-01-01', count))
const counts = fc.integer({ min: 0, max: 60 })

describe('minnesotaHolidays', () => {
  test('2026: July 4 is a Saturday and is observed on Friday', () => {
    expect(minnesotaHolidays(2026).map(({ day, name, closed }) => [day, name, closed])).toEqual([
      ['2026-01-01', 'New Year’s Day', true],
      ['2026-01-19', 'Martin Luther King’s Birthday', true],
      ['2026-02-16', 'Washington’s and Lincoln’s Birthday', true],
      ['2026-05-25', 'Memorial Day', true],
      ['2026-06-19', 'Juneteenth', true],
      ['2026-07-03', 'Independence Day (observed)', true],
      ['2026-07-04', 'Independence Day', true],
      ['2026-09-07', 'Labor Day', true],
      ['2026-10-12', 'Indigenous Peoples Day', false],
      ['2026-11-11', 'Veterans Day', true],
      ['2026-11-26', 'Thanksgiving Day', true],
      ['2026-11-27', 'Friday after Thanksgiving', true],
      ['2026-12-25', 'Christmas Day', true],
    ])
  })

  test.each([
    ['a Sunday holiday is observed on Monday', 2027, '2027-07-05', true],
    ['Juneteenth on a Saturday', 2027, '2027-06-18', true],
    ['Christmas on a Saturday', 2027, '2027-12-24', true],
    ['New Year’s Day 2028 is observed in 2027', 2027, '2027-12-31', true],
    ['and not on the Monday after', 2028, '2028-01-03', false],
    ['Veterans Day on a Saturday', 2028, '2028-11-10', true],
    ['Memorial Day when May ends on a Monday', 2027, '2027-05-31', true],
    ['the first year of Juneteenth', 2023, '2023-06-19', true],
    ['the year before', 2022, '2022-06-20', false],
    ['Thanksgiving as early as it gets', 2029, '2029-11-22', true],
    ['Thanksgiving as late as it gets', 2030, '2030-11-28', true],
    ['Labor Day on September 1', 2025, '2025-09-01', true],
  ])('%s', (_, year, day, expected) => {
    expect(closedDaysOf(year).includes(day)).toBe(expected)
  })

  test.each([
    ['both off', { octoberHoliday: false, fridayAfterThanksgiving: false }, true, true],
    ['October only', { octoberHoliday: true, fridayAfterThanksgiving: false }, false, true],
    ['both on', { octoberHoliday: true, fridayAfterThanksgiving: true }, false, false],
    ['by default the agency works in October and not on that Friday', {}, true, false],
  ])('the optional holidays: %s', (_, options, worksInOctober, worksOnFriday) => {
    const chosen = minnesotaHolidays(2026, options)
    expect(isBusinessDay('2026-10-12', chosen)).toBe(worksInOctober)
    expect(isBusinessDay('2026-11-27', chosen)).toBe(worksOnFriday)
  })

  test('stays in its year, in order, with no day twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const listed = minnesotaHolidays(year).map(({ day }) => day)
        expect(listed).toEqual([...new Set(listed)].sort())
        expect(listed.every((day) => day.startsWith(`${year}-`))).toBe(true)
      }),
    )
  })
})

describe('isBusinessDay', () => {
  test.each([
    ['a Friday', '2026-10-09', true],
    ['a Saturday', '2026-10-10', false],
    ['a Sunday', '2026-10-11', false],
    ['a holiday on which the agency works', '2026-10-12', true],
    ['a holiday', '2026-11-26', false],
  ])('%s', (_, day, expected) => {
    expect(isBusinessDay(day, holidays)).toBe(expected)
  })

  test('the mail rests on the October holiday even when the agency works', () => {
    expect(isMailDay('2026-10-12', holidays)).toBe(false)
    expect(isMailDay('2026-10-13', holidays)).toBe(true)
  })
})

describe('counting business days', () => {
  test.each([
    ['a week without holidays', '2026-10-15', 5, '2026-10-08'],
    ['none is the day itself', '2026-10-15', 0, '2026-10-15'],
    ['none is the day itself, even a Sunday', '2026-10-18', 0, '2026-10-18'],
    ['one before a Monday is Friday', '2026-10-19', 1, '2026-10-16'],
    ['a session on a Saturday', '2026-10-17', 1, '2026-10-16'],
    ['over Thanksgiving and the Friday after', '2026-11-30', 1, '2026-11-25'],
    ['over the year', '2027-01-04', 2, '2026-12-30'],
  ])('before: %s', (_, day, count, expected) => {
    expect(businessDaysBefore(day, count, holidays)).toBe(expected)
  })

  test.each([
    ['received on Friday, five days end the Friday after', '2021-08-06', 5, '2021-08-13'],
    ['the first of them is Monday', '2021-08-06', 1, '2021-08-09'],
    ['over Independence Day observed', '2026-07-02', 1, '2026-07-06'],
  ])('after: %s', (_, day, count, expected) => {
    expect(businessDaysAfter(day, count, holidays)).toBe(expected)
  })

  test.each([-1, 1.5, Number.NaN])('refuses %s days', (count) => {
    expect(() => businessDaysBefore('2026-10-15', count, holidays)).toThrow(RangeError)
  })

  test('forward and back meet again on a business day', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const start = businessDaysAfter(day, 1, holidays)
        expect(businessDaysBefore(businessDaysAfter(start, count, holidays), count, holidays)).toBe(start)
      }),
    )
  })

  test('between the two days lie exactly as many business days as were counted', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const reached = businessDaysBefore(day, count, holidays)
        const between = Array.from({ length: daysBetween(reached, day) }, (_, index) => addDays(reached, index))
        expect(between.filter((each) => isBusinessDay(each, holidays))).toHaveLength(count)
      }),
    )
  })

  test('without holidays five business days are a week', () => {
    fc.assert(
      fc.property(days, (day) => {
        fc.pre(weekdayOf(day) <= 5)
        expect(businessDaysBefore(day, 5, [])).toBe(addDays(day, -7))
      }),
    )
  })
})
