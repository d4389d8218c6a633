import { addDays, compareDays, weekdayOf, type Day } from '../values/day.ts'

/** A listed day. `closed` false: known by name, but the agency works. */
export type Holiday = { day: Day; name: string; closed: boolean }

/** The two holidays that Minnesota leaves to each political subdivision to decide. */
export type MinnesotaOptions = { octoberHoliday?: boolean; fridayAfterThanksgiving?: boolean }

const [MONDAY, THURSDAY, SATURDAY, SUNDAY] = [1, 4, 6, 7] as const
const JUNETEENTH_SINCE = 2023

const isWeekend = (day: Day): boolean => weekdayOf(day) >= SATURDAY

/** Monday to Friday, unless a holiday closes the desk. School breaks count only where they are listed as closed. */
export const isBusinessDay = (day: Day, holidays: readonly Holiday[]): boolean =>
  !isWeekend(day) && !holidays.some((holiday) => holiday.closed && holiday.day === day)

/**
 * A day on which mail arrives and somebody is there for it: no weekend and no listed holiday, even one the agency works on.
 * On the October holiday the mail rests whatever the agency decides.
 */
export const isMailDay = (day: Day, holidays: readonly Holiday[]): boolean =>
  !isWeekend(day) && !holidays.some((holiday) => holiday.day === day)

const businessDayFrom = (day: Day, count: number, step: 1 | -1, holidays: readonly Holiday[]): Day => {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of days: ${count}`)
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, step)
    if (isBusinessDay(reached, holidays)) left -= 1
  }
  return reached
}

/** The business day that lies `count` business days before; the day itself is not counted, and 0 is the day itself. */
export const businessDaysBefore = (day: Day, count: number, holidays: readonly Holiday[]): Day =>
  businessDayFrom(day, count, -1, holidays)

/** The business day that lies `count` business days after; the day itself is not counted, and 0 is the day itself. */
export const businessDaysAfter = (day: Day, count: number, holidays: readonly Holiday[]): Day =>
  businessDayFrom(day, count, 1, holidays)

const dayOf = (year: number, month: number, day: number): Day =>
  Temporal.PlainDate.from({ year, month, day }).toString()

/** The nth Monday, Thursday … of a month, counted from 1. */
const nth = (count: number, weekday: number, year: number, month: number): Day => {
  const first = dayOf(year, month, 1)
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7)
}

const lastMondayOfMay = (year: number): Day => addDays(nth(1, MONDAY, year, 6), -7)

/** A fixed date, and beside it the Friday before when it is a Saturday or the Monday after when it is a Sunday. */
const withObserved = (name: string, day: Day): Holiday[] => {
  const holiday = { day, name, closed: true }
  const observed = { name: `${name} (observed)`, closed: true }
  if (weekdayOf(day) === SATURDAY) return [holiday, { ...observed, day: addDays(day, -1) }]
  if (weekdayOf(day) === SUNDAY) return [holiday, { ...observed, day: addDays(day, 1) }]
  return [holiday]
}

/**
 * The days of one year that Minn. Stat. 645.44, subd. 5 lists, in order, each fixed date with the weekday it is observed on.
 * New Year's Day of the next year belongs to this one when it is observed on Friday, December 31. Juneteenth counts from 2023.
 * Political subdivisions choose about the October holiday (default: working day) and the Friday after Thanksgiving (default:
 * closed). A starting point only: the list people see is kept, and corrected, by the agency.
 */
export const minnesotaHolidays = (
  year: number,
  { octoberHoliday = false, fridayAfterThanksgiving = true }: MinnesotaOptions = {},
): Holiday[] => {
  const thanksgiving = nth(4, THURSDAY, year, 11)
  const listed: Holiday[] = [
    ...withObserved('New Year’s Day', dayOf(year, 1, 1)),
    { day: nth(3, MONDAY, year, 1), name: 'Martin Luther King’s Birthday', closed: true },
    { day: nth(3, MONDAY, year, 2), name: 'Washington’s and Lincoln’s Birthday', closed: true },
    { day: lastMondayOfMay(year), name: 'Memorial Day', closed: true },
    ...(year >= JUNETEENTH_SINCE ? withObserved('Juneteenth', dayOf(year, 6, 19)) : []),
    ...withObserved('Independence Day', dayOf(year, 7, 4)),
    { day: nth(1, MONDAY, year, 9), name: 'Labor Day', closed: true },
    { day: nth(2, MONDAY, year, 10), name: 'Indigenous Peoples Day', closed: octoberHoliday },
    ...withObserved('Veterans Day', dayOf(year, 11, 11)),
    { day: thanksgiving, name: 'Thanksgiving Day', closed: true },
    { day: addDays(thanksgiving, 1), name: 'Friday after Thanksgiving', closed: fridayAfterThanksgiving },
    ...withObserved('Christmas Day', dayOf(year, 12, 25)),
    ...withObserved('New Year’s Day', dayOf(year + 1, 1, 1)),
  ]
  const ofThisYear = ({ day }: Holiday) => day.startsWith(`${year}-`)
  return listed.filter(ofThisYear).sort((a, b) => compareDays(a.day, b.day))
}
