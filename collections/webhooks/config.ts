import type { CollectionConfig } from 'payload'
import { field, nobody, staff } from '../access/index.ts'
import { options } from '../values/options.ts'
import { makeSecret, validateAddress } from './hooks.ts'
import { TOPIC_LABELS } from './states.ts'

/** Where billing events are sent, signed, until the other side has said that it took them. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  access: { create: staff(), read: staff(), update: staff(), delete: staff() },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'isActive'],
    description: 'Addresses of an accounting system that are told about charges, statements and deposits.',
  },
  hooks: { beforeChange: [makeSecret] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'url', type: 'text', required: true, maxLength: 500, validate: validateAddress },
    { name: 'topics', type: 'select', hasMany: true, required: true, options: options(TOPIC_LABELS) },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: 'Active' },
    {
      name: 'secret',
      type: 'text',
      access: { create: field(nobody), update: field(nobody), read: field(staff()) },
      admin: {
        readOnly: true,
        description: 'The key of the signature; the other side needs it to check what we send.',
      },
    },
    {
      name: 'deliveries',
      type: 'join',
      collection: 'deliveries',
      on: 'webhook',
      defaultSort: '-createdAt',
      admin: { defaultColumns: ['topic', 'state', 'attempts', 'answer', 'createdAt'] },
    },
  ],
}
