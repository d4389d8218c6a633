import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'
import { instantAt, type Day, type Time } from './day.ts'

/** One entry of a calendar, its hours on the clock of its zone. */
export type Entry = {
  /** Stays the same for the same thing, however often it is written, so that programs replace and do not double it. */
  id: string
  /** When this version of it came to be. */
  stamp: Temporal.Instant
  /** Higher for each later version. */
  sequence: number
  day: Day
  startTime: Time
  endTime: Time
  timeZone: string
  title: string
  place: string | null
  description: string
  url: string
  categories?: readonly string[]
  /** Who answers for it; asked for in what is put into somebody's calendar (RFC 5546, 3.2.1). */
  organizer?: { name: string; email: string }
  isCanceled: boolean
  /** Whether the owner of the calendar is taken up by it. */
  isBusy: boolean
}

type Settings = {
  /** The name a calendar program lists it under. */
  name: string
  language: string
  /** The zone of an empty calendar; entries have their own. */
  zone: string
  /** Something to put into one's calendar rather than a calendar to subscribe to. */
  isPublished?: boolean
}

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

const eventOf = (entry: Entry): ICalEventData => {
  const { day, timeZone, categories = [] } = entry
  const zone = zoneRules(timeZone)?.name
  const on = (time: Time) => {
    const moment = instantAt(day, time, timeZone)
    return zone ? moment.toZonedDateTimeISO(zone) : moment
  }
  return {
    id: entry.id,
    stamp: entry.stamp,
    sequence: entry.sequence,
    start: on(entry.startTime),
    end: on(entry.endTime),
    timezone: zone ?? null,
    summary: writable(entry.title),
    location: writable(entry.place ?? '') || null,
    description: writable(entry.description),
    url: entry.url,
    ...(entry.organizer && {
      organizer: { name: writable(entry.organizer.name), email: entry.organizer.email },
    }),
    categories: categories.map((name) => ({ name: writable(name) })),
    status: entry.isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: entry.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  }
}

/**
 * An iCalendar file (RFC 5545). Hours are given on the clock of each entry's zone, whose rules are in the file, so a series
 * keeps its hours across a clock change. The same entries give the same file whenever it is asked for.
 */
export const icalendar = (
  entries: readonly Entry[],
  { name, language, zone, isPublished = false }: Settings,
): string => {
  const calendar = ical({
    prodId: { company: 'Onramp', product: 'Calendar', language },
    name: calendarName(name),
    method: isPublished ? ICalCalendarMethod.PUBLISH : null,
    // With a zone of its own the library would write time stamps in it, where the format asks for UTC. A calendar
    // without events has none to write, and needs a zone because a calendar cannot be wholly empty.
    timezone: {
      name: entries.length > 0 ? null : (zoneRules(zone)?.name ?? 'Etc/UTC'),
      generator: (zone) => zoneRules(zone)?.block ?? null,
    },
    ttl: isPublished ? null : HOUR,
    events: entries.map(eventOf),
  })
  return `${calendar.toString()}\r\n`
}
