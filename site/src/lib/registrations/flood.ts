import type { FloodFilter } from '#collections/registrations/service/undo-flood.ts'

const HOURS = 24

/** A moment as a field for day and time gives it, in the agency's zone; undefined where it is none. */
const momentIn = (typed: string, zone: string): Temporal.Instant | undefined => {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).toInstant()
  } catch {
    return undefined
  }
}

/** The same the other way around: "2027-02-01T10:00". */
export const typedMoment = (moment: Temporal.Instant, zone: string): string =>
  moment.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** What is looked at: the last day, unless a span is asked for. `read` gives what was typed into a field, or nothing. */
export const filterFrom = (read: (name: string) => string, zone: string, now: Temporal.Instant): FloodFilter => ({
  from: momentIn(read('from'), zone) ?? now.subtract({ hours: HOURS }),
  // To the end of the minute that is shown.
  until: (momentIn(read('until'), zone) ?? now).add({ seconds: 59, milliseconds: 999 }),
  session: read('session').slice(0, 64) || undefined,
  address: read('address').slice(0, 64) || undefined,
  domain: read('domain').replace(/^@/, '').trim().slice(0, 160) || undefined,
})
