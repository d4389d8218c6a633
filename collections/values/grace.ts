/** How long a form that was opened in time may still be sent after the deadline, unless a program says otherwise. */
export const GRACE_MINUTES = 15

/** on-time: before the deadline · in-grace: after it, but begun before it · late: no more. */
export type Timeliness = 'on-time' | 'in-grace' | 'late'

/**
 * Whether something handed in `now` is in time: until the deadline itself, and for `graceMinutes` after it (that moment
 * included) where somebody was already writing. `startedAt` is when the server first kept a draft of it, never what a form
 * says of itself; null: nothing was kept. A deadline of null never comes. Throws a RangeError for a grace that is negative or
 * no number. Ours: the sources (seeds 1 and 3) name deadlines only, and losing an answer to the last minute serves nobody.
 */
export const timelinessOf = (
  { deadline, startedAt }: { deadline: Temporal.Instant | null; startedAt: Temporal.Instant | null },
  now: Temporal.Instant,
  graceMinutes = GRACE_MINUTES,
): Timeliness => {
  if (!(graceMinutes >= 0)) throw new RangeError(`Not a number of minutes: ${graceMinutes}`)
  if (!deadline || Temporal.Instant.compare(now, deadline) <= 0) return 'on-time'
  if (!startedAt || Temporal.Instant.compare(startedAt, deadline) > 0) return 'late'
  const end = deadline.add({ seconds: Math.round(graceMinutes * 60) })
  return Temporal.Instant.compare(now, end) <= 0 ? 'in-grace' : 'late'
}
