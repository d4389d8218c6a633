import type { Act } from '../kernel/act.ts'
import { createUnlessTaken, type Fields } from '../kernel/keyed.ts'

type Entry = Pick<Fields<'events'>, 'registration' | 'session' | 'application' | 'submission' | 'reason' | 'data'> & {
  /** What it is about and what happened, such as `registration:<id>:canceled`; the same is written once. */
  key: string
  /** Such as `registration.canceled` or `charge.booked`. */
  kind: string
  /** One sentence for people who read the log. */
  summary: string
}

/** Writes a line of the log; one with the same key is there already when it happened before. */
export const record = async ({ payload, now, actor }: Act, entry: Entry): Promise<void> => {
  await createUnlessTaken(payload, 'events', {
    ...entry,
    at: now.toString(),
    actor: actor.name,
    user: actor.user,
  })
}
