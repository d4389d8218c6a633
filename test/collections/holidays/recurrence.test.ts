import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minnesotaHolidays, minnesotaRules } from '#collections/holidays/minnesota.ts'
import { holidaysFrom, type HolidayRule } from '#collections/holidays/recurrence.ts'
import { rulesFromDays } from '#collections/holidays/upgrade.ts'
import { policyDeadline } from '#collections/policies/deadline.ts'
import { dayIn } from '#collections/values/day.ts'

const daysOf = (rule: Partial<HolidayRule> & { date: string }, year: number): string[] =>
  holidaysFrom([{ name: 'A day', ...rule }])
    .map(({ day }) => day)
    .filter((day) => day.startsWith(`${year}-`))

describe('a holiday comes back', () => {
  test.each<[string, Partial<HolidayRule> & { date: string }, number, string[]]>([
    ['never, if only on its day', { date: '2026-12-24' }, 2027, []],
    ['every year on its date', { date: '2026-06-19', repeats: 'yearly' }, 2029, ['2029-06-19']],
    ['not before its first', { date: '2026-06-19', repeats: 'yearly' }, 2025, []],
    ['not after its last year', { date: '2026-06-19', repeats: 'yearly', untilYear: 2028 }, 2029, []],
    [
      'on a Saturday, observed on Friday',
      { date: '2026-07-04', repeats: 'yearly' },
      2026,
      ['2026-07-03', '2026-07-04'],
    ],
    ['on a Sunday, observed on Monday', { date: '2026-07-04', repeats: 'yearly' }, 2027, ['2027-07-04', '2027-07-05']],
    ['not observed', { date: '2026-07-04', repeats: 'yearly', isObserved: false }, 2027, ['2027-07-04']],
    [
      'New Year’s Day, observed in the year before',
      { date: '2026-01-01', repeats: 'yearly' },
      2027,
      ['2027-01-01', '2027-12-31'],
    ],
    ['the third Monday', { date: '2026-01-19', repeats: 'weekday' }, 2030, ['2030-01-21']],
    ['the last Monday', { date: '2026-05-25', repeats: 'last-weekday' }, 2027, ['2027-05-31']],
    [
      'the day after the fourth Thursday',
      { date: '2026-11-27', repeats: 'weekday', daysAfter: 1 },
      2030,
      ['2030-11-29'],
    ],
    ['February 29, in the years that have one', { date: '2024-02-29', repeats: 'yearly', isObserved: false }, 2027, []],
    ['and in the next that has', { date: '2024-02-29', repeats: 'yearly', isObserved: false }, 2028, ['2028-02-29']],
  ])('%s', (_, rule, year, days) => {
    expect(daysOf(rule, year)).toEqual(days)
  })

  test('a day listed for itself says what holds on it', () => {
    const rule: HolidayRule = { name: 'Presidents', date: '2026-02-16', repeats: 'weekday' }
    const works: HolidayRule = { name: 'We work', date: '2027-02-15', closed: false }
    expect(holidaysFrom([rule, works]).find(({ day }) => day === '2027-02-15')).toEqual({
      day: '2027-02-15',
      name: 'We work',
      closed: false,
    })
  })
})

test.each([
  ['2030-07-09', '2030-07-01'],
  ['2030-06-20', '2030-06-12'],
  ['2030-01-03', '2029-12-26'],
  ['2030-12-03', '2030-11-22'],
])('years after the list was begun, a session on %s is free to cancel until %s', (session, last) => {
  const rule = { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  const { instant } = policyDeadline(session, rule, holidaysFrom(minnesotaRules(2025)), 'America/Chicago')
  expect(dayIn(instant, 'America/Chicago')).toBe(last)
})

describe('a list that was written day by day', () => {
  const written = [2025, 2026, 2027, 2028, 2029]
    .flatMap((year) => minnesotaHolidays(year))
    .map(({ day, name, closed }, at) => ({ id: String(at), date: day, name, closed, repeats: null }))
  const upgraded = (days: typeof written) => {
    const { rules, needless } = rulesFromDays(days)
    const changed = new Map(rules.map((rule) => [rule.id, rule]))
    return days.filter(({ id }) => !needless.includes(id)).map((day) => ({ ...day, ...changed.get(day.id) }))
  }

  test('becomes rules that say the same, in those years and in every later one', () => {
    const rules = upgraded(written)
    expect(rules).toHaveLength(12)
    fc.assert(
      fc.property(fc.integer({ min: 2025, max: 2100 }), (year) => {
        const listed = holidaysFrom(rules).filter(({ day }) => day.startsWith(`${year}-`))
        expect(listed).toEqual(minnesotaHolidays(year))
      }),
    )
  })

  test('keeps what staff added, decided otherwise, and took off', () => {
    const mine = { id: 'x', date: '2027-03-12', name: 'Moving day', closed: true, repeats: null }
    const edited = written
      .filter(({ name }) => !name.startsWith('Veterans Day'))
      .map((day) => (day.date === '2027-02-15' ? { ...day, closed: false } : day))
    const holidays = holidaysFrom(upgraded([...edited, mine]))
    const closedOn = (day: string) => holidays.find((one) => one.day === day)?.closed
    expect(closedOn('2027-03-12')).toBe(true)
    expect(closedOn('2027-02-15')).toBe(false)
    expect(closedOn('2028-02-21')).toBe(true)
    expect(holidays.some(({ name }) => name.startsWith('Veterans Day'))).toBe(false)
  })

  test('is changed once', () => {
    expect(rulesFromDays(upgraded(written))).toEqual({ rules: [], needless: [] })
  })
})
