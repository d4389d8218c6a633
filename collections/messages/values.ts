import topLevelDomains from 'tlds' with { type: 'json' }
import type { Attendance, Deposit, Registration, Session } from '../kernel/payload-types.ts'
import { hasAccepted } from '../registrations/acceptance.ts'
import { agreementOf, lateDays, type CurrentEvent } from '../registrations/policy.ts'
import type { PayerKind } from '../registrations/states.ts'
import type { Values } from '../templates/placeholders.ts'
import type { MessageKind } from '../templates/states.ts'
import { formatDay, formatInstant, instantAt, type Day } from '../values/day.ts'
import { formatMoney, sumCents, type Cents } from '../values/money.ts'
import { changeLines } from './changes.ts'
import { checkValues } from './checks.ts'
import { permissionValues } from './permissions.ts'
import { costOf, feeBillOf, feeDroppedOf, lateFeeOf } from './fees.ts'
import {
  acceptAskOf,
  cancelLeadOf,
  cancelLines,
  dayLine,
  daysToCome,
  leftOf,
  orderOf,
  payerReasonOf,
  priceOf,
  standingOf,
  startOf,
  substitutionOf,
} from './sentences.ts'

/** The desk, as the contact page names it. `address`: several lines; where letters and checks go. */
export type Desk = {
  name: string
  email: string
  phone: string | null
  hours: string | null
  address: string | null
}

/** Everything a message about one registration is made from. */
export type Facts = {
  registration: Registration
  session: Session
  /** The days that are canceled together, as the rules give them now. */
  events: readonly CurrentEvent[]
  attendance: readonly Attendance[]
  /** The days the message is about, where it is about some of them only. */
  about: readonly Day[] | null
  deposit: Deposit | null
  /** The member district that hosts, or that gave permission. */
  host: string | null
  /** The place on the waitlist, counted from 1; null for whoever does not wait. */
  position: number | null
  /** Titles of what has to come first. */
  prerequisites: readonly string[]
  desk: Desk
  /** Full addresses; empty where there is no such page. */
  links: { course: string; manage: string; guestRules: string }
  now: Temporal.Instant
  locale: string
}

/** Top-level domains, which alone make programs take words with a dot for a link: “Dr.Smith” is none. */
const TOP_LEVEL: ReadonlySet<string> = new Set(topLevelDomains)

const readsAsLink = (line: string): boolean =>
  /[/@:<>]|www\./i.test(line) ||
  [...line.toLowerCase().matchAll(/[\p{L}\p{N}-]{2,}\.([\p{L}\p{N}-]{2,})(?=[^\p{L}\p{N}-]|$)/gu)].some(([, last]) =>
    TOP_LEVEL.has(last!),
  )

/**
 * A name as strangers typed it, for a message from us to a mailbox they also typed: what could be read as a link or as a
 * message of their own is not repeated.
 */
export const plainName = (name: string, otherwise: string): string => {
  const line = name.replace(/\s+/g, ' ').trim()
  return line === '' || line.length > 80 || readsAsLink(line) ? otherwise : line
}

/** Organizations are called as they are on our list, which no stranger writes. */
export const payerNameOf = ({ kind, name }: { kind: PayerKind; name: string }, otherwise: string): string =>
  kind === 'organization' ? name : plainName(name, otherwise)

/** Letters to people who do not have the seat they are about. */
const FOR_OTHERS: readonly MessageKind[] = ['substituted', 'day-substituted', 'colleague-asked', 'colleague-over']

const GONE: readonly string[] = ['canceled', 'substituted']

/** Days the person gave up one by one. */
const givenUp = ({ attendance }: Facts): Set<Day> =>
  new Set(attendance.filter(({ state }) => GONE.includes(state)).map(({ date }) => date))

/** Days of the session that are still the person's; of somebody who is out, those that would have been. */
export const daysOfTheirs = (facts: Facts): Session['days'] => {
  const { session, registration } = facts
  const held = session.status === 'canceled' ? session.days : session.days.filter(({ canceled }) => !canceled)
  const gone = givenUp(facts)
  return registration.status === 'canceled' ? held : held.filter(({ date }) => !gone.has(date))
}

/** The same for a letter, which names all days where none is theirs any more. */
export const ownDays = (facts: Facts): Session['days'] => {
  const own = daysOfTheirs(facts)
  return own.length > 0 ? own : facts.session.days
}

