import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { ValidationError, type DatabaseAdapterObj, type Where } from 'payload'
import { stamp } from '#collections/kernel/keyed.ts'
import type { Records } from '#collections/kernel/records.ts'
import { conditionOf, orderOf, type Sql } from './conditions.ts'
import { documentOf, shownColumns, writtenOf, type Document, type Written } from './rows.ts'
import { shapeOf, type Field, type Shape } from './shape.ts'

// Records are rows: what our rules write and read all day has no languages, no versions and no lists within. For those Payload's
// adapter builds each question anew, with all it could have to say of any document, which takes a hundred times as long as the
// database needs to answer. Here they are asked for as SQL. Everything else, and all that is not said here, Payload's adapter does.

type Asked = {
  collection: string
  where?: Where | undefined
  sort?: string | string[] | undefined
  limit?: number | undefined
  pagination?: boolean | undefined
  select?: Record<string, unknown> | undefined
  joins?: unknown
  req?: { transactionID?: unknown } | undefined
}

/** Such as a transaction of Payload's own, which has a connection of its own. */
const isElsewhere = ({ req }: Pick<Asked, 'req'>): boolean => Boolean(req?.transactionID)

/** The fields that are asked for; undefined where that cannot be said here. */
const selectedOf = ({ fields }: Shape, select: Asked['select']): readonly Field[] | undefined => {
  const asked = Object.entries(select ?? {})
  if (asked.length === 0) return fields
  if (asked.some(([, value]) => value !== true)) return undefined
  const names = new Set(['id', ...asked.map(([name]) => name)])
  return fields.filter(({ name }) => names.has(name))
}

const assignments = (written: readonly Written[]): Sql => ({
  sql: written
    .map((one) => ('growsBy' in one ? `"${one.column}" = "${one.column}" + ?` : `"${one.column}" = ?`))
    .join(', '),
  args: written.map((one) => ('growsBy' in one ? one.growsBy : one.value)),
})

/** As Payload stamps it, unless it was told a moment, or `null`: not at all. */
const stamped = (data: Readonly<Record<string, unknown>>, shape: Shape): Record<string, unknown> => {
  const { updatedAt, ...rest } = data
  if (updatedAt === null || !shape.leaves.has('updatedAt')) return rest
  return { ...rest, updatedAt: updatedAt ?? stamp() }
}

const records = (db: SQLiteAdapter) => {
  const shapes = new Map<string, Shape | undefined>()
  const shapeFor = (asked: Pick<Asked, 'collection' | 'req' | 'joins'>): Shape | undefined => {
    if (isElsewhere(asked)) return undefined
    const { collection } = asked
    if (!shapes.has(collection)) shapes.set(collection, shapeOf(db, collection))
    const shape = shapes.get(collection)
    return shape?.hasJoins && asked.joins !== false ? undefined : shape
  }

  const execute = async (collection: string, { sql, args }: Sql) => {
    try {
      return (await db.client.execute({ sql, args: args as string[] })).rows
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
      const path = /UNIQUE constraint failed: [^.]+\.([^.,]+)/.exec((error as Error).message)?.[1] ?? ''
      throw new ValidationError({ collection, errors: [{ message: 'Value must be unique', path }] })
    }
  }

  const find = async (asked: Asked): Promise<Document[] | undefined> => {
    const shape = shapeFor(asked)
    const fields = shape && selectedOf(shape, asked.select)
    const where = shape && conditionOf(shape, asked.where ?? {})
    const order = shape && orderOf(shape, asked.sort)
    if (!shape || !fields || !where || !order) return undefined
    const limit = asked.limit ? ' LIMIT ?' : ''
    const sql = `SELECT ${shownColumns(fields).join(', ')} FROM "${shape.table}" WHERE ${where.sql} ORDER BY ${order}${limit}`
    const args = asked.limit ? [...where.args, asked.limit] : where.args
    const rows = await execute(asked.collection, { sql, args })
    return rows.map((row) => documentOf(fields, row))
  }

  type Updated = Asked & { id?: unknown; data: Record<string, unknown>; returning?: boolean | undefined }

  /** One statement, decided by the database; `null` where nothing fits, undefined where it is left to Payload. */
  const update = async (asked: Updated): Promise<Document | null | undefined> => {
    // What is written is answered without what other collections say of it.
    const shape = shapeFor({ ...asked, joins: false })
    const fields = shape && selectedOf(shape, asked.select)
    const written = shape && writtenOf(shape.fields, stamped(asked.data, shape))
    const where =
      shape && (asked.id === undefined ? conditionOf(shape, asked.where ?? {}) : { sql: '"id" = ?', args: [asked.id] })
    if (!shape || !fields || !where || !written || written.length === 0) return undefined
    const set = assignments(written)
    // One document, however many fit.
    const one =
      asked.id === undefined ? `"id" = (SELECT "id" FROM "${shape.table}" WHERE ${where.sql} LIMIT 1)` : where.sql
    const sql = `UPDATE "${shape.table}" SET ${set.sql} WHERE ${one} RETURNING ${shownColumns(fields).join(', ')}`
    const [row] = await execute(asked.collection, { sql, args: [...set.args, ...where.args] })
    return row ? documentOf(fields, row) : null
  }

  type Created = Asked & { customID?: unknown; data: Record<string, unknown>; returning?: boolean | undefined }

  const create = async (asked: Created): Promise<Document | null | undefined> => {
    const shape = shapeFor({ ...asked, joins: false })
    const { collection, customID: id, data } = asked
    if (!shape || typeof id !== 'string' || asked.returning !== false) return undefined
    const written = writtenOf(shape.fields, stamped({ ...data, createdAt: data['createdAt'] ?? stamp(), id }, shape))
    if (!written || written.some((one) => 'growsBy' in one)) return undefined
    const columns = written.map(({ column }) => `"${column}"`).join(', ')
    const marks = written.map(() => '?').join(', ')
    const sql = `INSERT INTO "${shape.table}" (${columns}) VALUES (${marks})`
    await execute(collection, { sql, args: written.map((one) => ('value' in one ? one.value : null)) })
    return null
  }

  return { find, update, create }
}

/** Payload's adapter of the embedded database, which asks for records by itself. */
export const withRecords = (adapter: DatabaseAdapterObj<SQLiteAdapter>): DatabaseAdapterObj<SQLiteAdapter> => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const { find, findOne, create, updateOne } = db
    const own = records(db)
    db.find = async function (asked) {
      const isWhole = asked.pagination === false && (asked.page ?? 1) === 1
      const docs = isWhole ? await own.find(asked) : undefined
      if (!docs) return find.call(this, asked) as never
      const nothing = { hasNextPage: false, hasPrevPage: false, nextPage: null, page: 1, prevPage: null, totalPages: 1 }
      return { docs, limit: docs.length, pagingCounter: 1, totalDocs: docs.length, ...nothing } as never
    }
    db.findOne = async function (asked) {
      const docs = await own.find({ ...asked, limit: 1 })
      return (docs ? (docs[0] ?? null) : await findOne.call(this, asked)) as never
    }
    db.create = async function (asked) {
      const created = await own.create(asked)
      return (created === undefined ? await create.call(this, asked) : created) as never
    }
    db.updateOne = async function (asked) {
      const isPlain = !asked.options?.upsert
      const updated = isPlain ? await own.update(asked) : undefined
      return (updated === undefined ? await updateOne.call(this, asked) : updated) as never
    }
    return Object.assign(db, { records: { find: own.find } satisfies Records })
  },
})
