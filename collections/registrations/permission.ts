import type { Registration } from '../kernel/payload-types.ts'
import { agreementOf } from './policy.ts'
import type { Participation, Permission, Status } from './states.ts'

// A member district's written permission for a guest, and its promise to pay for somebody it hosts.

type Permitted = Pick<Registration, 'participation' | 'permission' | 'status'>

/** Whether anybody has to agree to somebody taking part like this. */
const needsPermission = (participation: Participation): boolean =>
  participation === 'guest' || participation === 'hosted'

/**
 * How the permission stands when somebody registers; undefined where none is needed. A promise for everyone a district hosts holds
 * for each; a letter that came along is to be looked at.
 */
export const firstPermission = (
  participation: Participation,
  { hasLetter, isPromised }: { hasLetter: boolean; isPromised: boolean },
): Permission | undefined => {
  if (!needsPermission(participation)) return undefined
  if (participation === 'hosted' && isPromised) return 'accepted'
  return hasLetter ? 'received' : 'asked'
}

/** It is waited for, or has to be looked at, of somebody who still takes part. */
export const isUndecided = ({ permission, status }: Permitted): boolean =>
  status !== 'canceled' && (permission?.state === 'asked' || permission?.state === 'received')

/** By when it should be here: while canceling is still free, else before the first day. */
export const permissionDue = (
  freeUntil: Temporal.Instant | null,
  startsAt: Temporal.Instant,
  askedAt: Temporal.Instant,
): Temporal.Instant => (freeUntil && Temporal.Instant.compare(freeUntil, askedAt) > 0 ? freeUntil : startsAt)

/**
 * What becomes of the place when a district refuses: before the first day it ends, at no cost; after that a hosted person pays, as
 * the terms say of a district that does not, and a guest has been there.
 */
export const afterRefusal = (
  participation: Participation,
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): 'ends' | 'person-pays' | 'stays' => {
  if (Temporal.Instant.compare(now, startsAt) < 0) return 'ends'
  return participation === 'hosted' ? 'person-pays' : 'stays'
}

export const PERMISSION_DECISIONS = ['received', 'accepted', 'refused'] as const satisfies readonly Permission[]
export type PermissionDecision = (typeof PERMISSION_DECISIONS)[number]

/** What was decided of a permission may be decided anew, as long as somebody takes part. */
const NEXT = {
  asked: ['received', 'accepted', 'refused'],
  received: ['accepted', 'refused'],
  accepted: ['refused'],
  refused: [],
} satisfies Record<Permission, readonly PermissionDecision[]>

/** Whether a registrar can decide like this; a refusal needs a reason. */
export const mayDecide = (
  { permission, status }: { permission?: { state?: Permission | null } | null; status: Status },
  to: PermissionDecision,
  reason: string,
): boolean => {
  const state = permission?.state
  if (!state || status === 'canceled') return false
  const next: readonly PermissionDecision[] = NEXT[state]
  return next.includes(to) && (to !== 'refused' || reason.trim() !== '')
}

type Told = Permitted & Pick<Registration, 'agreed'>

/** What the person hears of it, and once; nothing of a promise that was made for everyone before they registered. */
export const permissionLetter = ({
  permission,
  status,
  agreed,
}: Told): { kind: PermissionLetter; key: string } | undefined => {
  const { state, at } = permission ?? {}
  if (!state || !at || status === 'canceled') return undefined
  if (state === 'asked' && status !== 'confirmed') return undefined
  if (state === 'accepted' && Date.parse(at) === Date.parse(agreementOf({ agreed }).at)) return undefined
  return { kind: `permission-${state}`, key: at }
}
export type PermissionLetter = `permission-${Permission}`
