import type { Registration } from '../kernel/payload-types.ts'
import { daysBetween, type Day } from '../values/day.ts'
import type { AgreedEvent, Agreement } from './agreement.ts'
import { ACTIVE, type Status } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** The days that are canceled together as they are now, when the first begins, and until when canceling is free by the rule. */
export type CurrentEvent = { days: Day[]; begins?: Temporal.Instant; freeUntil: Temporal.Instant | null }

export const agreementOf = ({ agreed }: Pick<Registration, 'agreed'>): Agreement => agreed as unknown as Agreement

export const isActive = (status: Status): boolean => isOneOf(ACTIVE, status)

/** The later of two deadlines; null: always. */
export const later = (a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null => {
  if (a === null || b === null) return null
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}

/**
 * What was agreed to about an event: about the same days; where the session was moved, also about the event that had its place in
 * the order; and where that says nothing, about the days that lay nearest. `events` are all there are now.
 */
const agreedAbout = (
  event: CurrentEvent,
  agreed: readonly AgreedEvent[],
  events: readonly CurrentEvent[],
  hasNearest = true,
) => {
  const { days } = event
  const at = events.findIndex((one) => one.days[0] === days[0])
  const inItsPlace = events.length === agreed.length ? agreed[at] : undefined
  const same = agreed.filter((one) => one === inItsPlace || one.days.some((day) => days.includes(day)))
  if (same.length > 0 || !hasNearest) return same
  const distance = (one: AgreedEvent) => Math.min(...one.days.map((day) => Math.abs(daysBetween(day, days[0]!))))
  const nearest = Math.min(...agreed.map(distance))
  return agreed.filter((one) => distance(one) === nearest)
}

type Deadlines = Pick<Agreement, 'events' | 'since'>

/** The latest moment that was agreed to about an event or said since, or the one the rule gives now where that is later. */
const latestSaid = (
  event: CurrentEvent,
  { events: agreed, since }: Deadlines,
  events: readonly CurrentEvent[],
): Temporal.Instant | null => {
  // What was said since was worked out from what was agreed to, and lies nearer to how it is now.
  const said = since
    ? [...agreedAbout(event, agreed, events, false), ...agreedAbout(event, since, events)]
    : agreedAbout(event, agreed, events)
  const then = said.map(({ freeUntil: until }) => until)
  return then.reduce<Temporal.Instant | null>(
    (latest, until) => later(until === null ? null : Temporal.Instant.from(until), latest),
    event.freeUntil,
  )
}

/**
 * Until when an event can be canceled without a fee. A rule that changed, or a session that moved, can only help the person; what
 * has begun cannot be canceled any more, whatever was said of the day it was to be. null: always.
 */
export const freeUntil = (
  event: CurrentEvent,
  agreed: Deadlines,
  events: readonly CurrentEvent[],
): Temporal.Instant | null => {
  const said = latestSaid(event, agreed, events)
  return said && event.begins && Temporal.Instant.compare(event.begins, said) < 0 ? event.begins : said
}

const sameEvents = (a: readonly AgreedEvent[], b: readonly AgreedEvent[]): boolean =>
  JSON.stringify(a.map(({ days, freeUntil: until }) => [days, until])) ===
  JSON.stringify(b.map(({ days, freeUntil: until }) => [days, until]))

/** The agreement with the events as they are now and are said to be; undefined where that is nothing new. */
export const withDeadlinesSaid = (agreed: Agreement, events: readonly CurrentEvent[]): Agreement | undefined => {
  const since = events.map((event) => ({
    days: event.days,
    freeUntil: latestSaid(event, agreed, events)?.toString() ?? null,
  }))
  return sameEvents(since, agreed.since ?? agreed.events) ? undefined : { ...agreed, since }
}

/** The agreement once days of the session have become others: until when each was ever free goes along with it. */
export const withDaysMoved = (agreed: Agreement, moved: ReadonlyMap<Day, Day>): Agreement => {
  const said = agreed.since ?? agreed.events
  return { ...agreed, since: said.map((event) => ({ ...event, days: event.days.map((day) => moved.get(day) ?? day) })) }
}

/** The deadline itself is on time. */
export const isFreeAt = (deadline: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  deadline === null || Temporal.Instant.compare(now, deadline) <= 0

type Ended = Pick<Registration, 'agreed' | 'acceptance' | 'canceledAt' | 'canceledBy' | 'canceledFrom'>

/**
 * The days of a registration canceled as a whole that were canceled too late (Cultural Collaborative, "Cancellation Policy").
 * Never for somebody who only waited or has not accepted the terms, nor where we, or a clock, ended it.
 */
export const lateDays = (registration: Ended, events: readonly CurrentEvent[]): Day[] => {
  const { acceptance, canceledAt, canceledBy, canceledFrom } = registration
  const isTheirs = canceledBy === 'person' || canceledBy === 'staff'
  if (!canceledAt || !isTheirs || canceledFrom !== 'confirmed' || acceptance === 'asked') return []
  const at = Temporal.Instant.from(canceledAt)
  const agreed = agreementOf(registration)
  return events.filter((event) => !isFreeAt(freeUntil(event, agreed, events), at)).flatMap(({ days }) => days)
}
