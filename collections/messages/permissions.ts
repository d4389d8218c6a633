import { afterRefusal, permissionDue } from '../registrations/permission.ts'
import { freeUntil } from '../registrations/policy.ts'
import type { Values } from '../templates/placeholders.ts'
import { formatInstant } from '../values/day.ts'
import { agreementOf } from '../registrations/policy.ts'
import type { Facts } from './values.ts'

// What a message says of a member district's permission or promise.

type Said = Pick<Facts, 'registration' | 'session' | 'events' | 'host' | 'now' | 'locale'>

const startOfSession = ({ session, now }: Said): Temporal.Instant =>
  session.startsAt ? Temporal.Instant.from(session.startsAt) : now

const dueOf = (facts: Said): string => {
  const { registration, events, session, now, locale } = facts
  const { at } = registration.permission ?? {}
  const [first] = events
  const free = first ? freeUntil(first, agreementOf(registration), events) : null
  const due = permissionDue(free, startOfSession(facts), at ? Temporal.Instant.from(at) : now)
  return formatInstant(due, session.timeZone, locale)
}

const refusedOf = (facts: Said, host: string): string => {
  const { registration, now } = facts
  if (registration.status === 'canceled')
    return `${host} did not agree, so your registration has ended. You owe nothing, and a check we have goes back to you.`
  const then = afterRefusal(registration.participation, startOfSession(facts), now)
  return then === 'person-pays'
    ? `${host} did not agree, so the costs of your place are yours, as the terms say.`
    : `${host} did not agree.`
}

/** How the permission or promise stands, as sentences; empty where none is needed. */
const permissionOf = (facts: Said, host: string, due: string): string => {
  const { participation, permission } = facts.registration
  const isGuest = participation === 'guest'
  const otherwise = 'If it does not agree before the first day, your registration ends and costs you nothing.'
  switch (permission?.state) {
    case 'asked':
      return isGuest
        ? `We still need the written permission of ${host}. Please send it by ${due}, as a PDF or a picture. ${otherwise}`
        : `We have to hear from ${host} that it pays for your place. Please ask it to write to us by ${due}. ${otherwise}`
    case 'received':
      return `The word of ${host} has come, and we look at it. We write to you again.`
    case 'accepted':
      return isGuest
        ? `${host} has agreed that you take part as its guest.`
        : `${host} has agreed to pay for your place.`
    case 'refused':
      return refusedOf(facts, host)
    default:
      return ''
  }
}

export const permissionValues = (facts: Said): Values => {
  const [name, due] = [facts.host ?? 'the district', dueOf(facts)]
  return { host: name, permission: permissionOf(facts, name, due), permission_due: due }
}
