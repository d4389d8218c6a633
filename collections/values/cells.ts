// What lists that are saved say of common values.

export const yes = (value: boolean | null | undefined): string => (value ? 'yes' : 'no')

/** "2027-03-02 08:30", in the zone, as spreadsheets sort it; '' for none. Throws a RangeError for text that is no instant. */
export const momentCell = (at: string | null | undefined, zone: string): string => {
  if (!at) return ''
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
