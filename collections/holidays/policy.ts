import { addDays, weekdayOf, type Day } from '../values/day.ts'

/** A listed day. `closed` false: known by name, but the agency works. */
export type Holiday = { day: Day; name: string; closed: boolean }

const SATURDAY = 6

const isWeekend = (day: Day): boolean => weekdayOf(day) >= SATURDAY

const closings = new WeakMap<readonly Holiday[], ReadonlyMap<Day, boolean>>()

/** Which days of a list there are, and whether the desk is closed on them; worked out once for each list, as it may be long. */
const closingsOf = (holidays: readonly Holiday[]): ReadonlyMap<Day, boolean> => {
  const known = closings.get(holidays)
  if (known) return known
  const found = new Map<Day, boolean>()
  for (const { day, closed } of holidays) found.set(day, closed || found.get(day) === true)
  closings.set(holidays, found)
  return found
}

/** Monday to Friday, unless a holiday closes the desk. School breaks count only where they are listed as closed. */
export const isBusinessDay = (day: Day, holidays: readonly Holiday[]): boolean =>
  !isWeekend(day) && closingsOf(holidays).get(day) !== true

/**
 * A day on which mail arrives and somebody is there for it: no weekend and no listed holiday, even one the agency works on.
 * On the October holiday the mail rests whatever the agency decides.
 */
export const isMailDay = (day: Day, holidays: readonly Holiday[]): boolean =>
  !isWeekend(day) && !closingsOf(holidays).has(day)

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
