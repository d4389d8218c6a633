import type { CollectionConfig, GlobalConfig } from 'payload'
import { anyStaff, nobody, ROLE_LABELS, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { options } from '../values/options.ts'
import { endUnsafeSessions, refuseOwnLockout } from './safety-hooks.ts'

/**
 * The second factor of each member of staff who has one. It lies apart from the account, which Payload writes whole at each sign-in:
 * a code that was just used could come back.
 */
export const SecondFactors: CollectionConfig = {
  slug: 'second-factors',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    { name: 'user', type: 'text', required: true, unique: true },
    // Encrypted with the secret of the installation.
    { name: 'secret', type: 'text', required: true },
    { name: 'confirmedAt', type: 'date', required: true },
    // The last step of time whose code was taken; see totp.ts.
    { name: 'lastStep', type: 'number', required: true },
    // Hashes of the codes that are left.
    { name: 'codes', type: 'json', required: true },
    { name: 'revision', type: 'number', required: true },
  ],
}

/** Who has to sign in with two factors. */
export const Safety: GlobalConfig = {
  slug: 'safety',
  label: 'Signing in',
  access: { read: anyStaff, update: staff(), readVersions: anyStaff },
  hooks: { beforeChange: [refuseOwnLockout], afterChange: [auditSettings('safety', 'Signing in'), endUnsafeSessions] },
  admin: { group: 'Settings', description: 'Who needs a second factor to sign in, besides the password.' },
  fields: [
    {
      name: 'secondFactorFor',
      type: 'select',
      hasMany: true,
      options: options(ROLE_LABELS),
      label: 'A second factor is required of',
      admin: {
        description:
          'Whoever has one of these roles sets up an app on their telephone at the next sign-in, and is signed out until then. Everybody else can do so in their account.',
      },
    },
  ],
}
