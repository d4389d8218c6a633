/** Hours between the last thing somebody did and a word about it; nobody is reminded of what they have just done. */
const QUIET_HOURS = 24

/**
 * When somebody is reminded, once, that something ends: so many days (of 24 hours) before it, and not within a day of when they last
 * heard of it or did something about it. null: there would be no time left, or nothing ends.
 */
export const remindAt = (
  end: Temporal.Instant | null,
  since: Temporal.Instant,
  days: number,
): Temporal.Instant | null => {
  if (!end) return null
  const [soon, quiet] = [end.subtract({ hours: days * 24 }), since.add({ hours: QUIET_HOURS })]
  const at = Temporal.Instant.compare(soon, quiet) >= 0 ? soon : quiet
  return Temporal.Instant.compare(at, end) < 0 ? at : null
}

/** Whether it is time to remind: from that moment on, as long as it has not ended. */
export const isReminding = (
  end: Temporal.Instant | null,
  since: Temporal.Instant,
  days: number,
  now: Temporal.Instant,
): boolean => {
  const at = remindAt(end, since, days)
  return at !== null && Temporal.Instant.compare(now, at) >= 0 && Temporal.Instant.compare(now, end!) <= 0
}
