import type { Collaborative } from '../kernel/payload-types.ts'
import { endOfDay, startOfDay, type Day } from '../values/day.ts'
import { toSlug } from '../values/slug.ts'
import { PLACE_OF, type ApplicationWindow, type CollaborativeKind } from './states.ts'

type Applying = { opensOn: Day | null; appliesUntil: Day | null; timeZone: string }

/** What of a collaborative says when one can apply. */
export const applyingOf = ({
  opensOn,
  appliesUntil,
  timeZone,
}: Pick<Collaborative, 'opensOn' | 'appliesUntil' | 'timeZone'>): Applying => ({
  opensOn: opensOn ?? null,
  appliesUntil: appliesUntil ?? null,
  timeZone,
})

/** Whether one can apply: from the start of the first day to the end of the last, in the collaborative's own zone. */
export const applicationWindow = (
  { opensOn, appliesUntil, timeZone }: Applying,
  now: Temporal.Instant,
): ApplicationWindow => {
  if (appliesUntil && Temporal.Instant.compare(now, endOfDay(appliesUntil, timeZone)) > 0) return 'closed'
  if (opensOn && Temporal.Instant.compare(now, startOfDay(opensOn, timeZone)) < 0) return 'not-open'
  return 'open'
}

/**
 * What is applied for together: the teams' collaboratives of one program share one general application (seed 4: four of them);
 * any other collaborative has its own. The answer is a key, the same for all that belong together.
 */
export const callOf = ({
  id,
  kind,
  program,
}: {
  id: string
  kind: CollaborativeKind
  program?: string | null
}): string => (PLACE_OF[kind] === 'team' && program ? `program:${toSlug(program)}` : `collaborative:${id}`)
