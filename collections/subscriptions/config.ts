import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'

/** Who wants to be told when there is something new of a course, or of a list of courses. One that is ended is deleted. */
export const Subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  labels: { singular: 'Subscription', plural: 'Subscriptions' },
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: staff('registrar') },
  defaultSort: '-confirmedAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'label',
    defaultColumns: ['label', 'email', 'confirmedAt'],
    listSearchableFields: ['label', 'email'],
    description:
      'People who asked to be told of a new date, a free seat or the opening of registration. They end it themselves with the link in each message.',
  },
  fields: readable([
    // The mailbox and what it wants to hear of, so that nobody has the same twice.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'label', type: 'text', required: true, label: 'Wants to hear of' },
    { name: 'email', type: 'email', required: true, index: true, label: 'Mailbox' },
    { name: 'course', type: 'relationship', relationTo: 'courses', index: true },
    // Where there is no course: what the list is narrowed to, from the question mark on.
    { name: 'query', type: 'text', admin: { hidden: true } },
    { name: 'confirmedAt', type: 'date', required: true, label: 'Confirmed' },
    { name: 'linkVersion', type: 'number', required: true, admin: { hidden: true } },
    { name: 'revision', type: 'number', required: true, admin: { hidden: true } },
    { name: 'seen', type: 'json', required: true, admin: { hidden: true } },
    { name: 'news', type: 'json', required: true, admin: { hidden: true } },
    { name: 'dueAt', type: 'date', index: true, admin: { hidden: true } },
  ]),
}
