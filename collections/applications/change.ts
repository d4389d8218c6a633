import type { Application } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import type { Entry } from '../kernel/audit.ts'
import { change, type EntryFor } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'

/** An application as it was read; what is done with it is done only if it has not changed since. */
export type KnownApplication = Application

/** The answer where it has. */
export const CHANGED_APPLICATION = { ok: false, refusal: 'changed-meanwhile' } as const

type Emptied =
  | 'placeKey'
  | 'place'
  | 'activeKey'
  | 'offerUntil'
  | 'offeredAt'
  | 'papersUntil'
  | 'reason'
  | 'reasons'
  | 'scoreReason'
  | 'score'
  | 'readings'

/**
 * One write that depends on nothing having changed; it leaves consequences to derive, and notes when a status was reached.
 * Undefined: something had changed, or the place is somebody else's.
 */
export const changeApplication = (
  act: Act,
  known: KnownApplication,
  data: Fields<'applications'>,
  entry: EntryFor<'applications'>,
  absent: Emptied[] = [],
): Promise<Application | undefined> =>
  change(
    act,
    'applications',
    known,
    {
      ...data,
      ...(data.status && data.status !== known.status && { movedAt: act.now.toString() }),
    },
    entry,
    { only: { status: { equals: known.status } }, absent },
  )

/** A line of the audit log. `what` names the step once for all time; up to its first colon it is the kind. */
export const entryOf = (
  { id }: Pick<KnownApplication, 'id'>,
  what: string,
  summary: string,
  reason?: string | null,
): Entry => ({
  key: `application:${id}:${what}`,
  kind: `application.${what.split(':', 1)[0]!}`,
  summary,
  reason: reason || undefined,
  application: id,
})

/** What can be done to an application more than once is told apart by the revision it leads to. */
export const said =
  (what: string, summary: string, reason?: string | null) =>
  (now: Application): Entry =>
    entryOf(now, `${what}:${now.revision}`, summary, reason)
