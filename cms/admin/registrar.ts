import type { ServerProps } from 'payload'

/** Whether the desk is open to somebody: registrars and admins. */
export const isRegistrar = (user: ServerProps['user']): boolean =>
  user?.collection === 'users' && user.roles.some((role) => role === 'registrar' || role === 'admin')
