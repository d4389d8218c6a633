import type { CollectionConfig } from 'payload'
import { contentAccess } from '../access/index.ts'

/** Drafts while you type, publish now or later, fifty versions to go back to. */
const versions = {
  drafts: { autosave: { interval: 800 }, schedulePublish: true },
  maxPerDoc: 50,
} satisfies CollectionConfig['versions']

/** What all public content shares: drafts, a trash to undo from, and who may do what. */
export const content = { access: contentAccess, versions, trash: true } satisfies Partial<CollectionConfig>

/**
 * The same where whole rows of days and times are typed, which takes longer than the pause after which prose is saved: a save
 * under way while somebody types writes over fields of the form (see cms/admin/typed.ts).
 */
export const typedSlowly = {
  ...versions,
  drafts: { ...versions.drafts, autosave: { interval: 2000 } },
} satisfies CollectionConfig['versions']
