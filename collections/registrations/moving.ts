import type { Attendance, Registration } from '../kernel/payload-types.ts'
import { dayIn, instantAt, type Day, type Time } from '../values/day.ts'
import type { Agreement } from './agreement.ts'
import { handedOnOf, openAsking } from './handing-on.ts'
import { agreementOf, freeUntil, isFreeAt, later, type CurrentEvent } from './policy.ts'
import type { Status } from './states.ts'

// Moving somebody to another date of the course: who can be moved, to which dates, and what goes along. Said here once: the page
// shows it beside each date, and whoever moves is held to it.

/** A move that was made. Moments are ISO 8601. `days`: each day before with the one it became. */
export type Move = {
  session: string
  seatKey: string | null
  at: string
  /** The revision the form had shown: the same form sent again is the same move. */
  shown: number
  /** How it stood there from then on, and by which link it was managed. */
  status: Status
  linkVersion: number
  /** The first day there had been. */
  from: Day
  days: Record<Day, Day>
}

export const movesOf = ({ movedFrom }: Pick<Registration, 'movedFrom'>): Move[] =>
  (movedFrom as Move[] | null | undefined) ?? []

export type MoveRefusal =
  | 'no-seat-to-move'
  | 'moves-with-program'
  | 'colleague-has-days'
  | 'too-late-to-move'
  | 'days-not-recorded'
  | 'nothing-to-move'
  | 'date-same'
  | 'date-past'
  | 'date-under-way'
  | 'date-called-off'
  | 'date-not-open'
  | 'date-closed'
  | 'date-full'
  | 'date-other-price'
  | 'date-asks-more'
  | 'date-other-days'
  | 'date-day-known'
  | 'date-registered'

/** Why nobody is moved, or not to this date; for the person and for the desk. */
export const MOVE_REFUSALS = {
  'no-seat-to-move': 'Only a seat, or a place on the waitlist, can be moved to another date.',
  'moves-with-program': 'These days belong to a place in a program, which has no other dates.',
  'colleague-has-days': 'A colleague has days of this seat, or was asked to take them. So it stays on this date.',
  'too-late-to-move':
    'The time to cancel free of charge has passed, so this can be moved only by the registration desk. Please call.',
  'days-not-recorded': 'A day has begun and nobody has recorded who was there. Record it first.',
  'nothing-to-move': 'These days have begun, so there is nothing left to move.',
  'date-same': 'This is the date as it is.',
  'date-past': 'This date is over.',
  'date-under-way': 'This date has begun.',
  'date-called-off': 'This date does not take place.',
  'date-not-open': 'Registration for this date has not opened yet.',
  'date-closed': 'Registration for this date has closed.',
  'date-full': 'All seats are taken, or others wait for one already.',
  'date-other-price': 'This date has another price. Register for it, and cancel this one.',
  'date-asks-more': 'This course asks for another course first. Register for it, and cancel this one.',
  'date-other-days': 'This date has another number of days, and some of yours have begun.',
  'date-day-known': 'One of its days is one that was given up, or recorded, already.',
  'date-registered': 'There is a registration for this date already.',
} satisfies Record<MoveRefusal, string>

/** Of a session, what decides. */
type Held = {
  timeZone: string
  startsAt: Temporal.Instant
  days: readonly { date: Day; startTime: Time; isCanceled: boolean }[]
}
type Row = Pick<Attendance, 'date' | 'state' | 'isOnTime'>
type Holder = Pick<
  Registration,
  'status' | 'agreed' | 'acceptance' | 'application' | 'sharesSeatOf' | 'handedOn' | 'asked'
>

/** The days that take place, each once: when the first stretch of each begins. */
const heldOf = ({ days, timeZone }: Held): { date: Day; begins: Temporal.Instant }[] => {
  const held = days.filter(({ isCanceled }) => !isCanceled)
  return [...new Set(held.map(({ date }) => date))].map((date) => ({
    date,
    begins: instantAt(date, held.find((day) => day.date === date)!.startTime, timeZone),
  }))
}

const hasBegun = (now: Temporal.Instant) => (day: { begins: Temporal.Instant }) =>
  Temporal.Instant.compare(now, day.begins) >= 0

type Where = { session: Held; events: readonly CurrentEvent[]; rows: readonly Row[] }

/**
 * Why a registration cannot be moved at all; undefined: it can. By the person: before it begins, and while canceling would be free,
 * because somebody who is moved late leaves an empty seat as somebody does who cancels late. The desk may do so all the same, and for
 * days that are still to come where others have begun and are recorded.
 */
export const refusalToMove = (
  holder: Holder,
  { session, events, rows }: Where,
  by: 'person' | 'staff',
  now: Temporal.Instant,
): MoveRefusal | undefined => {
  if (holder.status !== 'confirmed' && holder.status !== 'waitlisted') return 'no-seat-to-move'
  if (holder.application) return 'moves-with-program'
  const isShared = holder.sharesSeatOf || handedOnOf(holder).length > 0 || openAsking(holder)
  if (isShared) return 'colleague-has-days'
  const held = heldOf(session)
  const begun = held.filter(hasBegun(now))
  if (begun.length > 0 && (by === 'person' || holder.status === 'waitlisted' || begun.length === held.length))
    return 'nothing-to-move'
  if (begun.some(({ date }) => !rows.some((row) => row.date === date))) return 'days-not-recorded'
  const agreed = agreementOf(holder)
  const isBound = holder.status === 'confirmed' && holder.acceptance !== 'asked'
  const isLate = isBound && events.some((event) => !isFreeAt(freeUntil(event, agreed, events), now))
  return by === 'person' && isLate ? 'too-late-to-move' : undefined
}

