import { businessDaysAfter, isBusinessDay, type Holiday } from '../holidays/policy.ts'
import { dayIn, endOfDay, instantAt, type Time } from '../values/day.ts'

/** When the desk is open, Monday to Friday but for holidays; an offer runs only while it is. */
export type Office = { opens: Time; closes: Time; holidays: readonly Holiday[]; zone: string }

const MINUTE_MS = 60_000

const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant): number =>
  (until.epochMilliseconds - from.epochMilliseconds) / MINUTE_MS

/**
 * The moment `hours` business hours after `from`. Time counts only while the desk is open, so an offer made on Friday evening
 * does not run out over the weekend. Throws a RangeError when the desk never opens or the hours are negative.
 */
export const afterBusinessHours = (from: Temporal.Instant, hours: number, office: Office): Temporal.Instant => {
  const { opens, closes, holidays, zone } = office
  if (!(opens < closes)) throw new RangeError(`The desk is never open: ${opens} to ${closes}`)
  if (!(hours >= 0)) throw new RangeError(`Not a number of hours: ${hours}`)
  let left = hours * 60
  let day = dayIn(from, zone)
  let at = from
  for (;;) {
    if (isBusinessDay(day, holidays)) {
      const [opening, closing] = [instantAt(day, opens, zone), instantAt(day, closes, zone)]
      const start = Temporal.Instant.compare(at, opening) > 0 ? at : opening
      const room = minutesBetween(start, closing)
      if (room >= left) return start.add({ seconds: Math.round(left * 60) })
      if (room > 0) left -= room
    }
    day = businessDaysAfter(day, 1, holidays)
    at = instantAt(day, opens, zone)
  }
}

/** Until when a freed seat is held: some business hours, but never beyond the start of the session. */
export const offerEnd = (
  now: Temporal.Instant,
  hours: number,
  office: Office,
  startsAt: Temporal.Instant,
): Temporal.Instant => {
  const end = afterBusinessHours(now, hours, office)
  return Temporal.Instant.compare(end, startsAt) < 0 ? end : startsAt
}

/** Until when a seat waits for its purchase order: some business days, but never beyond the start of the session. */
export const orderEnd = (
  now: Temporal.Instant,
  days: number,
  { holidays, zone }: Pick<Office, 'holidays' | 'zone'>,
  startsAt: Temporal.Instant,
): Temporal.Instant => {
  const end = endOfDay(businessDaysAfter(dayIn(now, zone), days, holidays), zone)
  return Temporal.Instant.compare(end, startsAt) < 0 ? end : startsAt
}
