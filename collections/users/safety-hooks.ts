import { ValidationError, type GlobalAfterChangeHook, type GlobalBeforeChangeHook } from 'payload'
import type { Role } from '../access/index.ts'
import { every } from '../kernel/queries.ts'
import { factorOf } from './factor.ts'
import { endSessions } from './sessions.ts'

const rolesIn = (doc: unknown): Role[] => (doc as { secondFactorFor?: Role[] | null } | null)?.secondFactorFor ?? []

/** Whoever asks a second factor of others has one: otherwise they would sign themselves out. */
export const refuseOwnLockout: GlobalBeforeChangeHook = async ({ data, req }) => {
  const { user, payload } = req
  if (user?.collection !== 'users' || !user.roles.some((role) => rolesIn(data).includes(role))) return data
  if (await factorOf({ payload }, user.id)) return data
  const message = 'Set up your own second factor first, in your account.'
  throw new ValidationError({ global: 'safety', errors: [{ path: 'secondFactorFor', message }], req })
}

/** Signs out whoever has to have a second factor from now on, and has none. */
export const endUnsafeSessions: GlobalAfterChangeHook = async ({ doc, previousDoc, req: { payload } }) => {
  const added = rolesIn(doc).filter((role) => !rolesIn(previousDoc).includes(role))
  if (added.length === 0) return
  for (const { id } of await every({ payload }, 'users', { roles: { in: added } }))
    if (!(await factorOf({ payload }, id))) await endSessions(payload, id, () => true)
}
