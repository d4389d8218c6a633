import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSqliteAdapter } from '#cms/adapters.ts'
import { isGroup, shapeOf, type Field, type Leaf, type Shape } from '#cms/records/shape.ts'
import { isMongo } from '../support/database.ts'
import { openTestDesk } from '../support/desk.ts'
import { aSpring } from '../support/histories.ts'

// Records that are asked for as SQL are the ones Payload's adapter would have given, and are written as it would have written them.

type Desk = Awaited<ReturnType<typeof openTestDesk>>
type Doc = { id: string } & Record<string, unknown>
type Asked = {
  collection: string
  where?: Where
  sort?: string | string[]
  limit?: number
  select?: Record<string, true>
}

const ours = (payload: Payload) => payload.db as unknown as SQLiteAdapter

describe.skipIf(isMongo)('records of the embedded database', () => {
  let desk: Desk
  let payload: Payload
  let bare: SQLiteAdapter
  let shapes: [string, Shape][]
  beforeAll(async () => {
    desk = await openTestDesk()
    payload = desk.payload
    await aSpring(desk, desk.followUp)
    bare = (await loadSqliteAdapter())({ client: { url: desk.env.databaseUrl }, idType: 'uuidv7' }).init({ payload })
    shapes = Object.keys(payload.collections).flatMap((slug) => {
      const shape = shapeOf(ours(payload), slug)
      return shape ? [[slug, shape] as [string, Shape]] : []
    })
  })
  afterAll(() => desk.close())

  /** What Payload's adapter answers on the same connection. */
  const asPayload = async (asked: Asked): Promise<Doc[]> => {
    const all = { limit: 0, ...asked, pagination: false, joins: false } as never
    return (await bare.find.call(ours(payload), all)).docs as never
  }
  const asOurs = async (asked: Asked): Promise<Doc[]> => {
    const all = { limit: 0, ...asked, pagination: false, joins: false } as never
    return (await ours(payload).find(all)).docs as never
  }

  /** What a document is once Payload has gone through it for whoever reads it. */
  const shown = async (slug: string, id: string): Promise<unknown> =>
    payload.findByID({ collection: slug as 'people', id, depth: 0, joins: false, overrideAccess: true })

  test('are all that decisions are written in', () => {
    const names = shapes.map(([slug]) => slug)
    expect(names).toEqual(
      expect.arrayContaining(
        'registrations attendance deposits applications selections submissions reviews awards people organizations messages events charges invoices deliveries followups changes leases limits'.split(
          ' ',
        ),
      ),
    )
    expect(names).not.toEqual(expect.arrayContaining(['sessions']))
  })

  test('are read as Payload reads them, field by field', async () => {
    let compared = 0
    for (const [collection] of shapes) {
      const expected = await asPayload({ collection, sort: 'id' })
      expect(await asOurs({ collection, sort: 'id' })).toEqual(expected)
      for (const doc of expected.slice(0, 3)) expect(await shown(collection, doc.id)).toEqual(doc)
      compared += expected.length
    }
    expect(compared).toBeGreaterThan(150)
  })

  const leavesOf = (fields: readonly Field[], prefix = ''): [string, Leaf][] =>
    fields.flatMap((field): [string, Leaf][] =>
      isGroup(field) ? leavesOf(field.fields, `${prefix}${field.name}.`) : [[prefix + field.name, field]],
    )
  const at = (doc: Doc, path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], doc)

  /** Conditions on a field, with values that documents have there and some that none has. */
  const conditionOn = (docs: readonly Doc[], [path, { type }]: [string, Leaf]): fc.Arbitrary<Where> => {
    const other = { number: 7, checkbox: true, date: '2027-03-01T00:00:00.000Z' }[type as 'number'] ?? 'nobody'
    const values = [...docs.map((doc) => at(doc, path)), other].filter((value) => value !== null && value !== undefined)
    const value = fc.constantFrom(...values)
    const several = fc.array(value, { maxLength: 3 })
    return fc
      .oneof(
        fc.tuple(
          fc.constantFrom('equals', 'not_equals', 'less_than', 'less_than_equal', 'greater_than', 'greater_than_equal'),
          value,
        ),
        fc.tuple(fc.constantFrom('equals', 'not_equals'), fc.constant(null)),
        fc.tuple(
          fc.constant('in'),
          fc.oneof(
            several,
            several.map((list) => [...list, null]),
          ),
        ),
        fc.tuple(fc.constant('not_in'), several),
        fc.tuple(fc.constant('exists'), fc.boolean()),
      )
      .map(([operator, asked]) => ({ [path]: { [operator]: asked } }))
  }

  test('fit a condition exactly where they do for Payload', async () => {
    for (const [collection, shape] of shapes) {
      const docs = (await asPayload({ collection, sort: 'id' })).slice(0, 40)
      const leaves = leavesOf(shape.fields).filter(
        ([path, { type }]) => type !== 'json' && !(path === 'id' && docs.length === 0),
      )
      if (docs.length === 0) continue
      const one = fc.constantFrom(...leaves).chain((leaf) => conditionOn(docs, leaf))
      const where = fc.oneof(
        one,
        fc.array(one, { maxLength: 3 }).map((and) => ({ and })),
        fc.array(one, { maxLength: 3 }).map((or) => ({ or })),
        fc.tuple(one, fc.array(one, { minLength: 1, maxLength: 2 })).map(([first, or]) => ({ and: [first, { or }] })),
      )
      await fc.assert(
        fc.asyncProperty(
          where,
          fc.constantFrom(...leaves),
          fc.boolean(),
          fc.nat(5),
          async (asked, [path], isDown, limit) => {
            const query = { collection, where: asked, sort: [`${isDown ? '-' : ''}${path}`, 'id'], limit }
            expect(await asOurs(query)).toEqual(await asPayload(query))
          },
        ),
        { numRuns: 12, seed: 7 },
      )
    }
  })

  test('are given with the fields that are asked for, and their id', async () => {
    const query: Asked = { collection: 'registrations', select: { title: true, agreed: true }, sort: 'id' }
    const found = await asOurs(query)
    const named = ({ id, title, agreed }: Doc) => ({ id, title, agreed })
    expect(found).toEqual((await asPayload(query)).map(named))
    expect(Object.keys(found[0]!).toSorted()).toEqual(['agreed', 'id', 'title'])
  })

  const rowsOf = async (table: string, id: string) =>
    (await ours(payload).client.execute({ sql: `SELECT * FROM "${table}" WHERE id = ?`, args: [id] })).rows[0]!

  /** The fields no two documents have alike, by name and by column. */
  const uniqueIn = (collection: string) =>
    payload.collections[collection as 'people'].config.flattenedFields.flatMap((field) =>
      'unique' in field && field.unique && field.name !== 'id' ? [field.name] : [],
    )
  const columnsOf = (shape: Shape, names: readonly string[]) =>
    names.flatMap((name) => shape.leaves.get(name)?.column.name ?? [])

  test('are written as Payload writes them: anew, and changed', async () => {
    let written = 0
    for (const [collection, shape] of shapes) {
      const keys = uniqueIn(collection)
      const [doc, other] = await asPayload({ collection, sort: 'id', limit: 2 })
      if (!doc) continue
      const again = { ...doc, ...Object.fromEntries(keys.map((key) => [key, null])) }
      const copies: Record<string, unknown>[] = []
      const changed: Record<string, unknown>[] = []
      for (const db of [ours(payload), bare]) {
        const id = randomUUID()
        const unique = Object.fromEntries(
          keys.filter((key) => typeof doc[key] === 'string').map((key) => [key, `${key}-${id}`]),
        )
        const data = { ...again, ...unique, id, updatedAt: '2027-02-01T10:00:00.000Z' }
        await db.create.call(ours(payload), { collection, customID: id, data, returning: false } as never)
        copies.push({ ...(await rowsOf(collection, id)) })
        const patch = { ...other, ...unique, id, updatedAt: '2027-02-02T10:00:00.000Z', createdAt: undefined }
        const changedTo = await db.updateOne.call(ours(payload), {
          collection,
          where: { id: { equals: id } },
          data: patch,
          joins: false,
        } as never)
        expect({ ...changedTo, ...unique }).toMatchObject({ id })
        changed.push({ ...(await rowsOf(collection, id)) })
        await payload.db.deleteMany({ collection: collection as 'people', where: { id: { equals: id } } })
        written += 1
      }
      const without = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !['id', ...columnsOf(shape, keys)].includes(name)))
      expect(without(copies[0]!)).toEqual(without(copies[1]!))
      expect(without(changed[0]!)).toEqual(without(changed[1]!))
    }
    expect(written).toBeGreaterThan(20)
  })

  test('are not changed where nothing fits, and only one of those that fit', async () => {
    const make = (key: string) => {
      const data = { key, hits: 1, endsAt: '2027-03-01T00:00:00.000Z' }
      return payload.db.create({ collection: 'limits', customID: randomUUID(), data, returning: false })
    }
    await make('first')
    await make('second')
    const change = (where: Where) => payload.db.updateOne({ collection: 'limits', where, data: { hits: { $inc: 2 } } })
    expect(await change({ key: { equals: 'nobody' } })).toBeNull()
    await change({ key: { in: ['first', 'second'] } })
    const hits = await asOurs({ collection: 'limits', where: { key: { in: ['first', 'second'] } } })
    expect(hits.map((limit) => limit['hits']).toSorted()).toEqual([1, 3])
  })

  test('a unique key that is taken is told as Payload tells it', async () => {
    const data = { key: 'third', hits: 1, endsAt: '2027-03-01T00:00:00.000Z' }
    const make = (db: SQLiteAdapter) =>
      db.create.call(ours(payload), { collection: 'limits', customID: randomUUID(), data, returning: false } as never)
    await make(ours(payload))
    for (const db of [ours(payload), bare]) {
      const made = make(db)
      await expect(made).rejects.toMatchObject({ name: 'ValidationError' })
    }
  })
})
