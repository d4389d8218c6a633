import type { CollectionConfig } from 'payload'
import { nobody } from '../access/index.ts'

/** The chain that seals the audit log: each names the one before it. See chain.ts and docs/decisions/0045. */
export const Seals: CollectionConfig = {
  slug: 'seals',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    // One after the other from 1; of two that want the same number one gets it.
    { name: 'number', type: 'number', required: true, unique: true },
    { name: 'at', type: 'text', required: true },
    { name: 'before', type: 'text' },
    { name: 'hash', type: 'text', required: true },
    // The moment the newest of its entries was written.
    { name: 'through', type: 'text', required: true, index: true },
    { name: 'entries', type: 'json', required: true },
    { name: 'removed', type: 'json', required: true },
    { name: 'because', type: 'text' },
  ],
}
