import { randomUUIDv7 } from 'node:crypto'
import {
  createDatabaseAdapter,
  ValidationError,
  type DatabaseAdapterObj,
  type FlattenedField,
  type Payload,
  type Where,
} from 'payload'
import { fits, inOrder, type Doc } from './where.ts'

// A database for Payload that is kept in memory: every hook, check and rule runs as on a real one, and a read costs next to nothing.
// What a real database decides by itself, unique keys and one write at a time, is decided here by the same keys. It is for histories
// by the thousand; a few of them, and everything else, are tested on real ones.

type Table = {
  docs: Map<string, Doc>
  fields: readonly FlattenedField[]
  unique: readonly (readonly string[])[]
  taken: Map<string, string>
}
type Asked = {
  where?: Where
  sort?: string | readonly string[]
  limit?: number
  page?: number
  pagination?: boolean
  skip?: number
}

/** Documents are plain data. */
const copied = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(copied)
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, copied(one)]])),
  )
}
const copy = <Value>(value: Value): Value => copied(value) as Value

const uniqueIn = (fields: readonly FlattenedField[], before = ''): string[][] =>
  fields.flatMap((field) => {
    if (!('name' in field) || !field.name) return []
    const path = before + field.name
    const inner =
      field.type === 'group' && 'flattenedFields' in field ? uniqueIn(field.flattenedFields, `${path}.`) : []
    return 'unique' in field && field.unique ? [[path], ...inner] : inner
  })

const at = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Doc | null | undefined)?.[part], doc)

const page = (all: Doc[], { limit = 0, page: number = 1, skip = 0, pagination = true }: Asked) => {
  const most = limit > 0 ? limit : all.length
  const from = pagination ? (number - 1) * most + skip : skip
  const totalPages = most > 0 ? Math.ceil(all.length / most) : 1
  return {
    docs: all.slice(from, from + most).map(copy),
    totalDocs: all.length,
    totalPages: Math.max(1, totalPages),
    limit: most,
    page: number,
    pagingCounter: from + 1,
    hasPrevPage: number > 1,
    hasNextPage: number < totalPages,
    prevPage: number > 1 ? number - 1 : null,
    nextPage: number < totalPages ? number + 1 : null,
  }
}

class Tables {
  readonly #tables = new Map<string, Table>()

  open(
    name: string,
    fields: readonly FlattenedField[],
    indexes: readonly { fields: string[]; unique?: boolean }[] = [],
  ): void {
    const unique = [...uniqueIn(fields), ...indexes.filter((one) => one.unique).map((one) => one.fields)]
    this.#tables.set(name, { docs: new Map(), fields, unique, taken: new Map() })
  }

  of(name: string): Table {
    const table = this.#tables.get(name)
    if (!table) throw new Error(`There is no table ${name} in memory.`)
    return table
  }

  readonly #related = (collection: string, id: string): Doc | undefined => this.#tables.get(collection)?.docs.get(id)

