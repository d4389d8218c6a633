import { addDays, compareDays, weekdayOf, type Day } from '../values/day.ts'
import type { Holiday } from './policy.ts'
import type { Repeat } from './states.ts'

/**
 * A holiday as it is listed: its first day, and how it comes back. `isObserved`: a yearly date that falls on a weekend is also
 * taken on the Friday before or the Monday after. `daysAfter`: for a weekday rule that counts from another weekday, as the
 * Friday after the fourth Thursday does.
 */
export type HolidayRule = {
  date: Day
  name: string
  closed?: boolean | null
  repeats?: Repeat | null
  isObserved?: boolean | null
  daysAfter?: number | null
  /** Its last year; none: for ever. */
  untilYear?: number | null
}

const [SATURDAY, SUNDAY] = [6, 7] as const
/** Up to when rules are worked out: farther than anything is planned. */
const LAST_YEAR = 2150

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** A day of a year; undefined for February 29 in a year without one. */
const dayIn = (year: number, monthAndDay: string): Day | undefined => {
  const [month, day] = monthAndDay.split('-').map(Number)
  const date = Temporal.PlainDate.from({ year, month: month!, day: day! })
  return date.day === day ? date.toString() : undefined
}

/** The weekday of a month that `like` is of its own: the second Monday, or the last one. */
const sameWeekday = (like: Day, year: number, isLast: boolean): Day => {
  const month = like.slice(5, 7)
  const weekday = weekdayOf(like)
  const first = `${String(year).padStart(4, '0')}-${month}-01`
  const nth = Math.ceil(Number(like.slice(8)) / 7)
  const found = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  if (!isLast) return found
  let last = addDays(first, (weekday - weekdayOf(first) + 7) % 7)
  while (addDays(last, 7).slice(5, 7) === month) last = addDays(last, 7)
  return last
}

const observedOf = (day: Day): Day | undefined => {
  if (weekdayOf(day) === SATURDAY) return addDays(day, -1)
  return weekdayOf(day) === SUNDAY ? addDays(day, 1) : undefined
}

/** The days of a rule in one year of it; an observed day may lie in the year before. */
const daysIn = (rule: HolidayRule, year: number): Holiday[] => {
  const { date, name, repeats, isObserved, daysAfter } = rule
  const closed = rule.closed ?? true
  if (repeats === 'weekday' || repeats === 'last-weekday') {
    const shift = daysAfter ?? 0
    const base = sameWeekday(addDays(date, -shift), year, repeats === 'last-weekday')
    return [{ day: addDays(base, shift), name, closed }]
  }
  const day = dayIn(year, date.slice(5))
  if (!day) return []
  const observed = isObserved === false ? undefined : observedOf(day)
  return [{ day, name, closed }, ...(observed ? [{ day: observed, name: `${name} (observed)`, closed }] : [])]
}

/** Every day of a rule, from its first. */
const daysOf = (rule: HolidayRule): Holiday[] => {
  const { date, name, closed, repeats, untilYear } = rule
  if (!repeats || repeats === 'once') return [{ day: date, name, closed: closed ?? true }]
  const first = yearOf(date)
  const years = Math.max(0, Math.min(untilYear ?? LAST_YEAR, LAST_YEAR) - first + 1)
  return Array.from({ length: years }, (_, at) => daysIn(rule, first + at)).flat()
}

/** The list that rules make, in order. A day that is listed for itself says what holds on it, whatever a rule says. */
export const holidaysFrom = (rules: readonly HolidayRule[]): Holiday[] => {
  const isOnce = ({ repeats }: HolidayRule) => !repeats || repeats === 'once'
  const byDay = new Map<Day, Holiday>()
  for (const holiday of rules.filter((rule) => !isOnce(rule)).flatMap(daysOf)) {
    const other = byDay.get(holiday.day)
    // Of two holidays on one day the one that closes the desk decides.
    if (!other || (holiday.closed && !other.closed)) byDay.set(holiday.day, holiday)
  }
  for (const holiday of rules.filter(isOnce).flatMap(daysOf)) byDay.set(holiday.day, holiday)
  return [...byDay.values()].sort((a, b) => compareDays(a.day, b.day))
}
