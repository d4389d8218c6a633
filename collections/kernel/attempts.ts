import { createHash } from 'node:crypto'
import type { DataFromCollectionSlug, Payload } from 'payload'

// How a stranger's form that comes twice is told from two forms.

/**
 * One sending of a form: its number, made with the form, and a hash of the words typed into it, so that another form under the
 * same number is noticed.
 */
export const attemptFrom = (attempt: string, typed: unknown): { attempt: string | undefined; attemptHash: string } => ({
  attempt: attempt || undefined,
  attemptHash: createHash('sha256').update(JSON.stringify(typed)).digest('hex'),
})

/** What strangers begin with a form. */
type Begun = 'applications' | 'registrations' | 'submissions'

/** What was begun by this attempt, or counts under this key now. */
export const holderOf = async <Slug extends Begun>(
  payload: Payload,
  collection: Slug,
  field: 'attempt' | 'activeKey',
  value: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> =>
  (await payload.db.findOne<DataFromCollectionSlug<Slug>>({ collection, where: { [field]: { equals: value } } })) ??
  undefined