/** The days a message lists: a reminder those of its event, every other one all that are the person's. */
const daysOfMessage = (kind: MessageKind, facts: Facts): Session['days'] => {
  const own = ownDays(facts)
  const { about, events } = facts
  if (kind !== 'reminder' || !about) return own
  const event = events.find(({ days }) => days.some((day) => about.includes(day)))
  const ofEvent = own.filter(({ date }) => event?.days.includes(date))
  return ofEvent.length > 0 ? ofEvent : own
}

/** Of what goes on, nothing is listed that is over. */
const scheduled = (
  kind: MessageKind,
  days: Session['days'],
  zone: string,
  now: Temporal.Instant,
): readonly Session['days'][number][] =>
  kind === 'day-canceled'
    ? days.filter(
        ({ date, endTime, canceled }) => !canceled && Temporal.Instant.compare(now, instantAt(date, endTime, zone)) < 0,
      )
    : days

/** Days with a fee, or those of them the message is about. */
const missedRows = ({ attendance, about }: Facts): Attendance[] =>
  attendance.filter(({ date, feeCents }) => feeCents && (about?.includes(date) ?? true))

/** What the ledger says of the days the message is about. */
const subjectRows = ({ attendance, about }: Facts): Attendance[] =>
  attendance.filter(({ date }) => about?.includes(date) ?? true)

/** The days a message is about, where it is about some. */
const subjectDays = (kind: MessageKind, facts: Facts): Day[] => {
  const { about, registration, session } = facts
  const dates = [...new Set(session.days.map(({ date }) => date))]
  if (kind === 'no-show' || kind === 'late-fee' || kind === 'check-deposited')
    return missedRows(facts).map(({ date }) => date)
  if (about) return [...about]
  if (kind === 'day-canceled')
    return dates.filter((date) => session.days.some((one) => one.date === date && one.canceled))
  if (kind === 'substituted') return dates
  if (kind !== 'canceled') return []
  const gone = givenUp(facts)
  return registration.status === 'canceled' ? lastGivenUp(facts, dates) : dates.filter((date) => gone.has(date))
}

/** The days that ended with a registration: neither those given up before, nor those about which something else is known. */
const lastGivenUp = ({ attendance, registration }: Facts, dates: readonly Day[]): Day[] => {
  const before = attendance.filter(({ state, at }) => state !== 'canceled' || at !== registration.canceledAt)
  const ended = dates.filter((date) => !before.some((row) => row.date === date))
  return ended.length > 0 ? ended : [...dates]
}

/**
 * What days given up cost: those of a registration canceled as a whole, or those canceled one by one. Where the ledger knows a
 * day it has the word, as it has when fees are proposed: a day that was canceled in time costs nothing later either.
 */
const costCents = (kind: MessageKind, { registration, attendance, events, about }: Facts): Cents => {
  // Nobody owes anything for what we cancel, whatever they did before.
  if (kind === 'host-canceled') return 0
  const isWhole = registration.status === 'canceled'
  const rows = attendance.filter(({ date }) => isWhole || (about?.includes(date) ?? true))
  const late = rows.filter(({ state, isOnTime }) => state === 'canceled' && isOnTime === false)
  const known = new Set(attendance.map(({ date }) => date))
  const unknown = isWhole ? lateDays(registration, events).filter((day) => !known.has(day)) : []
  return (late.length + unknown.length) * (agreementOf(registration).feePerDay ?? 0)
}

/** Whether a cancellation was about some of the days only; of the others something is owed, or may be. */
const isPartOf = (kind: MessageKind, { registration, attendance }: Facts): boolean =>
  kind !== 'host-canceled' &&
  (registration.status !== 'canceled' || attendance.some(({ state }) => state !== 'canceled'))

const reasonOf = (kind: MessageKind, facts: Facts): string => {
  const { registration, session, deposit } = facts
  if (kind === 'no-show' || kind === 'late-fee') return missedRows(facts)[0]?.feeReason ?? ''
  if (kind === 'fee-dropped') return subjectRows(facts)[0]?.feeReason ?? ''
  if (kind === 'waiver-granted' || kind === 'waiver-refused') return registration.gateReason ?? ''
  if (kind.startsWith('permission-')) return registration.permission?.reason ?? ''
  if (kind === 'rebilled') return registration.payer.refusedReason ?? ''
  if (kind === 'host-canceled' || kind === 'day-canceled') return session.cancelReason ?? ''
  if (kind.startsWith('check-')) return deposit?.reason ?? ''
  const isOurWord = registration.canceledBy === 'staff' || registration.canceledBy === 'application'
  return (kind === 'canceled' || kind === 'left') && isOurWord ? (registration.cancelReason ?? '') : ''
}

