import { randomUUIDv7 } from 'node:crypto'
import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'
import { announce, noteChange, SEATS, tellOfChange } from './changes.ts'
import { idOf } from './related.ts'
import { announceWrite } from './writes.ts'

// The two writes everything rests on: each is one statement, and the database decides it. They go past Payload's hooks and
// checks, because what they write was worked out by our own rules.

/** A collection's fields, as they are written: related documents by id. */
export type Fields<Slug extends CollectionSlug> = Partial<Omit<DataFromCollectionSlug<Slug>, 'id' | 'createdAt'>>

const isMongo = ({ db }: Payload): boolean => db.name === 'mongoose'

/** Moments as Payload writes them, with their milliseconds: SQLite compares text, and "16:00:00Z" comes after "16:00:00.000Z". */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const written = <Data extends object>(data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      typeof value === 'string' && MOMENT.test(value) ? [name, new Date(value).toISOString()] : [name, value],
    ),
  ) as Data

const isTaken = (error: unknown): boolean => (error as Error).name === 'ValidationError'

/**
 * When a document is written, as Payload stamps it: by the machine's own clock, because what was written since is found by it.
 * Nothing is decided by it.
 */
export const stamp = (): string => new Date().toISOString()

/** What the database said, without the values that were to be written: they are people's, and links among them. */
const failure = (collection: CollectionSlug, error: unknown): Error => {
  const { message, cause } = error as Error
  const [said = ''] = (cause instanceof Error ? cause.message : message).split('\n', 1)
  return new Error(`${collection} could not be written: ${said.startsWith('Failed query') ? 'the query failed' : said}`)
}

type Written = { id: string; session?: unknown }

/** Says that a document was written. Whose seats are counted here is told of what changed, and counts new ones in by itself. */
const sayWritten = (payload: Payload, collection: CollectionSlug, { id, session }: Written, isNew: boolean): void => {
  announceWrite(payload, collection)
  if (collection !== 'registrations') return announce(payload, collection, id)
  const of = idOf(session as string)
  if (!isNew) tellOfChange(payload, SEATS, of)
  noteChange(payload, SEATS, of)
}

/**
 * Creates a document and answers with what was written; undefined when one of its unique keys is taken, which is how two that
 * want the same are told apart. Any other failure is thrown.
 */
export const createUnlessTaken = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  data: Fields<Slug>,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  try {
    const now = stamp()
    const values = { ...written(data), createdAt: now, updatedAt: now }
    // With an id that is chosen here nothing has to be read back, which would cost as much as writing it.
    const id = randomUUIDv7()
    await payload.db.create({ collection, customID: id, data: { ...values, id }, returning: false })
    sayWritten(payload, collection, { ...values, id }, true)
    return { ...values, id } as unknown as DataFromCollectionSlug<Slug>
  } catch (error) {
    if (isTaken(error)) return undefined
    throw failure(collection, error)
  }
}

/**
 * Changes a document only while it still is as `expected`; undefined when somebody else was first, or when a unique key is
 * taken. Names in `absent` are left without a value, so that their unique keys are free again.
 */
export const compareAndSet = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  id: string,
  expected: Where,
  data: Fields<Slug>,
  absent: readonly (keyof Fields<Slug> & string)[] = [],
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  // A sparse index of MongoDB skips only what is missing, not what is null.
  const emptied = isMongo(payload)
    ? absent.length > 0 && { $unset: Object.fromEntries(absent.map((name) => [name, 1])) }
    : Object.fromEntries(absent.map((name) => [name, null]))
  try {
    const doc = (await payload.db.updateOne({
      collection,
      where: { and: [{ id: { equals: id } }, expected] },
      data: { ...written(data), ...emptied, updatedAt: stamp() },
    })) as unknown as DataFromCollectionSlug<Slug> | null
    if (doc) sayWritten(payload, collection, doc, false)
    return doc ?? undefined
  } catch (error) {
    if (isTaken(error)) return undefined
    throw failure(collection, error)
  }
}

/**
 * Adds one to a number of the document that fits, in one statement however many do so at once; undefined where none fits. It is
 * said to nobody.
 */
export const countUp = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  where: Where,
  field: keyof Fields<Slug> & string,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const doc = (await payload.db.updateOne({
    collection,
    where,
    data: { [field]: { $inc: 1 }, updatedAt: stamp() },
    // MongoDB decides every update by its condition; SQLite reads first and writes then, unless it is asked to.
    ...(!isMongo(payload) && { options: { atomic: true } }),
  })) as unknown as DataFromCollectionSlug<Slug> | null
  return doc ?? undefined
}

/** Says that a document is another now, though none of its fields tells: what was read of it before does not fit any more. */
export const raiseRevision = async (payload: Payload, collection: 'registrations', id: string): Promise<void> => {
  await payload.db.updateOne({
    collection,
    id,
    data: { revision: { $inc: 1 }, updatedAt: stamp() },
  })
  announceWrite(payload, collection)
}

/** Removes a document while it still is as `expected`. */
export const removeIf = async (
  payload: Payload,
  collection: CollectionSlug,
  id: string,
  expected: Where,
): Promise<void> => {
  await payload.db.deleteMany({ collection, where: { and: [{ id: { equals: id } }, expected] } })
  announceWrite(payload, collection)
  announce(payload, collection, id)
}
