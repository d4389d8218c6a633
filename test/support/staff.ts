import type { Payload, TypedUser } from 'payload'
import { ROLES, type Role } from '#collections/access/index.ts'
import { aStaffMember } from './builders.ts'

/** Everybody access is decided for: staff by role, and whoever is not signed in. */
export const ASKERS = ['anonymous', ...ROLES] as const
export type Asker = (typeof ASKERS)[number]

export type Staff = Record<Asker, TypedUser | undefined>

const hire = async (payload: Payload, role: Role): Promise<TypedUser> => {
  const user = await payload.create({ collection: 'users', data: aStaffMember(role), overrideAccess: true })
  return { ...user, collection: 'users' }
}

/** One member of staff for each role. */
export const hireStaff = async (payload: Payload): Promise<Staff> => ({
  anonymous: undefined,
  admin: await hire(payload, 'admin'),
  communications: await hire(payload, 'communications'),
  registrar: await hire(payload, 'registrar'),
  reviewer: await hire(payload, 'reviewer'),
})
