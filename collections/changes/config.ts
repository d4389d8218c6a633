import type { CollectionConfig } from 'payload'
import { nobody } from '../access/index.ts'

/**
 * What was written last, for processes that keep something of it in memory: one document, whose version rises with each entry in
 * its list. It is written by kernel/version-store.ts alone.
 */
export const Changes: CollectionConfig = {
  slug: 'changes',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'version', type: 'number', required: true },
    // Entries up to this version may be missing from the list.
    { name: 'floor', type: 'number', required: true },
    { name: 'entries', type: 'json', required: true },
  ],
}
