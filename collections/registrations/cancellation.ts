import type { Registration } from '../kernel/payload-types.ts'
import { noShowFee } from '../policies/deadline.ts'
import { instantAt, type Day, type Time } from '../values/day.ts'
import { sumCents, type Cents } from '../values/money.ts'
import { hasAccepted } from './acceptance.ts'
import { agreementOf, freeUntil, isActive, isFreeAt, type CurrentEvent } from './policy.ts'
import type { Refusal } from './states.ts'

// What can still be canceled, until when and at what price. Said here once: the person's page and the desk show it, whoever
// cancels is held to it, and what it costs is booked and written as it says. The desk may do for somebody what they may do.

/** One event of a registration: its own days that are canceled together. */
export type CancelableEvent = {
  days: Day[]
  /** null: always. */
  freeUntil: Temporal.Instant | null
  /** Canceling now costs nothing. */
  isFree: boolean
  /** What canceling now would cost. */
  fee: Cents
  state: 'coming' | 'canceled' | 'handed-on' | 'host-canceled' | 'over'
}

/** `refusal`: why nothing can be canceled; null: something can, and `coming` is what. */
export type Cancellation = {
  events: CancelableEvent[]
  coming: CancelableEvent[]
  refusal: Refusal | null
  hasSeat: boolean
  /** Which events are given up can be chosen: only of a seat, and only of several. Everybody else leaves as a whole. */
  isByEvent: boolean
}

/** Of a session, what decides. */
type Held = {
  status: string
  startsAt: Temporal.Instant
  timeZone: string
  days: readonly { date: Day; startTime: Time }[]
}

type Row = { date: Day; state: string; isOnTime?: boolean | null }

const isCanceled = (rows: readonly Row[], day: Day): boolean =>
  rows.some(({ date, state }) => date === day && state === 'canceled')

const isHandedOn = (rows: readonly Row[], day: Day): boolean =>
  rows.some(({ date, state }) => date === day && state === 'substituted')

const hasBegun = ({ days, startsAt, timeZone }: Held, day: Day, now: Temporal.Instant): boolean => {
  const first = days.find(({ date }) => date === day)
  const begins = first ? instantAt(day, first.startTime, timeZone) : startsAt
  return Temporal.Instant.compare(now, begins) >= 0
}

/**
 * What can be canceled of a registration at a moment. `events` are the days that are canceled together by the rules of now, `rows`
 * the ledger of its days. An event that has begun is over as a whole: who was there on its other days is recorded.
 */
export const cancellation = (
  registration: Pick<Registration, 'status' | 'agreed' | 'acceptance' | 'canceledAt' | 'sharesSeatOf'>,
  session: Held,
  events: readonly CurrentEvent[],
  rows: readonly Row[],
  now: Temporal.Instant,
): Cancellation => {
  const agreed = agreementOf(registration)
  const isCalledOff = session.status === 'canceled'
  const hasSeat = registration.status === 'confirmed'
  // What ended is as it was then: nobody comes to a day that had not begun.
  const ended = registration.status === 'canceled' ? registration.canceledAt : null
  const at = ended ? Temporal.Instant.from(ended) : now
  const stateOf = (days: readonly Day[]): CancelableEvent['state'] => {
    if (isCalledOff) return 'host-canceled'
    if (days.every((day) => isCanceled(rows, day))) return 'canceled'
    // Whoever has only days of somebody's seat keeps none for the others.
    if (days.every((day) => isHandedOn(rows, day))) return registration.sharesSeatOf ? 'canceled' : 'handed-on'
    if (hasBegun(session, days[0]!, at)) return 'over'
    return ended ? 'canceled' : 'coming'
  }
  const known = events.map((event) => {
    // Nothing is owed by terms that were not accepted.
    const until = hasAccepted(registration) ? freeUntil(event, agreed, events) : null
    const isFree = !hasSeat || isFreeAt(until, now)
    const own = event.days.filter((day) => !isHandedOn(rows, day))
    const days = own.length > 0 ? own : event.days
    const held = own.filter((day) => !isCanceled(rows, day))
    const fee = isFree ? 0 : noShowFee(held.length, agreed.feePerDay ?? 0)
    return { days, freeUntil: until, isFree, fee, state: stateOf(days) }
  })
  const coming = isActive(registration.status) ? known.filter(({ state }) => state === 'coming') : []
  const refusalOf = (): Refusal | null => {
    if (!isActive(registration.status)) return 'already-canceled'
    if (isCalledOff) return 'called-off'
    return coming.length === 0 ? 'already-started' : null
  }
  return { events: known, coming, refusal: refusalOf(), hasSeat, isByEvent: hasSeat && coming.length > 1 }
}

/** What a cancellation would do. */
export type CancelPlan = {
  given: CancelableEvent[]
  kept: CancelableEvent[]
  fee: Cents
  /** The registration ends, and its seat is free; otherwise the days are canceled each for itself. */
  isWhole: boolean
}

/**
 * What happens when the events that begin on these days are canceled; with none named, all that are coming. Days that were
 * canceled before keep no seat, so that whoever gives up the last ends the registration; whoever was there on some does not, nor
 * does whoever handed some on, as the colleague comes on that seat.
 */
export const planOf = (
  { events, coming, refusal, hasSeat }: Cancellation,
  chosen: readonly Day[] = [],
): { ok: true; plan: CancelPlan } | { ok: false; refusal: Refusal } => {
  if (refusal) return { ok: false, refusal }
  if (chosen.some((day) => !coming.some(({ days }) => days[0] === day))) return { ok: false, refusal: 'unknown-days' }
  const isAll = chosen.length === 0 || !hasSeat
  const given = isAll ? coming : coming.filter(({ days }) => chosen.includes(days[0]!))
  return {
    ok: true,
    plan: {
      given,
      kept: coming.filter((event) => !given.includes(event)),
      fee: sumCents(given.map(({ fee }) => fee)),
      isWhole: !hasSeat || events.every((event) => given.includes(event) || event.state === 'canceled'),
    },
  }
}
