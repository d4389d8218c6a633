import type { CollectionConfig } from 'payload'
import { nobody } from '../access/index.ts'

/**
 * How far each follow-up step has come. Nothing else remembers it: remove a step's document, and it works through everything
 * again, which changes nothing where nothing is missing.
 */
export const FollowUps: CollectionConfig = {
  slug: 'followups',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    { name: 'step', type: 'text', required: true, unique: true },
    // By collection: everything written before that moment was handled, by the clock documents are stamped with.
    { name: 'cursors', type: 'json', required: true },
    // What could not be handled, how often that was tried, and when it is tried again.
    { name: 'failed', type: 'json', required: true },
    // What time alone makes due was handled up to that moment, by the clock of the desk.
    { name: 'dueUntil', type: 'text' },
  ],
}
