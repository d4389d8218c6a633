import { endOfDay, instantAt, isDay, isTime, startOfDay, type Day, type Time } from '../values/day.ts'
import type { DayRefusalReason, SessionStatus, Standing } from './states.ts'

/** One day of a session, its hours read on the clock of the session's zone. Nothing runs past midnight. */
export type SessionDay = { date: Day; startTime: Time; endTime: Time; breakMinutes: number }

/** What is wrong, with which day, and with which earlier day it clashes. */
export type DayRefusal = { reason: DayRefusalReason; index: number; other?: number }

export type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** What decides whether a seat can be had. `seatsTaken` includes seats promised outside; a `capacity` of null is no limit. */
export type Standable = Span & {
  status: SessionStatus
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  capacity: number | null
  seatsTaken: number
  /** How many wait for a seat; one that is free is theirs. */
  waiting?: number
}

/** Whether a session takes place and is not over: ahead, or under way. */
export const isGoingOn = ({ status, endsAt }: Pick<Standable, 'status' | 'endsAt'>, now: Temporal.Instant): boolean =>
  status === 'scheduled' && Temporal.Instant.compare(now, endsAt) < 0

type Unfinished<T> = { [Key in keyof T]?: T[Key] | null }

/** For how many days an opened registration is news. */
export const NEWS_DAYS = 30

const FEW_SEATS = 5
const FEW_SHARE = 0.2

const minuteOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const lengthOf = ({ startTime, endTime }: SessionDay): number => minuteOf(endTime) - minuteOf(startTime)
const hasCome = (now: Temporal.Instant, instant: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, instant) >= 0

/** True when a day, perhaps of a draft, has all it takes to be judged. */
export const isComplete = <D extends Unfinished<SessionDay>>(day: D): day is D & SessionDay =>
  isDay(day.date) && isTime(day.startTime) && isTime(day.endTime) && Number.isInteger(day.breakMinutes)

/** Whether a session has days, and each of them is complete: one that is just being planned is on no page. */
export const isPlanned = ({ days }: { days?: readonly Unfinished<SessionDay>[] | null }): boolean =>
  Boolean(days?.length) && days!.every(isComplete)

const refusalOfOne = (day: SessionDay): DayRefusalReason | undefined => {
  if (day.endTime === '00:00') return 'ends-at-midnight'
  if (lengthOf(day) <= 0) return 'ends-before-start'
  if (day.breakMinutes >= lengthOf(day)) return 'break-too-long'
  return undefined
}

const refusalAfter = (before: SessionDay, day: SessionDay): DayRefusalReason | undefined => {
  if (day.date > before.date) return undefined
  if (day.date < before.date || day.startTime < before.startTime) return 'out-of-order'
  // Two stretches of one day may touch: a morning until noon, an afternoon from noon.
  return day.startTime < before.endTime ? 'overlap' : undefined
}

/** Why a session cannot have these days; undefined means it can. The first day that is wrong is named. */
export const refusalOfDays = (days: readonly SessionDay[]): DayRefusal | undefined => {
  if (days.length === 0) return { reason: 'no-days', index: 0 }
  for (const [index, day] of days.entries()) {
    const own = refusalOfOne(day)
    if (own) return { reason: own, index }
    const before = days[index - 1]
    const clash = before && refusalAfter(before, day)
    if (clash) return { reason: clash, index, other: index - 1 }
  }
  return undefined
}

/** A day as it is kept, or as the site shows it. */
type CalledOff = { canceled?: boolean | null; isCanceled?: boolean }

/** The days that are held; where we called off every one, all of them, as they were to be. */
export const heldDays = <Day extends object>(days: readonly (Day & CalledOff)[]): readonly (Day & CalledOff)[] => {
  const held = days.filter(({ canceled, isCanceled }) => !canceled && !isCanceled)
  return held.length > 0 ? held : days
}

/**
 * From the first minute of the first day that is held to the last of the last, for days that `refusalOfDays` accepts. Throws
 * without days.
 */
export const spanOf = (days: readonly (SessionDay & CalledOff)[], zone: string): Span => {
  const held = heldDays(days)
  const [first, last] = [held.at(0), held.at(-1)]
  if (!first || !last) throw new RangeError('A session without days has no beginning.')
  return { startsAt: instantAt(first.date, first.startTime, zone), endsAt: instantAt(last.date, last.endTime, zone) }
}

/** Minutes of instruction on all days that are held together, meals and breaks left out. */
export const netMinutes = (days: readonly (SessionDay & CalledOff)[]): number =>
  heldDays(days).reduce((sum, day) => sum + lengthOf(day) - day.breakMinutes, 0)

/**
 * When people can register: from the start of `opensOn` (null: at once) to the end of `closesOn`, but never beyond the start of
 * the session, which is also the default.
 */
export const registrationWindow = (
  session: { opensOn?: Day | null; closesOn?: Day | null; startsAt: Temporal.Instant },
  zone: string,
): { opensAt: Temporal.Instant | null; closesAt: Temporal.Instant } => {
  const { opensOn, closesOn, startsAt } = session
  const chosen = closesOn ? endOfDay(closesOn, zone) : startsAt
  return {
    opensAt: opensOn ? startOfDay(opensOn, zone) : null,
    closesAt: hasCome(chosen, startsAt) ? startsAt : chosen,
  }
}

/** At most five seats and at most a fifth of them (rounded up): 4 of 20 are few, 5 of 6 are not, the last one always is. */
const isFew = (left: number, capacity: number): boolean => left <= Math.min(FEW_SEATS, Math.ceil(capacity * FEW_SHARE))

/**
 * How a session stands at this moment. Every moment named begins what it names: registration is open at `opensAt`, closed at
 * `closesAt`, the session under way at `startsAt` and past at `endsAt`. A capacity of 0 is full, not without limit.
 */
export const standing = (session: Standable, now: Temporal.Instant): Standing => {
  const { status, startsAt, endsAt, opensAt, closesAt, capacity, seatsTaken, waiting = 0 } = session
  if (status === 'canceled') return 'canceled'
  if (hasCome(now, endsAt)) return 'past'
  if (hasCome(now, startsAt)) return 'under-way'
  if (opensAt && !hasCome(now, opensAt)) return 'not-open'
  if (closesAt && hasCome(now, closesAt)) return 'closed'
  if (capacity === null) return 'open'
  const left = capacity - seatsTaken
  if (left <= 0 || waiting > 0) return 'full'
  return isFew(left, capacity) ? 'few-left' : 'open'
}

/** The next moment after `now` at which any of these sessions opens, closes, begins or ends; undefined if none ever will. */
export const nextTurn = (
  sessions: Iterable<Pick<Standable, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt'>>,
  now: Temporal.Instant,
): Temporal.Instant | undefined => {
  let next: Temporal.Instant | undefined
  for (const { startsAt, endsAt, opensAt, closesAt } of sessions)
    for (const turn of [startsAt, endsAt, opensAt, closesAt])
      if (turn && !hasCome(now, turn) && (!next || !hasCome(turn, next))) next = turn
  return next
}

const REGISTRABLE: readonly Standing[] = ['open', 'few-left']

/** Whether somebody who registers now gets a seat. */
export const isRegistrable = ({ standing }: { standing: Standing }): boolean => REGISTRABLE.includes(standing)

/** Whether a session has not begun yet; one that was called off among them. */
export const isToCome = ({ standing }: { standing: Standing }): boolean =>
  standing !== 'past' && standing !== 'under-way'
