import { businessDaysBefore, isMailDay, type Holiday } from '../holidays/policy.ts'
import { addDays, compareDays, daysBetween, endOfDay, instantAt, type Day, type Time } from '../values/day.ts'
import type { Cents } from '../values/money.ts'

/** How long before a session something must have happened. `cutoff` is the time on the last day that is still early enough. */
export type DeadlineRule = {
  count: number
  unit: 'business' | 'calendar'
  mode: 'at-least' | 'more-than'
  cutoff: 'end-of-day' | 'same-time' | Time
}

/** The last day, and on it the last moment that is on time (that moment included). */
export type Deadline = { day: Day; instant: Temporal.Instant }

/** How far apart two days of one session have to lie to be separate events, unless the policy says otherwise. */
export const SPLIT_GAP_DAYS = 7

/**
 * Until when a rule such as "five business days before" can be kept for a session that starts on `day`.
 *
 * Counts whole days back from the day before the session; 'more-than' asks for one more than 'at-least'. Business days skip
 * weekends and closed holidays. The cutoff is read on a clock in `zone`: 'end-of-day' is 23:59:59.999, 'same-time' the hour the
 * session starts, '17:00' exactly five. Where the start time is known the deadline never lies after it, so that "0 days
 * before" means until it starts.
 *
 * The source (Cultural Collaborative) says both "prior to five business days" and "at least five business days prior"; the
 * second is the kinder reading and the suggested default. Minn. Stat. 645.15 counts alike, by analogy only.
 *
 * Throws a RangeError for a count that is negative or not whole, and for 'same-time' without a start time.
 */
export const policyDeadline = (
  day: Day,
  rule: DeadlineRule,
  holidays: readonly Holiday[],
  zone: string,
  startTime?: Time,
): Deadline => {
  const last = lastDay(day, rule, holidays)
  const cutoff = cutoffOn(last, rule.cutoff, zone, startTime)
  const start = startTime === undefined ? cutoff : instantAt(day, startTime, zone)
  return { day: last, instant: Temporal.Instant.compare(cutoff, start) < 0 ? cutoff : start }
}

/** Where a session is held, and where the agency is: each has a clock. */
export type Zones = { session: string; agency: string }

/**
 * Until when a day of a session can be canceled. The cutoff is read on the clock of the agency, as the terms do, and on that of
 * the session, as people there do; the later of the two holds, so that no clock works against anybody.
 */
export const sessionDeadline = (
  day: Day,
  rule: DeadlineRule,
  holidays: readonly Holiday[],
  zones: Zones,
  startTime: Time,
): Temporal.Instant => {
  const there = policyDeadline(day, rule, holidays, zones.session, startTime).instant
  if (rule.cutoff === 'same-time' || zones.agency === zones.session) return there
  const here = policyDeadline(day, rule, holidays, zones.agency).instant
  const start = instantAt(day, startTime, zones.session)
  const last = Temporal.Instant.compare(here, start) < 0 ? here : start
  return Temporal.Instant.compare(there, last) < 0 ? last : there
}

const lastDay = (
  day: Day,
  { count, unit, mode }: Pick<DeadlineRule, 'count' | 'unit' | 'mode'>,
  holidays: readonly Holiday[],
): Day => {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of days: ${count}`)
  const away = mode === 'more-than' ? count + 1 : count
  return unit === 'business' ? businessDaysBefore(day, away, holidays) : addDays(day, -away)
}

const cutoffOn = (day: Day, cutoff: DeadlineRule['cutoff'], zone: string, startTime?: Time): Temporal.Instant => {
  if (cutoff === 'end-of-day') return endOfDay(day, zone)
  const time = cutoff === 'same-time' ? startTime : cutoff
  if (time === undefined) throw new RangeError('A cutoff at the same time needs the time the session starts.')
  return instantAt(day, time, zone)
}

/**
 * When a member guest's check must have been received: `due` is the last day by the rule, whatever day that is. No mail is received on a weekend or a holiday, so `lastMailDay` is the last day on or before it that a check can
 * arrive. It is what people should be shown.
 */
export const checkDueBy = (
  day: Day,
  rule: Pick<DeadlineRule, 'count' | 'unit' | 'mode'>,
  holidays: readonly Holiday[],
): { due: Day; lastMailDay: Day } => {
  const due = lastDay(day, rule, holidays)
  let lastMailDay = due
  while (!isMailDay(lastMailDay, holidays)) lastMailDay = addDays(lastMailDay, -1)
  return { due, lastMailDay }
}

/**
 * The days of a session as the events that are canceled one by one: a new event begins where a day lies `gapDays` or
 * more after the one before it. Weekly Thursdays are separate events, the days of one week are one. ("Separated by weeks or
 * months", says the source; it does not say how many days that is, so the policy does.)
 */
export const separateEvents = (days: readonly Day[], gapDays = SPLIT_GAP_DAYS): Day[][] => {
  const events: Day[][] = []
  for (const day of [...new Set(days)].sort(compareDays)) {
    const current = events.at(-1)
    const before = current?.at(-1)
    if (current && before !== undefined && daysBetween(before, day) < gapDays) current.push(day)
    else events.push([day])
  }
  return events
}

/** The fee is per day missed: three days at $100 are $300. Throws a RangeError for a count that is negative or not whole. */
export const noShowFee = (missedDays: number, feePerDay: Cents): Cents => {
  if (!Number.isSafeInteger(missedDays) || missedDays < 0) throw new RangeError(`Not a number of days: ${missedDays}`)
  return missedDays * feePerDay
}
