import type { Dated } from '#collections/catalog/dated.ts'
import { paths } from '#collections/kernel/paths.ts'
import { sessionView, type DayView, type Rules, type SessionLine } from '#collections/sessions/view.ts'
import { formatInstant, type Day } from '#collections/values/day.ts'
import { formatClockHours } from '#collections/values/hours.ts'
import { icalendar, type Entry } from '#collections/values/ical.ts'
import type { Locale } from '#collections/values/locale.ts'
import type { Messages } from '../../messages/index.ts'

export type CalendarSettings = {
  /** The name a calendar program lists it under. */
  name: string
  origin: string
  locale: Locale
  texts: Messages['feeds']
  /** The zone of an empty calendar; events have their session's own. */
  zone: string
  /** From these come the moments until which canceling is free. */
  rules: Rules
}

type Print = (instant: Temporal.Instant, zone: string) => string

const pageOf = ({ path, slug }: Dated, origin: string): string => origin + paths[path](slug)

/** A session may meet twice on one day; the first meeting is named by the day alone, so that adding a second renames nothing. */
const eventId = ({ id, days }: SessionLine, at: number): string => {
  const { date } = days[at]!
  const before = days.slice(0, at).filter((day) => day.date === date).length
  return `session-${id}-${date}${before ? `-${before + 1}` : ''}`
}

const placeOf = ({ place, address, isOnline }: DayView, texts: Messages['feeds']): string | null =>
  isOnline ? texts.online : [place, address].filter(Boolean).join(', ') || null

/** The session as a whole, or this one day of it, does not take place. */
const isOff = ({ status, days }: SessionLine, at: number): boolean => status === 'canceled' || days[at]!.isCanceled

/** Higher for each later state: seconds since the beginning of 2020, so that programs that follow RFC 5546 take the change. */
const sequenceOf = (updatedAt: Temporal.Instant): number =>
  Math.max(0, Math.floor((updatedAt.epochMilliseconds - Date.UTC(2020, 0, 1)) / 1000))

const titleOf = ({ title, session }: Dated, at: number, texts: Messages['feeds']): string => {
  const whole = session.days.length > 1 ? texts.dayOf(title, at + 1, session.days.length) : title
  return isOff(session, at) ? texts.canceled(whole) : whole
}

/** The last moment to cancel each day free of charge; only courses are under the cancellation policy. */
const freeUntil = ({ session, course }: Dated, rules: CalendarSettings['rules']): Map<Day, Temporal.Instant> => {
  const events = course ? sessionView(session, rules, session.startsAt).events : []
  return new Map(
    events.flatMap(({ days, freeUntil }) => (freeUntil ? days.map((day) => [day, freeUntil] as const) : [])),
  )
}

/** Prints moments, each only once: most sessions share their deadlines with others. */
const printer = (locale: Locale): Print => {
  const printed = new Map<string, string>()
  return (instant, zone) => {
    const key = `${instant.epochMilliseconds} ${zone}`
    const text = printed.get(key) ?? formatInstant(instant, zone, locale)
    printed.set(key, text)
    return text
  }
}

const whatToKnow = (
  dated: Dated,
  at: number,
  free: Temporal.Instant | undefined,
  { origin, texts }: CalendarSettings,
  print: Print,
): string => {
  const { session, course } = dated
  const { status, cancelReason, note, format, minutes, timeZone, closesOn, closesAt } = session
  const facts =
    status === 'canceled'
      ? [cancelReason ? texts.canceledBecause(cancelReason) : texts.canceledPlainly]
      : isOff(session, at)
        ? [texts.dayCanceled]
        : [
            course?.summary,
            note,
            texts.formats[format],
            course && texts.hours(formatClockHours(minutes)),
            closesOn && texts.registerBy(print(closesAt, timeZone)),
            free && texts.freeUntil(print(free, timeZone)),
          ]
  return [...facts, texts.details(pageOf(dated, origin))].filter(Boolean).join('\n\n')
}

const entriesOf = (dated: Dated, settings: CalendarSettings, print: Print): Entry[] => {
  const { session, circles } = dated
  const { days, timeZone, updatedAt } = session
  const free = freeUntil(dated, settings.rules)
  return days.map((day, at) => ({
    id: eventId(session, at),
    stamp: updatedAt,
    sequence: sequenceOf(updatedAt),
    day: day.date,
    startTime: day.startTime,
    endTime: day.endTime,
    timeZone,
    title: titleOf(dated, at, settings.texts),
    place: placeOf(day, settings.texts),
    description: whatToKnow(dated, at, free.get(day.date), settings, print),
    url: pageOf(dated, settings.origin),
    categories: circles.map(({ name }) => name),
    isCanceled: isOff(session, at),
    // What one could go to does not make anybody busy.
    isBusy: false,
  }))
}

/**
 * Sessions as an iCalendar file, one event for each of their days. Nothing in it depends on the present moment, nor on who
 * has taken a seat.
 */
export const calendarFile = (dated: readonly Dated[], settings: CalendarSettings): string => {
  const print = printer(settings.locale)
  return icalendar(
    dated.flatMap((one) => entriesOf(one, settings, print)),
    { name: settings.name, language: settings.locale, zone: settings.zone },
  )
}

/** How the file is named where a browser saves it instead of handing it to a calendar; `name` is a slug. */
export const calendarHeaders = (name: string): Record<string, string> => ({
  'Content-Type': 'text/calendar; charset=utf-8',
  'Content-Disposition': `inline; filename="${name}.ics"`,
})
