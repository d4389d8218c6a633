import type { CollectionConfig } from 'payload'
import { contentAccess } from '../access/index.ts'

/** Drafts while you type, publish now or later, fifty versions to go back to. */
const versions = {
  drafts: { autosave: { interval: 800 }, schedulePublish: true },
  maxPerDoc: 50,
} satisfies CollectionConfig['versions']

/** What all public content shares: drafts, a trash to undo from, and who may do what. */
export const content = { access: contentAccess, versions, trash: true } satisfies Partial<CollectionConfig>
