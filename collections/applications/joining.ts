import { standingOf, type MinimumRule } from '../attendance/minimum.ts'
import { instantAt, type Day, type Time } from '../values/day.ts'

// Whether somebody can still begin in a program: no place is offered by itself once it has begun, and none at all once what it asks
// for cannot be met.

/** open: nothing has begun, or no day is set · begun: only a person can offer a place · over: whoever began now could not finish. */
export type Joining = 'open' | 'begun' | 'over'

/** A live session as it is on the site. */
export type LiveSession = {
  status: string
  timeZone: string
  days: readonly { date: Day; startTime: Time; isCanceled: boolean }[]
}

type Meeting = { date: Day; startsAt: Temporal.Instant; isCanceled: boolean }

const meetingsOf = (sessions: readonly LiveSession[]): Meeting[] =>
  sessions.flatMap(({ status, timeZone, days }) =>
    [...Map.groupBy(days, ({ date }) => date)].map(([date, stretches]) => {
      const held = stretches.filter(({ isCanceled }) => !isCanceled)
      const [first] = (held.length > 0 ? held : stretches).map(({ startTime }) => startTime).toSorted()
      const isCanceled = status !== 'scheduled' || held.length === 0
      return { date, startsAt: instantAt(date, first!, timeZone), isCanceled }
    }),
  )

const isToCome = (now: Temporal.Instant) => (meeting: Meeting) =>
  !meeting.isCanceled && Temporal.Instant.compare(now, meeting.startsAt) < 0

/**
 * Whether somebody who has been to nothing can begin now: from the moment the first day begins, in the zone of its session, it has
 * begun; with every day called off it is over until there are others. `rule`: null where no minimum is asked for; then it is over
 * with the last day.
 */
export const joiningOf = (
  sessions: readonly LiveSession[],
  rule: MinimumRule | null,
  now: Temporal.Instant,
): Joining => {
  const meetings = meetingsOf(sessions)
  const held = meetings.filter(({ isCanceled }) => !isCanceled)
  const left = held.filter(isToCome(now))
  if (meetings.length > 0 && left.length === 0) return 'over'
  if (left.length === held.length) return 'open'
  if (!rule) return 'begun'
  const missed = meetings.map((meeting) => ({
    ...meeting,
    attended: !meeting.isCanceled && !isToCome(now)(meeting) ? false : null,
    isMadeUp: false,
  }))
  return standingOf(missed, rule).state === 'impossible' ? 'over' : 'begun'
}

/** When the next live session begins that one can still come to; undefined where none is set. */
export const nextBeginning = (sessions: readonly LiveSession[], now: Temporal.Instant): Temporal.Instant | undefined =>
  meetingsOf(sessions)
    .filter(isToCome(now))
    .map(({ startsAt }) => startsAt)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))[0]
