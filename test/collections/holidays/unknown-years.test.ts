import { describe, expect, test } from 'vitest'
import { minnesotaRules } from '#collections/holidays/minnesota.ts'
import type { HolidayRule } from '#collections/holidays/recurrence.ts'
import { unknownYears } from '#collections/holidays/unknown-years.ts'

const once = (name: string, ...dates: string[]): HolidayRule[] => dates.map((date) => ({ name, date, closed: true }))
const winter = once('Winter break', '2026-12-28', '2026-12-29', '2027-01-04')

describe('school years to come without closing days that are entered yearly', () => {
  test.each<[string, HolidayRule[], string[], unknown[]]>([
    ['rules reach every year', minnesotaRules(2026), ['2040-07-09'], []],
    ['a session in the last year that is entered', winter, ['2027-06-30'], []],
    [
      'a session in the year after',
      winter,
      ['2027-02-01', '2027-07-01'],
      [{ name: 'Winter break', through: '2026–27', missing: ['2027–28'] }],
    ],
    ['no session is planned then', winter, [], []],
    ['a single day is no custom', once('Moving to the new building', '2026-10-05'), ['2028-10-05'], []],
    [
      'one day in each of two years is, also where its name has the year',
      [...once('Spring day 2026', '2026-04-03'), ...once('Spring day 2027', '2027-03-26')],
      ['2028-05-01', '2029-05-01'],
      [{ name: 'Spring day', through: '2026–27', missing: ['2027–28', '2028–29'] }],
    ],
  ])('%s', (_, rules, planned, unknown) => {
    expect(unknownYears(rules, planned)).toEqual(unknown)
  })
})
