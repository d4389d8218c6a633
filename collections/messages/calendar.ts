import type { Session } from '../kernel/payload-types.ts'
import { agreementOf, freeUntil } from '../registrations/policy.ts'
import { formatInstant, instantAt, type Day } from '../values/day.ts'
import { icalendar, type Entry } from '../values/ical.ts'
import { sentEntries } from './calendar-sent.ts'
import { daysOfTheirs, type Facts } from './values.ts'

type SessionDay = Session['days'][number]

/** A meeting of a day: the second of the same day has a name of its own, and adding it renames nothing. */
const idOf = (registration: string, days: readonly SessionDay[], at: number): string => {
  const { date } = days[at]!
  const before = days.slice(0, at).filter((day) => day.date === date).length
  return `registration-${registration}-${date}${before ? `-${before + 1}` : ''}`
}

/** Days that were agreed to and are no more: the session was moved away from them. Their hours are those of its first day. */
const movedAway = ({ registration, session }: Facts): SessionDay[] => {
  const dates = new Set(session.days.map(({ date }) => date))
  const gone = agreementOf(registration).events.flatMap(({ days }) => days.filter((day) => !dates.has(day)))
  const { startTime, endTime } = session.days[0]!
  return gone.map((date: Day) => ({ date, startTime, endTime, breakMinutes: 0 }))
}

const placeOf = ({ place, address, online }: SessionDay, { format }: Session): string | null =>
  [place, address, format !== 'in-person' && online].filter(Boolean).join(', ') || null

/**
 * The person's own days for a calendar, each with the link by which one joins: whoever gets this file holds the seat. Days
 * that are not theirs any more are marked as canceled, so that a calendar that has them takes them out; days that were
 * over before are left as they were. Undefined for somebody who never had a seat.
 *
 * @param isOver the seat is somebody else's from now on
 * @param sent the files they were sent before, so that what is no more is taken out
 */
export const registrationCalendar = (
  facts: Facts,
  isOver = false,
  sent: readonly string[] = [],
): string | undefined => {
  const entries = entriesOf(facts, isOver, sent)
  const { title } = agreementOf(facts.registration).course
  const { locale, session } = facts
  return entries && icalendar(entries, { name: title, language: locale, zone: session.timeZone, isPublished: true })
}

/** Everything somebody was registered for by one place in a program, in one file; undefined where that is nothing. */
export const programCalendar = (all: readonly Facts[], sent: readonly string[] = []): string | undefined => {
  const [first] = all
  const entries = all.flatMap((facts) => entriesOf(facts, false, sent) ?? [])
  if (!first || entries.length === 0) return undefined
  const { title } = agreementOf(first.registration).course
  return icalendar(entries, { name: title, language: first.locale, zone: first.session.timeZone, isPublished: true })
}

/** Higher for each later state of the registration or of its session: tenths of a second since it was made. */
const sequenceOf = ({ revision, createdAt, updatedAt }: Facts['registration'], stamp: Temporal.Instant): number => {
  const since = Temporal.Instant.from(createdAt ?? updatedAt).epochMilliseconds
  return revision + Math.max(0, Math.floor((stamp.epochMilliseconds - since) / 100))
}

const untilWords = ({ events, registration, session, locale }: Facts, day: Day): string => {
  const event = events.find(({ days }) => days.includes(day))
  const until = event && freeUntil(event, agreementOf(registration), events)
  return until ? `Free to cancel until ${formatInstant(until, session.timeZone, locale)}.` : ''
}

type Named = { id: string; day: SessionDay; isGone: boolean }

/** The days of the session, and what earlier files or the agreement name that is no more. */
const namedDays = (facts: Facts, sent: readonly string[]): Named[] => {
  const { registration, session } = facts
  const current = session.days.map((day, at) => ({ id: idOf(registration.id, session.days, at), day, isGone: false }))
  const known = new Set(current.map(({ id }) => id))
  const before = sentEntries(sent, registration.id)
    .filter(({ id }) => !known.has(id))
    .map(({ id, ...day }) => ({ id, day: { ...day, breakMinutes: 0 }, isGone: true }))
  const named = new Set([...known, ...before.map(({ id }) => id)])
  const away = movedAway(facts)
    .map((day, at, all) => ({ id: idOf(registration.id, all, at), day, isGone: true }))
    .filter(({ id }) => !named.has(id))
  return [...current, ...before, ...away]
}

const entriesOf = (facts: Facts, isOver: boolean, sent: readonly string[]): Entry[] | undefined => {
  const { registration, session, links, now, desk } = facts
  const { status, canceledFrom, canceledAt } = registration
  const isOut = isOver || status === 'canceled'
  if (isOut ? !isOver && canceledFrom !== 'confirmed' : status !== 'confirmed') return undefined
  const { title } = agreementOf(registration).course
  const outSince = status === 'canceled' && canceledAt ? Temporal.Instant.from(canceledAt) : now
  const own = new Set(isOut || session.status === 'canceled' ? [] : daysOfTheirs(facts))
  const stamps = [registration.updatedAt, session.updatedAt].map((stamp) => Temporal.Instant.from(stamp))
  const stamp = stamps.sort((a, b) => Temporal.Instant.compare(a, b)).at(-1)!
  const sequence = sequenceOf(registration, stamp)
  return namedDays(facts, sent).flatMap(({ id, day, isGone }): Entry[] => {
    const end = instantAt(day.date, day.endTime, session.timeZone)
    if (isOut && Temporal.Instant.compare(end, outSince) < 0) return []
    const isCanceled = isGone || !own.has(day)
    const held = [
      `You have a seat. Details: ${links.course}`,
      untilWords(facts, day.date),
      `Change it: ${links.manage}`,
    ]
    return [
      {
        id,
        stamp,
        sequence,
        day: day.date,
        startTime: day.startTime,
        endTime: day.endTime,
        timeZone: session.timeZone,
        title: isCanceled ? `Canceled: ${title}` : title,
        place: isCanceled ? null : placeOf(day, session),
        description: isCanceled
          ? 'You are not registered for this day any more, or it does not take place.'
          : held.filter(Boolean).join('\n\n'),
        url: links.course,
        organizer: { name: desk.name, email: desk.email },
        isCanceled,
        isBusy: !isCanceled,
      },
    ]
  })
}
