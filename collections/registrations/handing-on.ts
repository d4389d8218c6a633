import type { Attendance, Registration } from '../kernel/payload-types.ts'
import { instantAt, type Day, type Time } from '../values/day.ts'
import { ANSWER_DAYS, hasAccepted } from './acceptance.ts'
import type { Agreement } from './agreement.ts'
import { orderEnd, type Office } from './office.ts'
import { sumCents } from '../values/money.ts'
import { agreementOf, freeUntil, type CurrentEvent } from './policy.ts'
import { handedPrice } from './price.ts'

// Sending a colleague: which days can be handed on, until when the colleague has to answer, and what the colleague agrees to.

/** A colleague who was asked to come instead. Moments are ISO 8601. `days` null: the whole seat. */
export type Asked = {
  name: string
  email: string
  days: Day[] | null
  /** Tells one asking of a registration from another. */
  key: string
  at: string
  until: string
  /** How often it was asked, once more whenever the session changed since; absent: once. */
  times?: number
  /** Absent as long as the answer is waited for. */
  answer?: 'declined' | 'lapsed' | 'taken-back'
}

/** Days that went to a colleague, and what the colleague agreed to. `asking`: the key of the asking; null where nobody was asked. */
export type HandedDays = {
  /** Tells one handing on of a registration from another. */
  key: string
  days: Day[]
  person: string
  name: string
  email: string
  at: string
  asking: string | null
  acceptance: 'online' | 'paper'
  acceptedAt: string
  agreed: Agreement
}

export const askedOf = ({ asked }: Pick<Registration, 'asked'>): Asked | null =>
  (asked as Asked | null | undefined) ?? null

export const handedOnOf = ({ handedOn }: Pick<Registration, 'handedOn'>): HandedDays[] =>
  (handedOn as HandedDays[] | null | undefined) ?? []

/** The colleague whose answer is waited for; null where none is. */
export const openAsking = (registration: Pick<Registration, 'asked' | 'status'>): Asked | null => {
  const asked = askedOf(registration)
  return asked && !asked.answer && registration.status === 'confirmed' ? asked : null
}

/** Of a session, what decides. */
type Held = {
  status: string
  timeZone: string
  days: readonly { date: Day; startTime: Time; isCanceled: boolean }[]
}
type Row = Pick<Attendance, 'date' | 'state'>
type Holder = Pick<Registration, 'status' | 'agreed' | 'participation' | 'acceptance'>

const datesHeld = ({ days }: Held): Day[] => [
  ...new Set(days.filter(({ isCanceled }) => !isCanceled).map(({ date }) => date)),
]

/** When a day of a session begins. Throws for a date that is none of its days. */
export const beginOf = ({ days, timeZone }: Held, day: Day): Temporal.Instant =>
  instantAt(day, days.find(({ date }) => date === day)!.startTime, timeZone)

/**
 * The days somebody may hand on now: where the terms they accepted let a colleague come, until the day begins, and never of a
 * member guest, whose permission and check are their own. A day about which something is known already is left alone.
 */
export const daysToHandOn = (holder: Holder, session: Held, rows: readonly Row[], now: Temporal.Instant): Day[] => {
  const isAllowed =
    holder.status === 'confirmed' &&
    hasAccepted(holder) &&
    agreementOf(holder).substitution &&
    holder.participation !== 'guest' &&
    session.status === 'scheduled'
  if (!isAllowed) return []
  return datesHeld(session).filter(
    (day) => Temporal.Instant.compare(now, beginOf(session, day)) < 0 && !rows.some(({ date }) => date === day),
  )
}

/** Whether these are all days there are, so that the seat itself changes hands; otherwise only days of it do. */
export const isWholeSeat = (days: readonly Day[], session: Held, rows: readonly Row[]): boolean =>
  rows.length === 0 && datesHeld(session).every((day) => days.includes(day))

/**
 * Until when a colleague has to answer: some business days, never beyond the moment the first of the days begins; and where the
 * days can still be canceled free of charge, a day before that ends, so that whoever asked can still do so.
 */
