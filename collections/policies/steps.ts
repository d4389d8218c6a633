import { isBusinessDay, type Holiday } from '../holidays/policy.ts'
import { addDays, compareDays, weekdayOf, type Day } from '../values/day.ts'
import { policyDeadline, type DeadlineRule } from './deadline.ts'

const SATURDAY = 6

/** Why a day between the deadline and the session counts, or does not. */
export type Step =
  | { day: Day; kind: 'counted'; count: number; isDeadline: boolean }
  | { day: Day; kind: 'weekend' }
  | { day: Day; kind: 'holiday'; name: string }
  | { day: Day; kind: 'session' }

const stepOf = (day: Day, counted: number, unit: DeadlineRule['unit'], holidays: readonly Holiday[]): Step => {
  const count: Step = { day, kind: 'counted', count: counted + 1, isDeadline: false }
  if (unit === 'calendar' || isBusinessDay(day, holidays)) return count
  if (weekdayOf(day) >= SATURDAY) return { day, kind: 'weekend' }
  return { day, kind: 'holiday', name: holidays.find((one) => one.closed && one.day === day)!.name }
}

/**
 * How `policyDeadline` reached its day, so that anyone can count along: every day from the deadline to the session, both
 * included, in the order of the calendar. Counts run back from the session, whose own day is not counted.
 */
export const deadlineSteps = (day: Day, rule: DeadlineRule, holidays: readonly Holiday[]): Step[] => {
  // The hour and the zone move the moment of a deadline, never its day.
  const last = policyDeadline(day, { ...rule, cutoff: 'end-of-day' }, holidays, 'UTC').day
  const steps: Step[] = [{ day, kind: 'session' }]
  let counted = 0
  for (let at = addDays(day, -1); compareDays(at, last) >= 0; at = addDays(at, -1)) {
    const step = stepOf(at, counted, rule.unit, holidays)
    if (step.kind === 'counted') counted += 1
    steps.push(step.kind === 'counted' && at === last ? { ...step, isDeadline: true } : step)
  }
  return steps.toReversed()
}
