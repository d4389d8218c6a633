import type { Holiday } from '../holidays/policy.ts'
import { daysBetween, isDay, isTime, type Day, type Time } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { checkDueBy, noShowFee, policyDeadline, type Deadline } from './deadline.ts'
import { deadlineSteps, type Step } from './steps.ts'
import type { PolicyNumbers } from './view.ts'

/** More days than any session has, and few enough that the answer stays readable. */
export const MOST_DAYS = 30
/** How far off a day may be: beyond this the list of holidays knows nothing. */
const FARTHEST_DAYS = 3 * 366

export type DayFault = 'no-day' | 'not-a-day' | 'too-far'
export type CountFault = 'not-a-count'
export type TimeFault = 'no-time' | 'not-a-time'

/** What was typed, and what is wrong with each part of it; a form shows both again. */
export type Asked = {
  typed: { day: string; days: string; start: string }
  faults: { day?: DayFault; days?: CountFault; start?: TimeFault }
  /** Only where nothing is wrong. */
  question?: { day: Day; days: number; start?: Time }
}

const US_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const CLOCK = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i

/** A day as browsers send it, "2026-10-15", or as people write it, "10/15/2026". */
export const readDay = (typed: string): Day | undefined => {
  const [, month, date, year] = US_DAY.exec(typed) ?? []
  const day = month && date && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : typed
  return isDay(day) ? day : undefined
}

/** A time as browsers send it, "13:30", or as people write it, "1:30 PM", "8 a.m." */
export const readTime = (typed: string): Time | undefined => {
  const [, hour, minute = '00', half] = CLOCK.exec(typed) ?? []
  if (!hour || (half && (Number(hour) < 1 || Number(hour) > 12))) return undefined
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0
  const time = `${String(half ? (Number(hour) % 12) + afternoon : Number(hour)).padStart(2, '0')}:${minute}`
  return isTime(time) ? time : undefined
}

const faultOfDay = (typed: string, day: Day | undefined, today: Day): DayFault | undefined => {
  if (!typed) return 'no-day'
  if (!day) return 'not-a-day'
  return Math.abs(daysBetween(today, day)) > FARTHEST_DAYS ? 'too-far' : undefined
}

const readCount = (typed: string): number | undefined => {
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= MOST_DAYS ? count : undefined
}

/**
 * Reads the form of a policy's calculator: `day`, how many `days` it is about (one if nothing was typed), and the `start`
 * where the rule ends at the hour the session starts. Undefined when the form was not sent.
 */
export const readQuestion = (
  query: URLSearchParams,
  { today, needsStart }: { today: Day; needsStart: boolean },
): Asked | undefined => {
  if (!query.has('day')) return undefined
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 40)
  const typed = { day: text('day'), days: text('days') || '1', start: text('start') }
  const [day, days, start] = [readDay(typed.day), readCount(typed.days), readTime(typed.start)]
  const faultOfStart: TimeFault | undefined = typed.start ? 'not-a-time' : 'no-time'
  const dayFault = faultOfDay(typed.day, day, today)
  const faults = {
    ...(dayFault && { day: dayFault }),
    ...(days === undefined && { days: 'not-a-count' as const }),
    ...(needsStart && !start && { start: faultOfStart }),
  }
  if (day === undefined || days === undefined || Object.keys(faults).length > 0) return { typed, faults }
  return { typed, faults, question: { day, days, ...(needsStart && { start }) } }
}

/** What a policy means for one session. */
export type Reckoning = {
  day: Day
  days: number
  deadline: Deadline
  steps: Step[]
  feePerDay: Cents | null
  /** For all days together; for guests it is the amount of the check. */
  fee: Cents | null
}

type Rules = { numbers: PolicyNumbers; holidays: readonly Holiday[]; zone: string }

/** The deadline of a policy, its count and its fee; undefined for a policy without a deadline. */
export const reckon = (
  { day, days, start }: { day: Day; days: number; start?: Time },
  { numbers: { deadline: rule, feePerDay }, holidays, zone }: Rules,
): Reckoning | undefined =>
  rule
    ? {
        day,
        days,
        deadline: policyDeadline(day, rule, holidays, zone, start),
        steps: deadlineSteps(day, rule, holidays),
        feePerDay,
        fee: feePerDay === null ? null : noShowFee(days, feePerDay),
      }
    : undefined

export type CheckDue = { due: Day; lastMailDay: Day; isEarlier: boolean; holiday: string | null }

/** When a guest's check must have arrived, and why it may be a day before the plain count. Undefined without such a rule. */
export const reckonCheck = (
  day: Day,
  { numbers: { deadline: rule }, holidays }: Pick<Rules, 'numbers' | 'holidays'>,
): CheckDue | undefined => {
  if (!rule) return undefined
  const { due, lastMailDay } = checkDueBy(day, rule, holidays)
  return {
    due,
    lastMailDay,
    isEarlier: lastMailDay !== due,
    holiday: holidays.find((holiday) => holiday.day === due)?.name ?? null,
  }
}
