/** The zones most sessions are in, with names for a list of choices. */
export const US_ZONES: ReadonlyMap<string, string> = new Map([
  ['America/Chicago', 'Central (Minneapolis, Madison, Chicago)'],
  ['America/New_York', 'Eastern (New York, Detroit, Atlanta)'],
  ['America/Denver', 'Mountain (Denver, Salt Lake City)'],
  ['America/Phoenix', 'Mountain without daylight saving (Phoenix)'],
  ['America/Los_Angeles', 'Pacific (Los Angeles, Seattle)'],
  ['America/Anchorage', 'Alaska (Anchorage)'],
  ['Pacific/Honolulu', 'Hawaii (Honolulu)'],
  ['America/Puerto_Rico', 'Atlantic without daylight saving (San Juan)'],
])

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

/** Every zone for a list of choices: those of the United States first, then the others by name. */
export const timeZones = (): string[] => [
  ...US_ZONES.keys(),
  ...Intl.supportedValuesOf('timeZone').filter((zone) => !US_ZONES.has(zone)),
]
