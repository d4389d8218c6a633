import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { TOPIC_LABELS } from '../webhooks/states.ts'
import { DELIVERY_STATE_LABELS } from './states.ts'

/** The log of webhooks: what was sent where, how often, and what came back. */
export const Deliveries: CollectionConfig = {
  slug: 'deliveries',
  access: { create: nobody, read: staff(), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Settings',
    useAsTitle: 'topic',
    defaultColumns: ['topic', 'webhook', 'state', 'attempts', 'answer', 'createdAt'],
    description: 'What was sent to webhooks, and what they answered.',
  },
  fields: readable([
    // `<event>:<webhook>`: each event goes to each webhook once, though perhaps in several attempts.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', required: true, index: true },
    { name: 'event', type: 'relationship', relationTo: 'events', required: true, index: true },
    { name: 'topic', type: 'select', required: true, options: options(TOPIC_LABELS) },
    { name: 'body', type: 'json', required: true, admin: { components: { Field: '/admin/Records#Sent' } } },
    { name: 'state', type: 'select', required: true, index: true, options: options(DELIVERY_STATE_LABELS) },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'nextAttemptAt', type: 'date', index: true },
    { name: 'answer', type: 'text', label: 'What the other side said last' },
    { name: 'deliveredAt', type: 'date' },
  ]),
}
