import type { CollectionConfig } from 'payload'
import { anyStaff, nobody, staff } from '../access/index.ts'
import { options } from '../values/options.ts'
import { NOUN_LABELS } from './policy.ts'

/** Addresses that published documents had before: each leads on to the document, wherever it is by now. */
export const Addresses: CollectionConfig = {
  slug: 'addresses',
  labels: { singular: 'Former address', plural: 'Former addresses' },
  access: { create: nobody, read: anyStaff, update: nobody, delete: staff('communications') },
  lockDocuments: false,
  admin: {
    group: 'Site',
    useAsTitle: 'slug',
    defaultColumns: ['slug', 'noun', 'updatedAt'],
    description:
      'When the address of something published changes, links to the old one lead on to the new one. Delete a line to let the old address end.',
  },
  fields: [
    // `<collection>:<slug>`: an old address leads to one document.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'noun', type: 'select', required: true, label: 'Of', options: options(NOUN_LABELS) },
    { name: 'slug', type: 'text', required: true, label: 'Former address' },
    { name: 'document', type: 'text', required: true, index: true, admin: { hidden: true } },
  ],
}
