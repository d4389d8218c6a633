import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, FlattenedField, SanitizedCollectionConfig } from 'payload'

/** A column as the adapter declares it to its query builder. */
export type Column = {
  name: string
  mapToDriverValue: (value: unknown) => unknown
  mapFromDriverValue: (value: unknown) => unknown
}

/** A field that is one column, or a group of such fields. */
export type Leaf = { name: string; type: FlattenedField['type']; column: Column; isHidden: boolean }
type Group = { name: string; fields: readonly Field[]; isHidden: boolean }
export type Field = Leaf | Group

/** A collection whose documents are each one row of one table. */
export type Shape = { table: string; fields: readonly Field[]; leaves: ReadonlyMap<string, Leaf>; hasJoins: boolean }

const PLAIN = new Set<FlattenedField['type']>([
  'checkbox',
  'code',
  'date',
  'email',
  'json',
  'number',
  'radio',
  'relationship',
  'select',
  'text',
  'textarea',
  'upload',
])

/** Whether a value is one that a field of this type holds as it is. */
export const isOf = (type: Leaf['type'], value: unknown): boolean => {
  if (type === 'json') return true
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === (type === 'checkbox' ? 'boolean' : 'string')
}

type Columns = Readonly<Record<string, Column | undefined>>

export const isGroup = (field: Field): field is Group => 'fields' in field

const readsByHook = (field: FlattenedField): boolean =>
  ('hooks' in field ? (field.hooks?.afterRead ?? []) : []).length > 0

/** undefined: the field is no one column. */
const leafOf = (columns: Columns, prefix: string, field: FlattenedField): Leaf | undefined => {
  const isSeveral = ('hasMany' in field && field.hasMany) || ('relationTo' in field && Array.isArray(field.relationTo))
  const isOther =
    ('localized' in field && field.localized) || ('virtual' in field && field.virtual) || readsByHook(field)
  const column = columns[prefix + field.name]
  if (!PLAIN.has(field.type) || isSeveral || isOther || !column) return undefined
  return { name: field.name, type: field.type, column, isHidden: 'hidden' in field && field.hidden === true }
}

const fieldsOf = (columns: Columns, prefix: string, all: readonly FlattenedField[]): Field[] | undefined => {
  const fields: Field[] = []
  for (const field of all) {
    if (field.type === 'join') continue
    const isGrouped = (field.type === 'group' || field.type === 'tab') && !field.localized && !readsByHook(field)
    const inner = isGrouped ? fieldsOf(columns, `${prefix}${field.name}_`, field.flattenedFields) : undefined
    const found = inner
      ? { name: field.name, fields: inner, isHidden: 'hidden' in field && field.hidden === true }
      : leafOf(columns, prefix, field)
    if (!found) return undefined
    fields.push(found)
  }
  return fields
}

const leavesOf = (fields: readonly Field[], prefix = ''): [string, Leaf][] =>
  fields.flatMap((field) =>
    isGroup(field) ? leavesOf(field.fields, `${prefix}${field.name}.`) : [[prefix + field.name, field]],
  )

/** Documents that Payload makes more of than what is in their row: other versions, files, accounts, a trash. */
const isMore = ({ versions, upload, auth, trash, hooks, forceSelect }: SanitizedCollectionConfig): boolean =>
  Boolean(versions || upload || auth || trash) ||
  hooks.afterRead.length > 0 ||
  Object.keys(forceSelect ?? {}).length > 0

/** How the rows of a collection are its documents; undefined where a document is more than a row. */
export const shapeOf = ({ tables, payload }: SQLiteAdapter, slug: string): Shape | undefined => {
  const config = payload.collections[slug as CollectionSlug]?.config
  const columns = tables[slug] as unknown as Columns | undefined
  if (!config || !columns || isMore(config)) return undefined
  const id = columns['id']
  const fields = fieldsOf(
    columns,
    '',
    config.flattenedFields.filter(({ name }) => name !== 'id'),
  )
  if (!fields || !id) return undefined
  const all: Field[] = [{ name: 'id', type: 'text', column: id, isHidden: false }, ...fields]
  const hasJoins = config.flattenedFields.some(({ type }) => type === 'join')
  return { table: slug, fields: all, leaves: new Map(leavesOf(all)), hasJoins }
}