/** Who signs a message, and where to answer. */
export const deskValues = ({ name, email, phone, hours }: Desk): Values => ({
  desk: name,
  desk_contact: [email, phone, hours].filter(Boolean).join(', '),
})

const moment = (instant: string | null | undefined, zone: string, locale: string): string =>
  instant ? formatInstant(Temporal.Instant.from(instant), zone, locale) : ''

/** What a message about one registration says, as of `now`: every day with its weekday, every moment with its zone. */
export const valuesOf = (kind: MessageKind, facts: Facts): Values => {
  const { registration, session, events, position, prerequisites, desk, links, now, locale } = facts
  const agreed = agreementOf(registration)
  const { timeZone } = session
  const days = daysToCome(daysOfMessage(kind, facts), timeZone, now)
  const left = new Set(days.map(({ date }) => date))
  const payer = payerNameOf(registration.payer, 'whoever you named')
  const hasSeat = registration.status === 'confirmed' && !FOR_OTHERS.includes(kind)
  const offerUntil = moment(registration.offerUntil, timeZone, locale)
  const lines = cancelLines(events, agreed, left, now, locale)
  const answerBy = moment(registration.answerBy, timeZone, locale)
  const isOver = kind === 'entered' && lines.length === 0
  const fee = sumCents(missedRows(facts).map(({ feeCents }) => feeCents ?? 0))
  return {
    name: plainName(registration.name, 'there'),
    course: agreed.course.title,
    course_link: links.course,
    guest_rules_link: links.guestRules,
    starts: startOf(days[0]!, timeZone, locale),
    schedule: scheduled(kind, days, timeZone, now)
      .map((day) => dayLine(day, session, hasSeat, locale))
      .join('\n'),
    standing: standingOf(registration, position, offerUntil),
    price: priceOf(agreed, registration, payer, locale),
    payer,
    refused_by: plainName(registration.payer.refusedBy ?? '', 'your district or organization'),
    payer_reason: payerReasonOf(registration.payer.reason),
    cancel_lead: cancelLeadOf(lines, hasAccepted(registration) && kind !== 'colleague-asked'),
    cancel_by: lines.join('\n'),
    late_fee: isOver ? '' : lateFeeOf(agreed, registration, payer, locale),
    substitution: substitutionOf(agreed, registration),
    order: orderOf(registration, agreed.timeZone, locale),
    answer_by: answerBy,
    accept_ask: acceptAskOf(registration, answerBy, now),
    position: position === null ? '' : String(position),
    offer_until: offerUntil,
    prerequisite: prerequisites.join(', '),
    reason: reasonOf(kind, facts),
    changes: changeLines(registration.notifiedDays, session, locale).join('\n'),
    days: subjectDays(kind, facts)
      .map((day) => formatDay(day, locale))
      .join('\n'),
    fee: fee > 0 ? formatMoney(fee, locale) : '',
    fee_bill: feeBillOf(missedRows(facts), registration, facts.deposit, payer, locale),
    fee_dropped: feeDroppedOf(subjectRows(facts), agreed, registration),
    left: leftOf(registration),
    cost: costOf(costCents(kind, facts), isPartOf(kind, facts), registration, payer, locale),
    order_due: moment(registration.order.dueAt, agreed.timeZone, locale),
    manage_link: links.manage,
    ...permissionValues(facts),
    ...checkValues({ ...facts, agreed }, desk.address),
    ...deskValues(desk),
  }
}

/** What the message says to somebody whose registrations were undone with many others. */
export const undoneValues = (name: string, reason: string, desk: Desk): Values => ({
  name: plainName(name, 'there'),
  reason,
  ...deskValues(desk),
})

/** What the message with the link to one's registrations says. */
export const mailboxValues = (name: string, link: string, desk: Desk): Values => ({
  name: plainName(name, 'there'),
  my_link: link,
  ...deskValues(desk),
})
