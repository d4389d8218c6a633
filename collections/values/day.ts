import { dateFormat, plainSpaces } from './locale.ts'
import { remembered } from './remembered.ts'

/** A day of the calendar, 'YYYY-MM-DD'. It has no zone and no hours, so nothing can shift it. */
export type Day = string

/** A time on the 24-hour wall clock, 'HH:MM'. */
export type Time = string

/** How much of a day is printed; see `formatDay`. */
export type DayStyle = keyof typeof DAY_STYLES

const DAY_STYLES = {
  long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  short: { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
  brief: { weekday: 'short', month: 'short', day: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const

const date = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)
const clock = (time: Time): Temporal.PlainTime => Temporal.PlainTime.from(time)

/** True for days that exist: '2028-02-29' does, '2027-02-29' does not. */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return date(value).toString() === value
  } catch {
    return false
  }
}

/** True from '00:00' to '23:59'; there is no '24:00'. */
export const isTime = (value: unknown): value is Time =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

export const addDays: (day: Day, count: number) => Day = remembered(
  (day, count) => `${day} ${count}`,
  (day, count) => date(day).add({ days: count }).toString(),
)

/** The same day so many months later, or the last of a month that is too short. */
export const addMonths = (day: Day, count: number): Day => date(day).add({ months: count }).toString()

/** Whole days from one day to another: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => date(from).until(date(to), { largestUnit: 'day' }).days

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf: (day: Day) => number = remembered(
  (day) => day,
  (day) => date(day).dayOfWeek,
)

/** For sorting: the earlier day first. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The moment a wall clock in the zone shows this time. A time skipped in spring moves forward by the skipped hour; a time
 * shown twice in fall means the first of the two.
 */
export const instantAt = (day: Day, time: Time, zone: string): Temporal.Instant =>
  date(day)
    .toZonedDateTime({ timeZone: zone, plainTime: clock(time) })
    .toInstant()

/** The moment that is written down, in ISO 8601; null where none is. */
export const instantOf = (written: string | null | undefined): Temporal.Instant | null =>
  written ? Temporal.Instant.from(written) : null

/** The calendar day on which this moment falls in the zone. */
export const dayIn = (instant: Temporal.Instant, zone: string): Day =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first moment of the day in the zone: midnight, or the first moment after it where clocks skip midnight. */
export const startOfDay = (day: Day, zone: string): Temporal.Instant => date(day).toZonedDateTime(zone).toInstant()

/**
 * The last moment of the day in the zone, still part of it: 23:59:59.999. A millisecond is the finest step that clocks and
 * databases here can tell apart, so nothing falls between this and the next day, and it prints as 11:59 PM.
 */
export const endOfDay = (day: Day, zone: string): Temporal.Instant =>
  startOfDay(addDays(day, 1), zone).subtract({ milliseconds: 1 })

/**
 * 'long' "Thursday, October 15, 2026" · 'short' "Thu, Oct 15, 2026" · 'brief' "Thu, Oct 15", only where the year is plain ·
 * 'month' "October 2026".
 */
export const formatDay: (day: Day, locale?: string, style?: DayStyle) => string = remembered(
  (day, locale, style) => `${day} ${locale} ${style}`,
  (day, locale = 'en', style = 'long') => plainSpaces(dateFormat(locale, DAY_STYLES[style]).format(date(day))),
)

/** "8:30 AM" */
export const formatTime: (time: Time, locale?: string) => string = remembered(
  (time, locale) => `${time} ${locale}`,
  (time, locale = 'en') => plainSpaces(dateFormat(locale, CLOCK).format(clock(time))),
)

/** "8:30–11:30 AM", "8:30 AM–1:30 PM" */
export const formatTimeRange: (start: Time, end: Time, locale?: string) => string = remembered(
  (start, end, locale) => `${start} ${end} ${locale}`,
  (start, end, locale = 'en') =>
    plainSpaces(dateFormat(locale, CLOCK).formatRange(clock(start), clock(end))).replace(/\s*–\s*/, '–'),
)

/** The zone as people say it, "CT" all year round rather than "CST" or "CDT"; its full name where there is no short one. */
export const zoneLabel: (zone: string, instant: Temporal.Instant, locale?: string) => string = remembered(
  (zone, { epochMilliseconds }, locale) => `${zone} ${epochMilliseconds} ${locale}`,
  (zone, { epochMilliseconds }, locale = 'en') => {
    const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(epochMilliseconds)
    return plainSpaces(parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone)
  },
)

/** "Thursday, October 8, 2026, 11:59 PM CT": a moment is never printed without its weekday and zone. */
export const formatInstant = (
  instant: Temporal.Instant,
  zone: string,
  locale = 'en',
  style: DayStyle = 'long',
): string => {
  const time = instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return `${formatDay(dayIn(instant, zone), locale, style)}, ${formatTime(time, locale)} ${zoneLabel(zone, instant, locale)}`
}
