import { addDays, weekdayOf, type Day } from '../values/day.ts'
import type { Holiday } from './policy.ts'
import { holidaysFrom, type HolidayRule } from './recurrence.ts'

/** The two holidays that Minnesota leaves to each political subdivision to decide. */
export type MinnesotaOptions = { octoberHoliday?: boolean; fridayAfterThanksgiving?: boolean }

const [MONDAY, THURSDAY] = [1, 4] as const
const JUNETEENTH_SINCE = 2023

/** The nth Monday, Thursday … of a month, counted from 1. */
const nth = (count: number, weekday: number, year: number, month: number): Day => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 }).toString()
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7)
}

/**
 * What Minn. Stat. 645.44, subd. 5 lists, as rules that hold from a year on, each fixed date with the weekday it is observed on.
 * Juneteenth counts from 2023. Political subdivisions choose about the October holiday (default: working day) and the Friday
 * after Thanksgiving (default: closed). A starting point only: the list people see is kept, and corrected, by the agency.
 */
export const minnesotaRules = (
  year: number,
  { octoberHoliday = false, fridayAfterThanksgiving = true }: MinnesotaOptions = {},
): HolidayRule[] => {
  const yearly = (name: string, monthAndDay: string, since = year): HolidayRule => ({
    name,
    date: `${since}-${monthAndDay}`,
    closed: true,
    repeats: 'yearly',
    isObserved: true,
  })
  const weekday = (name: string, date: Day, more: Partial<HolidayRule> = {}): HolidayRule => ({
    name,
    date,
    closed: true,
    repeats: 'weekday',
    ...more,
  })
  const thanksgiving = nth(4, THURSDAY, year, 11)
  return [
    yearly('New Year’s Day', '01-01'),
    weekday('Martin Luther King’s Birthday', nth(3, MONDAY, year, 1)),
    weekday('Washington’s and Lincoln’s Birthday', nth(3, MONDAY, year, 2)),
    weekday('Memorial Day', addDays(nth(1, MONDAY, year, 6), -7), { repeats: 'last-weekday' }),
    yearly('Juneteenth', '06-19', Math.max(year, JUNETEENTH_SINCE)),
    yearly('Independence Day', '07-04'),
    weekday('Labor Day', nth(1, MONDAY, year, 9)),
    weekday('Indigenous Peoples Day', nth(2, MONDAY, year, 10), { closed: octoberHoliday }),
    yearly('Veterans Day', '11-11'),
    weekday('Thanksgiving Day', thanksgiving),
    weekday('Friday after Thanksgiving', addDays(thanksgiving, 1), { closed: fridayAfterThanksgiving, daysAfter: 1 }),
    yearly('Christmas Day', '12-25'),
  ]
}

/** The days of one year by those rules, in order; New Year’s Day of the next may be observed in this one. */
export const minnesotaHolidays = (year: number, options: MinnesotaOptions = {}): Holiday[] =>
  holidaysFrom(minnesotaRules(year, options).map((rule) => ({ ...rule, untilYear: year + 1 }))).filter(({ day }) =>
    day.startsWith(`${year}-`),
  )
