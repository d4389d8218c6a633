import type { Session } from '../kernel/payload-types.ts'
import { agreementOf } from '../registrations/policy.ts'
import { instantAt, type Day } from '../values/day.ts'
import { icalendar, type Entry } from '../values/ical.ts'
import { ownDays, type Facts } from './values.ts'

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
 */
export const registrationCalendar = (facts: Facts, isOver = false): string | undefined => {
  const entries = entriesOf(facts, isOver)
  const { title } = agreementOf(facts.registration).course
  const { locale, session } = facts
  return entries && icalendar(entries, { name: title, language: locale, zone: session.timeZone, isPublished: true })
}

/** Everything somebody was registered for by one place in a program, in one file; undefined where that is nothing. */
export const programCalendar = (all: readonly Facts[]): string | undefined => {
  const [first] = all
  const entries = all.flatMap((facts) => entriesOf(facts, false) ?? [])
  if (!first || entries.length === 0) return undefined
  const { title } = agreementOf(first.registration).course
  return icalendar(entries, { name: title, language: first.locale, zone: first.session.timeZone, isPublished: true })
}

const entriesOf = (facts: Facts, isOver: boolean): Entry[] | undefined => {
  const { registration, session, links, now } = facts
  const { status, canceledFrom, canceledAt, revision } = registration
  const isOut = isOver || status === 'canceled'
  if (isOut ? !isOver && canceledFrom !== 'confirmed' : status !== 'confirmed') return undefined
  const agreed = agreementOf(registration)
  const outSince = status === 'canceled' && canceledAt ? Temporal.Instant.from(canceledAt) : now
  const own = new Set(isOut || session.status === 'canceled' ? [] : ownDays(facts))
  const stamps = [registration.updatedAt, session.updatedAt].map((stamp) => Temporal.Instant.from(stamp))
  const stamp = stamps.sort((a, b) => Temporal.Instant.compare(a, b)).at(-1)!
  const days = [...session.days, ...movedAway(facts)]
  return days.flatMap((day, at): Entry[] => {
    const end = instantAt(day.date, day.endTime, session.timeZone)
    if (isOut && Temporal.Instant.compare(end, outSince) < 0) return []
    const isCanceled = !own.has(day)
    const { title } = agreed.course
    return [
      {
        id: idOf(registration.id, days, at),
        stamp,
        sequence: revision,
        day: day.date,
        startTime: day.startTime,
        endTime: day.endTime,
        timeZone: session.timeZone,
        title: isCanceled ? `Canceled: ${title}` : title,
        place: isCanceled ? null : placeOf(day, session),
        description: isCanceled
          ? 'You are not registered for this day any more, or it does not take place.'
          : `You have a seat. Details: ${links.course}`,
        url: links.course,
        isCanceled,
        isBusy: !isCanceled,
      },
    ]
  })
}
