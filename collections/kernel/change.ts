import type { DataFromCollectionSlug, Where } from 'payload'
import type { Act } from './act.ts'
import { writeEntry, type Entry } from './audit.ts'
import { compareAndSet, createUnlessTaken, type Fields } from './keyed.ts'

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
 * What the audit log says of a record as it has become. `null` where there is nothing to say: a draft on its way, or what a
 * follow-up says of it.
 */
export type EntryFor<Slug extends Revised> = ((now: DataFromCollectionSlug<Slug>) => Entry) | null

const logged = async <Slug extends Revised>(
  act: Omit<Act, 'zone'>,
  written: DataFromCollectionSlug<Slug> | undefined,
  entry: EntryFor<Slug>,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  if (written && entry) await writeEntry(act, entry(written))
  return written
}

/**
 * Changes a record in one write, from the revision that was read to the next, and writes what the audit log says of it; `only`
 * asks for more than the revision. Undefined: somebody else was first, or a unique key is taken. Names in `absent` are left
 * without a value.
 */
export const change = async <Slug extends Revised>(
  act: Omit<Act, 'zone'>,
  collection: Slug,
  { id, revision }: Read,
  patch: Omit<Fields<Slug>, 'revision'>,
  entry: EntryFor<Slug>,
  { only, absent }: { only?: Where; absent?: readonly (keyof Fields<Slug> & string)[] } = {},
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const asRead: Where = { revision: { equals: revision } }
  const data = { ...patch, revision: revision + 1 } as unknown as Fields<Slug>
  const where = only ? { and: [asRead, only] } : asRead
  return logged(act, await compareAndSet(act.payload, collection, id, where, data, absent), entry)
}

/** Creates a record at its first revision, with what the audit log says of it; undefined when a unique key is taken. */
export const create = async <Slug extends Revised>(
  act: Omit<Act, 'zone'>,
  collection: Slug,
  data: Omit<Fields<Slug>, 'revision'>,
  entry: EntryFor<Slug>,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const first = { ...data, revision: 1 } as unknown as Fields<Slug>
  return logged(act, await createUnlessTaken(act.payload, collection, first), entry)
}
