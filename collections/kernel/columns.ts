import type { CollectionSlug, DataFromCollectionSlug, Payload } from 'payload'
import { pluck } from './queries.ts'

// Some columns of very many documents, past Payload's reading of each: that takes a hundred times as long as the database does, and
// a report counts all of a year.

type Plain = string | number | boolean | null

/** What a document says in flat fields: texts, numbers, truths, and related documents by id; null: nothing. */
export type Columns<Slug extends CollectionSlug, Name extends keyof DataFromCollectionSlug<Slug>> = { id: string } & {
  [Field in Name]-?: Flat<DataFromCollectionSlug<Slug>[Field]>
}
type Flat<Value> = Exclude<Value, object | undefined> | (undefined extends Value ? null : never)

type Sqlite = {
  client: { execute: (query: { sql: string; args: string[] }) => Promise<{ rows: Record<string, Plain>[] }> }
  tables: Record<string, Record<string, { name: string }>>
}
type Mongo = {
  collections: Record<
    string,
    { find: (filter: object, fields: string[]) => { lean: () => Promise<({ _id: string } & Record<string, Plain>)[]> } }
  >
}

/** Values in one question: as many as every database takes. */
const MOST = 5000

/** All rows as one text: what the driver makes of each row by itself takes several times as long as the question. */
const fromSqlite = async (db: Sqlite, slug: string, names: readonly string[], where: In): Promise<unknown[]> => {
  const table = db.tables[slug]!
  const column = (name: string): string => `"${table[name]!.name}"`
  const marks = where.values.map(() => '?').join(', ')
  const picked = names.map(column).join(', ')
  const sql = `SELECT json_group_array(json_array(${picked})) AS found FROM "${slug}" WHERE ${column(where.field)} IN (${marks})`
  const { rows } = await db.client.execute({ sql, args: [...where.values] })
  const found = JSON.parse(String(rows[0]?.['found'] ?? '[]')) as Plain[][]
  return found.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])))
}

const fromMongo = async (db: Mongo, slug: string, names: readonly string[], where: In): Promise<unknown[]> => {
  const field = where.field === 'id' ? '_id' : where.field
  const found = await db.collections[slug]!.find({ [field]: { $in: where.values } }, [...names]).lean()
  return found.map((doc) =>
    Object.fromEntries(names.map((name) => [name, (name === 'id' ? doc._id : doc[name]) ?? null])),
  )
}

/** Any other database, as Payload reads it. */
const fromPayload = (payload: Payload, slug: string, names: readonly string[], where: In): Promise<unknown[]> =>
  pluck({ payload }, slug as CollectionSlug, { [where.field]: { in: [...where.values] } }, names as never)

type In = { field: string; values: readonly string[] }

const readerOf = (payload: Payload) => {
  const db: unknown = payload.db
  if (payload.db.name === 'mongoose') return fromMongo.bind(null, db as Mongo)
  return 'client' in payload.db ? fromSqlite.bind(null, db as Sqlite) : fromPayload.bind(null, payload)
}

/** The columns that are named, and the id, of all documents whose field has one of these values. */
export const flatColumns = async <
  Slug extends CollectionSlug,
  Name extends keyof DataFromCollectionSlug<Slug> & string,
>(
  { payload }: { payload: Payload },
  slug: Slug,
  names: readonly Name[],
  where: { field: keyof DataFromCollectionSlug<Slug> & string; values: readonly string[] },
): Promise<Columns<Slug, Name>[]> => {
  const read = readerOf(payload)
  const rows: Columns<Slug, Name>[] = []
  for (let at = 0; at < where.values.length; at += MOST) {
    const values = where.values.slice(at, at + MOST)
    for (const row of await read(slug, ['id', ...names], { ...where, values })) rows.push(row as Columns<Slug, Name>)
  }
  return rows
}