  /** Every document that fits, as it is kept: not to be changed. */
  all(name: string, { where, sort }: Asked): Doc[] {
    const { docs, fields } = this.of(name)
    const id = idAsked(where)
    const candidates = id === undefined ? [...docs.values()] : [docs.get(id)].filter((doc) => doc !== undefined)
    const found = candidates.filter((doc) => fits(doc, where, fields, this.#related))
    return sort ? inOrder(found, sort) : found
  }

  /** Writes a document. @throws ValidationError where one of its unique keys is another's */
  put(name: string, doc: Doc): void {
    const { docs, unique, taken } = this.of(name)
    const keysOf = (one: Doc) =>
      unique.flatMap((paths) => {
        const values = paths.map((path) => at(one, path))
        return values.some((value) => value === null || value === undefined) ? [] : [JSON.stringify([paths, values])]
      })
    const id = String(doc['id'])
    const before = docs.get(id)
    const keys = keysOf(doc)
    const rival = keys.find((key) => (taken.get(key) ?? id) !== id)
    if (rival) {
      const [[path = '']] = JSON.parse(rival) as [string[]]
      throw new ValidationError({ collection: name, errors: [{ message: 'Value must be unique', path }] })
    }
    for (const key of before ? keysOf(before) : []) taken.delete(key)
    for (const key of keys) taken.set(key, id)
    docs.set(id, doc)
  }

  remove(name: string, { id }: Doc): void {
    const { docs, taken } = this.of(name)
    for (const [key, holder] of taken) if (holder === id) taken.delete(key)
    docs.delete(String(id))
  }
}

/** The id a condition names for itself alone or among others. */
const idAsked = (where: Where | undefined): string | undefined => {
  const id = (where?.['id'] as { equals?: unknown } | undefined)?.equals
  if (typeof id === 'string') return id
  for (const one of where?.and ?? []) {
    const inner = idAsked(one)
    if (inner !== undefined) return inner
  }
  return undefined
}

const isIncrease = (value: unknown): value is { $inc: number } =>
  typeof value === 'object' && value !== null && '$inc' in value

/** What a document becomes by an update: a group keeps what is not named of it. */
const patched = (doc: Doc, data: Doc, fields: readonly FlattenedField[]): Doc => {
  const next: Doc = { ...doc }
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue
    const field = fields.find((one) => one.name === name)
    const isGroup = field?.type === 'group' && typeof value === 'object' && value !== null
    if (isIncrease(value)) next[name] = Number(doc[name] ?? 0) + value.$inc
    else if (isGroup) next[name] = patched((doc[name] as Doc | null) ?? {}, value as Doc, field.flattenedFields)
    else next[name] = value
  }
  return next
}

const stamp = (): string => new Date().toISOString()

/** What Payload asks a database for, answered from memory. */
export const memoryDatabase = (): DatabaseAdapterObj => ({
  name: 'memory',
  allowIDOnCreate: false,
  defaultIDType: 'text',
  init: ({ payload }: { payload: Payload }) => {
    const tables = new Tables()
    const globals = new Map<string, Doc>()
    const versionsOf = (slug: string) => `${slug} versions`
    const fieldsOf = (name: string) => tables.of(name).fields
    const create = (name: string, given: Doc): Doc => {
      const createdAt = given['createdAt'] ?? stamp()
      const doc: Doc = copy({
        ...given,
        id: given['id'] ?? randomUUIDv7(),
        createdAt,
        updatedAt: given['updatedAt'] ?? createdAt,
      })
      tables.put(name, doc)
      return copy(doc)
    }
    const update = (name: string, doc: Doc, data: Doc): Doc => {
      const next = copy(patched(doc, { ...data, updatedAt: data['updatedAt'] ?? stamp() }, fieldsOf(name)))
      tables.put(name, next)
      return copy(next)
    }
    const find = (name: string, asked: Asked) => Promise.resolve(page(tables.all(name, asked), asked))
    const one = (name: string, where: Where | undefined, id?: unknown): Doc | undefined =>
      tables.all(name, { where: id === undefined ? where : { id: { equals: id } } })[0]
    const removeAll = (name: string, where: Where): void => {
      for (const doc of tables.all(name, { where })) tables.remove(name, doc)
    }
    const latestFirst = (name: string, asked: Asked) =>
      tables
        .all(name, { where: { latest: { equals: true } } })
        .map((version) => ({
          ...(version['version'] as Doc),
          id: version['parent'],
        }))
        .filter((doc) => fits(doc, asked.where, fieldsOf(name.replace(/ versions$/, '')), () => undefined))

    type Args = Asked & {
      collection: string
      data: Doc
      id?: string
      slug: string
      returning?: boolean
      customID?: string
    }
    type Version = {
      collectionSlug: string
      parent: string
      versionData: Doc
      createdAt: string
      updatedAt: string
      autosave: boolean
    }
    const answers = {
      init: () => {
        for (const { slug, flattenedFields, sanitizedIndexes } of payload.config.collections) {
          const indexes = (sanitizedIndexes ?? []).map((index) => ({
            fields: index.fields.map(({ path }) => path),
            unique: index.unique,
          }))
          tables.open(slug, flattenedFields, indexes)
          tables.open(versionsOf(slug), [
            { name: 'version', type: 'group', flattenedFields, fields: [] } as unknown as FlattenedField,
          ])
        }
      },
      connect: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
      migrate: () => Promise.resolve(),
      find: (args: Args) => find(args.collection, args),
      findOne: ({ collection, where }: Args) => Promise.resolve(copy(one(collection, where) ?? null)),
      count: ({ collection, where }: Args) =>
        Promise.resolve({ totalDocs: tables.all(collection, where ? { where } : {}).length }),
      create: async ({ collection, data, customID }: Args) =>
        create(collection, customID ? { ...data, id: customID } : data),
      updateOne: async ({ collection, data, id, where }: Args) => {
        const doc = one(collection, where, id)
        return doc ? update(collection, doc, data) : null
      },
      updateMany: async ({ collection, data, where }: Args) =>
        tables.all(collection, where ? { where } : {}).map((doc) => update(collection, doc, data)),
      upsert: async ({ collection, data, where }: Args) => {
        const doc = one(collection, where)
        return doc ? update(collection, doc, data) : create(collection, data)
      },
      deleteOne: async ({ collection, where }: Args) => {
        const doc = one(collection, where)
        if (doc) tables.remove(collection, doc)
        return doc ?? null
      },
      deleteMany: async ({ collection, where = {} }: Args) => removeAll(collection, where),
      createVersion: async ({ collectionSlug, parent, versionData, createdAt, updatedAt, autosave }: Version) => {
        const name = versionsOf(collectionSlug)
        for (const doc of tables.all(name, { where: { parent: { equals: parent } } }))
          update(name, doc, { latest: false })
        return create(name, { createdAt, updatedAt, autosave, parent, version: versionData, latest: true })
      },
      findVersions: ({ collection, ...asked }: Args) => find(versionsOf(collection), asked),
      countVersions: ({ collection, where }: Args) =>
        Promise.resolve({ totalDocs: tables.all(versionsOf(collection), where ? { where } : {}).length }),
      updateVersion: async ({ collection, id, where, versionData }: Args & { versionData: Doc }) => {
        const doc = one(versionsOf(collection), where, id)
        return doc ? update(versionsOf(collection), doc, versionData) : null
      },
      deleteVersions: async ({ collection, where = {} }: Args) => removeAll(versionsOf(collection), where),
      queryDrafts: async ({ collection, ...asked }: Args) =>
        page(inOrder(latestFirst(versionsOf(collection), asked), asked.sort), asked),
      findGlobal: async ({ slug }: Args) => copy(globals.get(slug) ?? {}),
      createGlobal: async ({ slug, data }: Args) => copy(globals.set(slug, copy(data)).get(slug)),
      updateGlobal: async ({ slug, data }: Args) =>
        copy(globals.set(slug, { ...globals.get(slug), ...copy(data) }).get(slug)),
    }
    return createDatabaseAdapter({
      ...answers,
      name: 'memory',
      packageName: 'memory',
      defaultIDType: 'text',
      payload,
    } as never)
  },
})
