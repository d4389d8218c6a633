import type { CollectionConfig } from 'payload'
import { anyOf, anyStaff, field, oneself, ROLE_LABELS, staff } from '../access/index.ts'
import { auditSaves } from '../kernel/panel-audit.ts'
import { accountEndpoints } from './endpoints.ts'
import { noteFailedSignIn, refuseWeakPassword, rememberDevice, throttleSignIn } from './hooks.ts'
import { invite, makePasswordLink } from './invite.ts'
import { askSecondFactor, dropFactorOfDeleted, showRecoveryCodes } from './second-factor-hooks.ts'
import { keepAnAdmin, keepLastAdmin } from './last-admin.ts'
import { options } from '../values/options.ts'

const saved = auditSaves('staff', 'Staff member')

/** The sign-in cookie travels over TLS only, wherever the site itself does. */
export const usersWith = ({ isSecure }: { isSecure: boolean }): CollectionConfig => ({
  slug: 'users',
  labels: { singular: 'Staff member', plural: 'Staff' },
  auth: {
    // An account that can be locked is locked by whoever wants to; see hooks.ts.
    maxLoginAttempts: 0,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: isSecure },
  },
  access: {
    admin: ({ req }) => Boolean(req.user),
    create: staff(),
    read: anyOf(staff(), oneself),
    update: anyOf(staff(), oneself),
    delete: staff(),
    unlock: staff(),
  },
  hooks: {
    beforeChange: [keepAnAdmin],
    beforeDelete: [keepLastAdmin],
    beforeOperation: [throttleSignIn, refuseWeakPassword],
    beforeLogin: [askSecondFactor],
    afterLogin: [rememberDevice],
    afterOperation: [showRecoveryCodes],
    afterError: [noteFailedSignIn],
    afterChange: [saved.afterChange],
    afterDelete: [saved.afterDelete, dropFactorOfDeleted],
  },
  endpoints: [
    { path: '/invite', method: 'post', handler: invite },
    { path: '/:id/password-link', method: 'post', handler: makePasswordLink },
    ...accountEndpoints,
  ],
  admin: {
    group: 'Settings',
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'roles'],
    description: 'People who work here, and what each may do.',
    components: { beforeListTable: ['/admin/Invite#Invite'] },
  },
  fields: [
    { name: 'passwordLink', type: 'ui', admin: { components: { Field: '/admin/PasswordLink#PasswordLink' } } },
    { name: 'signIn', type: 'ui', admin: { components: { Field: '/admin/SignInSafety#SignInSafety' } } },
    { name: 'name', type: 'text', maxLength: 120 },
    // A reviewer's own work is known by it.
    { name: 'email', type: 'email', required: true, unique: true, access: { update: field(staff()) } },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      label: 'Employer',
      access: { create: field(staff()), update: field(staff()), read: field(anyStaff) },
      admin: { description: 'A reviewer never reads what somebody of the same organization sent.' },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: options(ROLE_LABELS),
      access: { create: field(staff()), update: field(staff()), read: field(anyStaff) },
    },
  ],
})
