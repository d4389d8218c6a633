import type { CollectionConfig } from 'payload'
import { nobody, SCOPE_LABELS, staff } from '../access/index.ts'
import { options } from '../values/options.ts'

/** Programs that read through /api with a key of their own. What a key opens is its scope, and nothing else. */
export const Integrations: CollectionConfig = {
  slug: 'integrations',
  auth: { useAPIKey: true, disableLocalStrategy: true, useSessions: false },
  access: { admin: () => false, create: staff(), read: staff(), update: staff(), delete: staff(), unlock: nobody },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'scopes', 'updatedAt'],
    description: 'Other programs of the agency. Send the key as “Authorization: integrations API-Key …”.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'scopes', type: 'select', hasMany: true, required: true, options: options(SCOPE_LABELS) },
  ],
}
