import type { Registration } from '../kernel/payload-types.ts'
import { daysBetween, type Day } from '../values/day.ts'
import type { Agreement, AgreedEvent } from './agreement.ts'
import { ACTIVE, type Status } from './states.ts'
import { isOneOf } from '../values/list.ts'

/** The days that are canceled together as they are now, and until when that is free. */
export type CurrentEvent = { days: Day[]; freeUntil: Temporal.Instant | null }

export const agreementOf = ({ agreed }: Pick<Registration, 'agreed'>): Agreement => agreed as unknown as Agreement

export const isActive = (status: Status): boolean => isOneOf(ACTIVE, status)

const later = (a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null => {
  if (a === null || b === null) return null
  return Temporal.Instant.compare(a, b) >= 0 ? a : b
}

/** What was agreed to about these days; where they were moved to others, about the days that lay nearest. */
const agreedAbout = (days: readonly Day[], { events }: Agreement): AgreedEvent[] => {
  const same = events.filter((event) => event.days.some((day) => days.includes(day)))
  if (same.length > 0) return same
  const distance = (event: AgreedEvent) => Math.min(...event.days.map((day) => Math.abs(daysBetween(day, days[0]!))))
  return events.toSorted((one, other) => distance(one) - distance(other)).slice(0, 1)
}

/**
 * Until when these days can be canceled without a fee: the moment that was agreed to, or the one the rule gives now where that
 * is later. A rule that changed, or a session that moved, can only help the person. null: always.
 */
export const freeUntil = ({ days, freeUntil: current }: CurrentEvent, agreed: Agreement): Temporal.Instant | null => {
  const then = agreedAbout(days, agreed).map((event) => event.freeUntil)
  return then.reduce<Temporal.Instant | null>(
    (latest, until) => later(until === null ? null : Temporal.Instant.from(until), latest),
    current,
  )
}

/** The deadline itself is on time. */
export const isFreeAt = (deadline: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  deadline === null || Temporal.Instant.compare(now, deadline) <= 0

type Ended = Pick<Registration, 'agreed' | 'canceledAt' | 'canceledBy' | 'canceledFrom'>

/**
 * The days of a registration canceled as a whole that were canceled too late (Cultural Collaborative, "Cancellation Policy").
 * Never for somebody who only waited, nor where we, or a clock, ended it.
 */
export const lateDays = (registration: Ended, events: readonly CurrentEvent[]): Day[] => {
  const { canceledAt, canceledBy, canceledFrom } = registration
  const isTheirs = canceledBy === 'person' || canceledBy === 'staff'
  if (!canceledAt || !isTheirs || canceledFrom !== 'confirmed') return []
  const at = Temporal.Instant.from(canceledAt)
  const agreed = agreementOf(registration)
  return events.filter((event) => !isFreeAt(freeUntil(event, agreed), at)).flatMap(({ days }) => days)
}
