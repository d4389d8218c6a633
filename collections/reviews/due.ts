import { isBusinessDay, type Holiday } from '../holidays/policy.ts'
import { addDays, dayIn, type Day } from '../values/day.ts'

/**
 * When something is due, on a clock in the agency's zone. `left`: business days that follow today until then, 0 on the day
 * itself; `late`: business days that have ended since, 0 while there is time.
 */
export type Due = { day: Day; left: number; late: number; isOverdue: boolean }

const businessDaysBetween = (after: Day, until: Day, holidays: readonly Holiday[]): number => {
  let count = 0
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isBusinessDay(day, holidays)) count += 1
  return count
}

/** How long there is until `dueAt`; that moment itself is still in time. */
export const dueOf = (
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  holidays: readonly Holiday[],
  zone: string,
): Due => {
  const [day, today] = [dayIn(dueAt, zone), dayIn(now, zone)]
  return {
    day,
    left: businessDaysBetween(today, day, holidays),
    late: businessDaysBetween(day, today, holidays),
    isOverdue: Temporal.Instant.compare(now, dueAt) > 0,
  }
}
