import type { Application } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { record } from '../events/actions.ts'
import { change } from '../kernel/change.ts'
import type { Fields } from '../kernel/keyed.ts'

/** An application as it was read; what is done with it is done only if it has not changed since. */
export type KnownApplication = Application

/** The answer where it has. */
export const CHANGED_APPLICATION = { ok: false, refusal: 'changed-meanwhile' } as const

type Emptied =
  'placeKey' | 'place' | 'activeKey' | 'offerUntil' | 'offeredAt' | 'papersUntil' | 'reason' | 'reasons' | 'scoreReason'

/**
 * One write that depends on nothing having changed; it leaves consequences to derive, and notes when a status was reached.
 * Undefined: something had changed, or the place is somebody else's.
 */
export const changeApplication = (
  act: Pick<Act, 'payload' | 'now'>,
  known: KnownApplication,
  data: Fields<'applications'>,
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
    { only: { status: { equals: known.status } }, absent },
  )

/** A line for the log. `what` names the step once for all time; up to its first colon it is the kind. */
export const logApplication = (
  act: Act,
  { id }: Pick<KnownApplication, 'id'>,
  what: string,
  summary: string,
  reason?: string | null,
): Promise<void> =>
  record(act, {
    key: `application:${id}:${what}`,
    kind: `application.${what.split(':', 1)[0]!}`,
    summary,
    reason: reason || undefined,
    application: id,
  })
