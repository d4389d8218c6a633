import type { Registration, Session } from '../kernel/payload-types.ts'
import type { Agreement } from '../registrations/agreement.ts'
import { PAYER_REASONS } from '../registrations/payer.ts'
import { freeUntil, isFreeAt, type CurrentEvent } from '../registrations/policy.ts'
import { formatDay, formatInstant, formatTimeRange, instantAt, zoneLabel, type Day } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import { countOf, joinWords } from '../values/words.ts'

// The sentences of a message whose wording depends on the case. All of them are about one registration.

type SessionDay = Session['days'][number]
type Said = Pick<Registration, 'status' | 'participation' | 'payer' | 'order'>

const isPast = (moment: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(moment, now) < 0

/** "Thursday, October 15, 2026, 8:30 AM CT" */
export const startOf = ({ date, startTime }: SessionDay, zone: string, locale: string): string =>
  formatInstant(instantAt(date, startTime, zone), zone, locale)

/**
 * One day of a session on one line, the zone said as on that day. The link is for people who have a seat; everybody else is
 * told that it is online.
 */
export const dayLine = (
  { date, startTime, endTime, place, address, online }: SessionDay,
  { timeZone, format }: Pick<Session, 'timeZone' | 'format'>,
  hasSeat: boolean,
  locale: string,
): string => {
  const hours = `${formatTimeRange(startTime, endTime, locale)} ${zoneLabel(timeZone, instantAt(date, startTime, timeZone), locale)}`
  const isOnline = format !== 'in-person'
  const link = isOnline && hasSeat && online ? `join at ${online}` : isOnline && !place ? 'online' : null
  return [formatDay(date, locale), hours, place, address, link].filter(Boolean).join(', ')
}

/** Where somebody stands. `position` counts from 1. */
export const standingOf = ({ status }: Pick<Said, 'status'>, position: number | null, offerUntil: string): string => {
  const sentences = {
    confirmed: 'You have a seat.',
    offered: offerUntil ? `A seat is held for you until ${offerUntil}.` : 'A seat is held for you.',
    waitlisted: position ? `You are number ${position} on the waitlist.` : 'You are on the waitlist.',
    requested: 'You do not have a seat yet. The registration desk decides about the prerequisite first.',
    canceled: 'You are not registered for this session any more.',
  } satisfies Record<Said['status'], string>
  return sentences[status]
}

const INCLUDED: readonly string[] = [PAYER_REASONS.team, PAYER_REASONS.program]

/** What the place costs and to whom the bill goes; the name as it may be shown. */
export const priceOf = ({ price }: Agreement, { payer }: Said, payerName: string, locale: string): string => {
  // The whole program has one price, which is told with the place in it.
  if (INCLUDED.includes(payer.reason)) return payer.reason
  const bill = payer.kind === 'person' ? 'the bill comes to you' : `the bill goes to ${payerName}`
  if (price.rate === 'none' || price.cents === 0) return 'Your place is free of charge.'
  if (price.cents === null) return `The price of your place is given on request, and ${bill}.`
  return `Your place costs ${formatMoney(price.cents, locale)}, and ${bill}.`
}

/** The reason of a payer as a sentence; a registrar may have written one of their own. */
export const payerReasonOf = (reason: string): string =>
  Object.hasOwn(PAYER_REASONS, reason) ? PAYER_REASONS[reason as keyof typeof PAYER_REASONS] : reason

/** "Thu, Oct 15 and Thu, Oct 22"; of many days the first and the last. */
const someDays = (days: readonly Day[], locale: string): string => {
  const brief = (day: Day) => formatDay(day, locale, 'brief')
  if (days.length <= 3) return joinWords(days.map(brief), locale)
  return `${countOf(days.length, 'day', 'days', locale)} from ${brief(days[0]!)} to ${brief(days.at(-1)!)}`
}

/** Until when canceling costs nothing: one line for each event of which a day is left. */
export const cancelLines = (
  events: readonly CurrentEvent[],
  agreed: Agreement,
  left: ReadonlySet<Day>,
  now: Temporal.Instant,
  locale: string,
): string[] => {
  // What has begun cannot be canceled any more.
  const isAhead = ({ begins }: CurrentEvent): boolean => !begins || Temporal.Instant.compare(now, begins) < 0
  const open = events.filter((event) => isAhead(event) && event.days.some((day) => left.has(day)))
  return open.map((event) => {
    const days = event.days.filter((day) => left.has(day))
    const which = open.length > 1 ? `${someDays(days, locale)}: ` : ''
    const until = freeUntil(event, agreed, events)
    if (until === null) return `${which}Free of charge at any time before it begins`
    const moment = formatInstant(until, agreed.timeZone, locale)
    return isFreeAt(until, now)
      ? `${which}Free of charge until ${moment}`
      : `${which}No longer free of charge; it was until ${moment}`
  })
}

/** What stands before the lines of `cancelLines`, so that a moment that has passed is never offered as a chance. */
export const cancelLeadOf = (lines: readonly string[], isBound = true): string => {
  if (lines.length === 0) return ''
  if (!isBound) return 'Once you have accepted the terms, this is until when canceling is free of charge:'
  const over = lines.filter((line) => line.includes('No longer free of charge')).length
  if (over === lines.length) return 'If your plans change, please tell us all the same. Canceling costs something now:'
  return over === 0
    ? 'If your plans change, tell us in time and you owe nothing for the days you cancel:'
    : 'If your plans change, please tell us. Until when canceling is free of charge:'
}

/** Who pays for what was handed on. "You owe nothing" only where no bill of it comes to the person. */
export const handedBillOf = ({ payer }: Pick<Said, 'payer'>, colleague: string, payerName: string): string =>
  payer.kind === 'person'
    ? `The bill for it goes to ${colleague} from now on, as ${colleague} agreed. What was billed before stays.`
    : `The bill for it goes to ${payerName} as before. You owe nothing for it.`

/** How somebody who had no seat left, as sentences. */
export const leftOf = ({ canceledFrom }: Pick<Registration, 'canceledFrom'>): string => {
  if (canceledFrom === 'offered') return 'You let go of the seat we held for you.'
  if (canceledFrom === 'requested') return 'You took back your request. No seat was held for you.'
  return 'You are no longer on the waitlist.'
}

/** That the terms are not accepted yet, and what follows from that; nothing for whoever accepted them. `moment`: until when they can be. */
export const acceptAskOf = (
  { acceptance, answerBy }: Pick<Registration, 'acceptance' | 'answerBy'>,
  moment: string,
  now: Temporal.Instant,
): string => {
  if (acceptance !== 'asked') return ''
  // Once it has begun nobody loses the seat by not answering, and whoever came pays for the day.
  return answerBy && isPast(now, Temporal.Instant.from(answerBy))
    ? `You have not accepted the terms yet, so you owe nothing. Please open your registration, read them, and accept them there by ${moment}. Otherwise your registration ends then. If you did not ask to be registered, cancel there.`
    : 'You have not accepted the terms yet, so no fee can be asked of you by them; the days on which you came are paid for. Please open your registration, read the terms, and accept them there.'
}

export const substitutionOf = ({ substitution }: Agreement, { participation }: Said): string =>
  substitution && participation !== 'guest'
    ? 'If you cannot come, a colleague may take your seat, and nobody owes a fee.'
    : ''

export const orderOf = ({ order }: Said, zone: string, locale: string): string =>
  order.state === 'pending' && order.dueAt
    ? `We keep your seat until ${formatInstant(Temporal.Instant.from(order.dueAt), zone, locale)}. Send us the number of the purchase order by then.`
    : ''

/** Days over by now are left out, as long as one is to come. */
export const daysToCome = (days: readonly SessionDay[], zone: string, now: Temporal.Instant): SessionDay[] => {
  const coming = days.filter(({ date, endTime }) => !isPast(instantAt(date, endTime, zone), now))
  return coming.length > 0 ? coming : [...days]
}
