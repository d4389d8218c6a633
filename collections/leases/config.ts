import type { CollectionConfig } from 'payload'
import { nobody } from '../access/index.ts'

/** Work that one process at a time does. Whoever holds a lease raises its beat; one whose beat stands still is free to take. */
export const Leases: CollectionConfig = {
  slug: 'leases',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    // Empty once it was given back.
    { name: 'holder', type: 'text' },
    { name: 'beat', type: 'number', required: true },
  ],
}
