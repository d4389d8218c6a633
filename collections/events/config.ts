import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'

/** The log of what happened, one line for each change, which nobody can edit. Webhooks are sent from it. */
export const Events: CollectionConfig = {
  slug: 'events',
  labels: { singular: 'Log entry', plural: 'Log' },
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-at',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'summary',
    defaultColumns: ['at', 'summary', 'actor', 'registration'],
    listSearchableFields: ['summary'],
    description: 'Everything that was done at the desk: when, by whom and why. It cannot be edited.',
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'summary', type: 'text', required: true },
    {
      name: 'actor',
      type: 'text',
      required: true,
      admin: { description: 'Who: a member of staff, the person, the system.' },
    },
    { name: 'user', type: 'relationship', relationTo: 'users' },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', index: true },
    { name: 'reason', type: 'textarea' },
    { name: 'data', type: 'json' },
    // True until every webhook that asked for this kind has its delivery.
    { name: 'unsettled', type: 'checkbox', required: true, defaultValue: true, index: true, admin: { hidden: true } },
  ],
}