/** Another date, as far as it decides. `cents`: what a place would cost there; `capacity` null: no limit. */
export type OtherDate = {
  isSame: boolean
  isRegistered: boolean
  asksMore: boolean
  isSameCourse: boolean
  cents: number | null
  /** As the pages of the course say it. */
  standing: string
  capacity: number | null
  seatsTaken: number
  waiting: number
  session: Held
}

/** What the standing of a date says against it; where the desk may register people, it may move them. */
const CLOSED: Readonly<Partial<Record<string, MoveRefusal>>> = {
  canceled: 'date-called-off',
  past: 'date-past',
  'not-open': 'date-not-open',
  closed: 'date-closed',
}

/** Nobody is passed: a seat is free only where no one waits for it. */
const isFull = ({ capacity, seatsTaken, waiting }: OtherDate): boolean =>
  capacity !== null && (capacity - seatsTaken <= 0 || waiting > 0)

/** Why this date cannot be had; undefined: it can. `session`: where the registration is now. */
export const refusalOfDate = (
  { agreed }: Pick<Registration, 'agreed'>,
  { session, rows }: Pick<Where, 'session' | 'rows'>,
  other: OtherDate,
  by: 'person' | 'staff',
  now: Temporal.Instant,
): MoveRefusal | undefined => {
  if (other.isSame) return 'date-same'
  const closed = CLOSED[other.standing]
  if (closed && (by === 'person' || closed === 'date-called-off' || closed === 'date-past')) return closed
  const begun = heldOf(session).filter(hasBegun(now)).length
  const there = heldOf(other.session)
  if (begun > 0 && there.length !== heldOf(session).length) return 'date-other-days'
  // What comes after the days that have begun must be still to come there too.
  if (there.slice(begun).some(hasBegun(now))) return 'date-under-way'
  if (there.some(({ date }) => rows.some((row) => row.date === date))) return 'date-day-known'
  if (other.isRegistered) return 'date-registered'
  if (other.asksMore) return 'date-asks-more'
  if (!other.isSameCourse && agreementOf({ agreed }).price.cents !== other.cents) return 'date-other-price'
  return isFull(other) ? 'date-full' : undefined
}

/** Each day before with the one that it becomes: the one in its place. */
export const daysAlong = (session: Held, other: Held): Record<Day, Day> => {
  const there = heldOf(other)
  return Object.fromEntries(heldOf(session).flatMap(({ date }, at) => (there[at] ? [[date, there[at].date]] : [])))
}

/** What the ledger says of a day on the new date because of the one it stands for. */
export type RowAlong = { date: Day; state: 'excused' | 'canceled'; from: Day }

/**
 * What the ledger says on the new date. Whoever was there on a day need not come on the one that stands for it, nor whoever missed it,
 * which stays where it was with its fee; a day that was given up stays given up, in time. `zone`: of the session before.
 */
export const rowsAlong = (
  { days, at }: Pick<Move, 'days' | 'at'>,
  rows: readonly Pick<Row, 'date' | 'state'>[],
  zone: string,
): RowAlong[] =>
  rows.flatMap(({ date: from, state }): RowAlong[] => {
    const date = days[from]
    if (!date) return []
    if (state === 'canceled') return [{ date, state, from }]
    return from <= dayIn(Temporal.Instant.from(at), zone) ? [{ date, state: 'excused', from }] : []
  })

const THERE: readonly string[] = ['present', 'partly']

/** The days before that were attended and stand for days of the session it is for now: the new day, with what the ledger says. */
export const attendedBefore = <R extends { session: unknown; date: Day; state: string }>(
  moves: readonly Move[],
  rows: readonly R[],
): { date: Day; row: R }[] =>
  rows
    .filter(({ state }) => THERE.includes(state))
    .flatMap((row) => {
      const at = moves.findIndex(({ session }) => session === row.session)
      if (at < 0) return []
      const date = moves.slice(at).reduce<Day | undefined>((day, { days }) => (day ? days[day] : undefined), row.date)
      return date ? [{ date, row }] : []
    })

/** The day of the session it is for now that a day before became; the day itself where it was not moved. */
export const dayNow = (moves: readonly Move[], session: string, day: Day): Day => {
  const at = moves.findIndex((move) => move.session === session)
  return at < 0 ? day : moves.slice(at).reduce((date, { days }) => days[date] ?? date, day)
}

type There = {
  events: readonly CurrentEvent[]
  course: Agreement['course']
  check: { due: Day; lastMailDay: Day } | null
}

/**
 * What holds on the new date of what was agreed to: everything but the days, and for each the deadline that is kinder, the one that
 * was agreed to for the day in its place or the one of the rule. A check may come by the later of both days.
 */
export const agreementAfterMove = (
  { since, ...agreed }: Agreement,
  events: readonly CurrentEvent[],
  { events: there, course, check }: There,
): Agreement => ({
  ...agreed,
  course,
  events: there.map((event, at) => {
    const before = events[at]
    const until = before ? later(freeUntil(before, { ...agreed, since }, events), event.freeUntil) : event.freeUntil
    return { days: event.days, freeUntil: until?.toString() ?? null }
  }),
  check:
    agreed.check && check && check.due > agreed.check.due
      ? { cents: agreed.check.cents, due: check.due, lastMailDay: check.lastMailDay }
      : agreed.check,
})
