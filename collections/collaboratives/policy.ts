import { endOfDay, startOfDay, type Day } from '../values/day.ts'
import type { ApplicationWindow } from './states.ts'

type Applying = { opensOn: Day | null; appliesUntil: Day | null; timeZone: string }

/** Whether one can apply: from the start of the first day to the end of the last, in the collaborative's own zone. */
export const applicationWindow = (
  { opensOn, appliesUntil, timeZone }: Applying,
  now: Temporal.Instant,
): ApplicationWindow => {
  if (appliesUntil && Temporal.Instant.compare(now, endOfDay(appliesUntil, timeZone)) > 0) return 'closed'
  if (opensOn && Temporal.Instant.compare(now, startOfDay(opensOn, timeZone)) < 0) return 'not-open'
  return 'open'
}
