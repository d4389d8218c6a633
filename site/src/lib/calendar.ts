import ical, { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'
import type { Dated } from '#cms/catalog/index.ts'
import type { Holiday } from '#collections/holidays/policy.ts'
import { paths } from '#collections/paths.ts'
import type { PolicyNumbers } from '#collections/policies/view.ts'
import { sessionView, type DayView, type SessionLine } from '#collections/sessions/view.ts'
import { formatInstant, instantAt, type Day, type Time } from '#collections/values/day.ts'
import { formatClockHours } from '#collections/values/hours.ts'
import type { Locale } from '#collections/values/locale.ts'
import type { Messages } from '../messages/index.ts'

export type CalendarSettings = {
  /** The name a calendar program lists it under. */
  name: string
  origin: string
  locale: Locale
  texts: Messages['feeds']
  /** The zone of an empty calendar; events have their session's own. */
  zone: string
  /** From these come the moments until which canceling is free. */
  rules: { holidays: readonly Holiday[]; cancellation: PolicyNumbers | undefined }
}

type Print = (instant: Temporal.Instant, zone: string) => string

const HOUR = 3600

/** The format allows no control characters, and half a character cannot be written as UTF-8. */
const writable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()

/** The library escapes what belongs to an event, but not the name of the calendar. */
const calendarName = (name: string): string =>
  writable(name)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')

type ZoneRules = { name: string; block: string }

const knownZones = new Map<string, ZoneRules | undefined>()

const readZone = (zone: string): ZoneRules | undefined => {
  const block = zoneBlock(zone)[0]
  const name = /^TZID:(.+?)\r?$/m.exec(block ?? '')?.[1]
  return block && name ? { name, block } : undefined
}

/**
 * The zone's rules, and the name they go by: the time zone database keeps old names as links, and an event must name
 * exactly the zone that is described beside it. Undefined for a zone the library does not know. Kept, because looking one
 * up takes longer than writing an event.
 */
const zoneRules = (zone: string): ZoneRules | undefined => {
  if (!knownZones.has(zone)) knownZones.set(zone, readZone(zone))
  return knownZones.get(zone)
}

const pageOf = ({ path, slug }: Dated, origin: string): string => origin + paths[path](slug)

/** A session may meet twice on one day; the first meeting is named by the day alone, so that adding a second renames nothing. */
const eventId = ({ id, days }: SessionLine, at: number): string => {
  const { date } = days[at]!
  const before = days.slice(0, at).filter((day) => day.date === date).length
  return `session-${id}-${date}${before ? `-${before + 1}` : ''}`
}

const placeOf = ({ place, address, isOnline }: DayView, texts: Messages['feeds']): string | null =>
  isOnline ? texts.online : [place, address].filter(Boolean).join(', ') || null

const titleOf = ({ title, session }: Dated, at: number, texts: Messages['feeds']): string => {
  const whole = session.days.length > 1 ? texts.dayOf(title, at + 1, session.days.length) : title
  return session.status === 'canceled' ? texts.canceled(whole) : whole
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
  free: Temporal.Instant | undefined,
  { origin, texts }: CalendarSettings,
  print: Print,
): string => {
  const { session, course } = dated
  const { status, cancelReason, note, format, minutes, timeZone, closesOn, closesAt } = session
  const facts =
    status === 'canceled'
      ? [cancelReason ? texts.canceledBecause(cancelReason) : texts.canceledPlainly]
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

const eventsOf = (dated: Dated, settings: CalendarSettings, print: Print): ICalEventData[] => {
  const { session, circles } = dated
  const { days, timeZone, status, updatedAt } = session
  const isCanceled = status === 'canceled'
  const zone = zoneRules(timeZone)?.name
  const free = freeUntil(dated, settings.rules)
  return days.map((day, at) => {
    const on = (time: Time) => {
      const moment = instantAt(day.date, time, timeZone)
      return zone ? moment.toZonedDateTimeISO(zone) : moment
    }
    return {
      id: eventId(session, at),
      stamp: updatedAt,
      sequence: isCanceled ? 1 : 0,
      start: on(day.startTime),
      end: on(day.endTime),
      timezone: zone ?? null,
      summary: writable(titleOf(dated, at, settings.texts)),
      location: writable(placeOf(day, settings.texts) ?? '') || null,
      description: writable(whatToKnow(dated, free.get(day.date), settings, print)),
      url: pageOf(dated, settings.origin),
      categories: circles.map(({ name }) => ({ name: writable(name) })),
      status: isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // What one could go to does not make anybody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    }
  })
}

/**
 * Sessions as an iCalendar file (RFC 5545), one event for each of their days. Hours are given on the clock of the session's
 * zone, whose rules are in the file, so a series keeps its hours across a clock change. The same sessions give the same
 * file whenever it is asked for: nothing in it depends on the present moment, nor on who has taken a seat.
 */
export const calendarFile = (dated: readonly Dated[], settings: CalendarSettings): string => {
  const print = printer(settings.locale)
  const events = dated.flatMap((one) => eventsOf(one, settings, print))
  const calendar = ical({
    prodId: { company: 'Onramp', product: 'Calendar', language: settings.locale },
    name: calendarName(settings.name),
    // With a zone of its own the library would write time stamps in it, where the format asks for UTC. A calendar
    // without events has none to write, and needs a zone because a calendar cannot be wholly empty.
    timezone: {
      name: events.length > 0 ? null : (zoneRules(settings.zone)?.name ?? 'Etc/UTC'),
      generator: (zone) => zoneRules(zone)?.block ?? null,
    },
    ttl: HOUR,
    events,
  })
  return `${calendar.toString()}\r\n`
}

/** How the file is named where a browser saves it instead of handing it to a calendar; `name` is a slug. */
export const calendarHeaders = (name: string): Record<string, string> => ({
  'Content-Type': 'text/calendar; charset=utf-8',
  'Content-Disposition': `inline; filename="${name}.ics"`,
})
