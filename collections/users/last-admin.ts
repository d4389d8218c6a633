import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'
import type { User } from '../kernel/payload-types.ts'

/** Somebody has to be able to manage staff; a lost account is then somebody else's to mend. */
export const LAST_ADMIN = 'This is the only admin. Make somebody else an admin first.'

const hasOtherAdmin = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ roles: { in: ['admin'] } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

const refuse = (path: string, req: PayloadRequest): never => {
  const error = new ValidationError({ collection: 'users', errors: [{ path, message: LAST_ADMIN }], req })
  throw Object.assign(error, { message: LAST_ADMIN })
}

/** Keeps the last admin one. */
export const keepAnAdmin: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !originalDoc?.roles.includes('admin') || !data.roles || data.roles.includes('admin'))
    return data
  if (!(await hasOtherAdmin(req, originalDoc.id))) refuse('roles', req)
  return data
}

/** Keeps the account of the last admin. */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, req })
  if (user.roles.includes('admin') && !(await hasOtherAdmin(req, user.id))) refuse('roles', req)
}
