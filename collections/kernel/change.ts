import type { DataFromCollectionSlug, Payload, Where } from 'payload'
import { compareAndSet, type Fields } from './keyed.ts'

/** Collections whose records count their revisions: what is done with one is done only if it is as it was read. */
type Revised =
  | 'applications'
  | 'attendance'
  | 'awards'
  | 'deposits'
  | 'invoices'
  | 'registrations'
  | 'reviews'
  | 'selections'
  | 'submissions'

type Read = { id: string; revision: number }

/**
 * Changes a record in one write, from the revision that was read to the next; `only` asks for more than that. Undefined:
 * somebody else was first, or a unique key is taken. Names in `absent` are left without a value.
 */
export const change = <Slug extends Revised>(
  { payload }: { payload: Payload },
  collection: Slug,
  { id, revision }: Read,
  patch: Omit<Fields<Slug>, 'revision'>,
  { only, absent }: { only?: Where; absent?: readonly (keyof Fields<Slug> & string)[] } = {},
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const asRead: Where = { revision: { equals: revision } }
  const data = { ...patch, revision: revision + 1 } as unknown as Fields<Slug>
  return compareAndSet(payload, collection, id, only ? { and: [asRead, only] } : asRead, data, absent)
}