export const colleagueUntil = (
  now: Temporal.Instant,
  office: Pick<Office, 'holidays' | 'zone'>,
  begins: Temporal.Instant,
  free: Temporal.Instant | null,
): Temporal.Instant => {
  const end = orderEnd(now, ANSWER_DAYS, office, begins)
  const before = free?.subtract({ hours: 24 })
  const isSoon = !before || Temporal.Instant.compare(before, now.add({ hours: 24 })) < 0
  return isSoon || Temporal.Instant.compare(before, end) > 0 ? end : before
}

/**
 * An asking once the session has changed: about the days that are still held, never beyond the beginning of the first, and asked once
 * more. undefined: none of its days is held any more.
 */
export const askedAnew = (asked: Asked, session: Held): Asked | undefined => {
  const held = datesHeld(session)
  const days = asked.days && asked.days.filter((day) => held.includes(day))
  const [first] = days ?? held
  if (first === undefined) return undefined
  const [until, begins] = [Temporal.Instant.from(asked.until), beginOf(session, first)]
  const last = Temporal.Instant.compare(begins, until) < 0 ? begins : until
  return { ...asked, days, until: last.toString(), times: (asked.times ?? 1) + 1 }
}

/** What somebody agreed to who took days of one seat several times: the terms of the last time, for all days and their prices. */
export const agreedToAll = (handings: readonly Pick<HandedDays, 'agreed'>[]): Agreement => {
  const all = handings.map(({ agreed }) => agreed)
  const last = all.at(-1)!
  const events = all.flatMap((agreed) => agreed.events).toSorted((a, b) => a.days[0]!.localeCompare(b.days[0]!))
  const prices = all.map(({ price }) => price.cents)
  const cents = prices.every((one) => one !== null) ? sumCents(prices) : null
  return { ...last, events, price: { ...last.price, cents } }
}

/** The earliest moment until which one of the days can be canceled free of charge; null: always. */
export const freeOf = (
  days: readonly Day[],
  agreed: Agreement,
  events: readonly CurrentEvent[],
): Temporal.Instant | null =>
  events
    .filter((event) => event.days.some((day) => days.includes(day)))
    .map((event) => freeUntil(event, agreed, events))
    .reduce<Temporal.Instant | null>(
      (first, until) => (until && (!first || Temporal.Instant.compare(until, first) < 0) ? until : first),
      null,
    )

const GIVEN_UP: readonly string[] = ['canceled', 'substituted']

/** How many days somebody has left to pay for. */
const daysLeft = (session: Held, rows: readonly Row[]): number =>
  datesHeld(session).filter((day) => !rows.some(({ date, state }) => date === day && GIVEN_UP.includes(state))).length

type Handed = {
  name: string
  days: readonly Day[]
  session: Held
  events: readonly CurrentEvent[]
  rows: readonly Row[]
}

/**
 * What a colleague agrees to who takes the seat, or days of it: the terms, deadlines and fee of whoever hands them on, and the
 * price of the days. Bills that went to the person go to the colleague from now on; any other payer stays.
 */
export const colleagueAgreement = (
  holder: Pick<Registration, 'agreed' | 'payer'>,
  { name, days, session, events, rows }: Handed,
  at: Temporal.Instant,
): Agreement => {
  const agreed = agreementOf(holder)
  const { kind, name: payer, reason } = holder.payer
  const taken: Agreement = {
    ...agreed,
    at: at.toString(),
    payer: { kind, name: kind === 'person' ? name : payer, reason },
  }
  if (isWholeSeat(days, session, rows)) return taken
  const { since: _, ...rest } = taken
  return {
    ...rest,
    events: events.flatMap((event) => {
      const theirs = event.days.filter((day) => days.includes(day))
      const until = freeUntil(event, agreed, events)
      return theirs.length > 0 ? [{ days: theirs, freeUntil: until?.toString() ?? null }] : []
    }),
    price: { ...agreed.price, cents: handedPrice(agreed, daysLeft(session, rows), days.length) },
  }
}
