import type { ServerProps } from 'payload'
import type { Role } from '#collections/access/index.ts'

/** What somebody may do here; nothing for whoever is not signed in as staff. */
export const rolesOf = (user: ServerProps['user']): readonly Role[] => (user?.collection === 'users' ? user.roles : [])

/** Whether the desk is open to somebody: registrars and admins. */
export const isRegistrar = (user: ServerProps['user']): boolean =>
  rolesOf(user).some((role) => role === 'registrar' || role === 'admin')
