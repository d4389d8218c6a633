import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { SELECTION_STATE_LABELS } from './states.ts'

/** How far the selection for one call has come. Releasing it is one write; every decision follows from it. */
export const Selections: CollectionConfig = {
  slug: 'selections',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'releasedAt'],
    description: 'Where each selection stands. It is run at the desk, under Applications.',
  },
  fields: readable([
    { name: 'title', type: 'text', required: true },
    // What is applied for together; see `callOf`.
    { name: 'call', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'state', type: 'select', required: true, options: options(SELECTION_STATE_LABELS) },
    { name: 'releasedAt', type: 'date', label: 'Released' },
    { name: 'releasedBy', type: 'relationship', relationTo: 'users', label: 'Released by' },
    { name: 'closedAt', type: 'date', label: 'Closed' },
    { name: 'closedBy', type: 'relationship', relationTo: 'users', label: 'Closed by' },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
