/**
 * True for the exact name of an IANA zone, such as 'America/Chicago'. Fixed offsets ('-06:00') are refused, because a series
 * of Thursdays at 8:30 crosses clock changes; so are other spellings ('america/chicago'), because calendar programs do not
 * find them.
 */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^[A-Z]/.test(value)) return false
  try {
    return new Temporal.ZonedDateTime(0n, value).timeZoneId === value
  } catch {
    return false
  }
}
