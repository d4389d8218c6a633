import type { MinimumStanding } from '../attendance/minimum.ts'
import { datesOf, isCalledOff, minutesOf, type LedgerDay } from '../attendance/policy.ts'
import { wasThere, type DayState } from '../attendance/states.ts'
import type { Topic } from '../courses/states.ts'
import type { Day } from '../values/day.ts'

/** A day somebody attended: minutes of instruction, meals and breaks left out, and how many the whole day had. */
export type AttendedDay = { date: Day; minutes: number; whole: number }

/** What a certificate of attendance prints, copied when it is given. Instants are ISO 8601, in UTC. */
export type CertificateFacts = {
  /** Where the course or the program stands on the site; null: nowhere any more. */
  path: string | null
  provider: string
  days: AttendedDay[]
  minutes: number
  places: string[]
  /** Who taught; absent on certificates from before that was said. */
  instructors?: string | null
  contacts: { name: string; email: string | null }[]
  topics: Topic[]
  /** Slugs of the circles the course wears. */
  circles: string[]
  /** Of a program with a minimum: how many live sessions were attended, of how many, and how many had to be. */
  minimum: { attended: number; required: number; of: number } | null
  /** Continuing education units are printed too, with what they are. */
  printsUnits: boolean
  /** What it said before it was corrected, the earliest first. */
  corrections: { at: string; minutes: number }[]
}

/** A run of days that one certificate is about: a session, or one of the meetings of a program. */
export type Run = { id: string; status: 'scheduled' | 'canceled'; days: readonly LedgerDay[]; endsAt: string }
/** `attendedOn`: the day itself, where it was attended on another date of the course. */
export type Row = { session: string; date: Day; state: DayState; minutes: number; attendedOn?: Day }

export type CertificateOutcome =
  /** It is too early to say: a day is still to come, or not recorded. */
  | { state: 'wait' }
  | { state: 'none'; reason: 'not-attended' | 'minimum-missed' }
  | { state: 'certify'; days: AttendedDay[]; minutes: number }

/**
 * Whether somebody gets a certificate of attendance, and for which minutes. Only once everything is over and each day that was
 * held is recorded, so that no certificate says less than was attended; and only for days somebody was there, in full or for a
 * part. A day recorded under two registrations counts once. `isGiven`: there is a certificate already; then a day whose record was
 * taken back counts as not attended, so that the certificate says no more than the ledger of days.
 */
export const certificateFor = (
  runs: readonly Run[],
  rows: readonly Row[],
  minimum: MinimumStanding | undefined,
  now: Temporal.Instant,
  isGiven = false,
): CertificateOutcome => {
  const held = runs
    .filter(({ status }) => status !== 'canceled')
    .flatMap((run) =>
      datesOf(run.days)
        .filter((date) => !isCalledOff(run.days, date))
        .map((date) => ({ run, date, rows: rows.filter((row) => row.session === run.id && row.date === date) })),
    )
  const isOver = runs.every(
    ({ status, endsAt }) => status === 'canceled' || Temporal.Instant.compare(now, Temporal.Instant.from(endsAt)) >= 0,
  )
  const isRecorded = isGiven || held.every(({ rows }) => rows.length > 0)
  if (!isOver || !isRecorded) return { state: 'wait' }
  const days = held.flatMap(({ run, date, rows }): AttendedDay[] => {
    const there = rows.filter(({ state }) => wasThere(state)).sort((one, other) => other.minutes - one.minutes)
    const { minutes = 0, attendedOn = date } = there[0] ?? {}
    return minutes > 0 ? [{ date: attendedOn, minutes, whole: Math.max(minutes, minutesOf(run.days, date)) }] : []
  })
  if (days.length === 0) return { state: 'none', reason: 'not-attended' }
  if (minimum && minimum.attended < minimum.required) return { state: 'none', reason: 'minimum-missed' }
  days.sort((one, other) => one.date.localeCompare(other.date))
  return { state: 'certify', days, minutes: days.reduce((sum, day) => sum + day.minutes, 0) }
}

/** Whether a certificate says something else than the ledger of days does now. */
export const isCorrected = (
  facts: Pick<CertificateFacts, 'days' | 'minutes'>,
  now: Pick<CertificateFacts, 'days' | 'minutes'>,
): boolean =>
  facts.minutes !== now.minutes ||
  JSON.stringify(facts.days.map(({ date, minutes }) => [date, minutes])) !==
    JSON.stringify(now.days.map(({ date, minutes }) => [date, minutes]))
