import { createHash } from 'node:crypto'
import type { FlattenedField } from 'payload'

export type Doc = Record<string, unknown>
type Fields = readonly FlattenedField[]

/** Whether a value is left out; undefined for what is no field, such as the name of a block. */
type LeftOut = (value: unknown, field: FlattenedField | undefined) => boolean

const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** The fields inside one row of a list, one block or one group. */
const fieldsWithin = (field: FlattenedField, row: Doc): Fields | undefined => {
  if (field.type === 'blocks') return field.blocks.find(({ slug }) => slug === row['blockType'])?.flattenedFields
  return 'flattenedFields' in field ? field.flattenedFields : undefined
}

const within = (field: FlattenedField, value: unknown, isLeftOut: LeftOut): unknown => {
  if (Array.isArray(value)) return value.map((row) => within(field, row, isLeftOut))
  const fields = isObject(value) ? fieldsWithin(field, value) : undefined
  return fields ? kept(value as Doc, fields, isLeftOut) : value
}

const eachLocale = (field: FlattenedField, values: Doc, isLeftOut: LeftOut): Doc =>
  Object.fromEntries(
    Object.entries(values)
      .map(([locale, value]) => [locale, within(field, value, isLeftOut)] as const)
      .filter(([, value]) => !isLeftOut(value, undefined)),
  )

const defaultOf = (field: FlattenedField): unknown => ('defaultValue' in field ? field.defaultValue : undefined)

/** What a field has that a document of MongoDB does not know yet, because the field is younger: its default. */
const youngest = (field: FlattenedField): unknown => {
  if (field.type === 'group' || field.type === 'tab') return withDefaults({}, field.flattenedFields)
  const value = defaultOf(field)
  return typeof value === 'function' ? undefined : value
}

const withDefaults = (doc: Doc, fields: Fields): Doc => ({
  ...Object.fromEntries(
    fields.filter(({ name }) => doc[name] === undefined).map((field) => [field.name, youngest(field)]),
  ),
  ...doc,
})

/** A document without what is left out, down to the last field of the last block. What is JSON for us stays as it is. */
const kept = (doc: Doc, fields: Fields, isLeftOut: LeftOut): Doc => {
  const pairs = Object.entries(withDefaults(doc, fields)).map(([name, value]) => {
    const field = fields.find((one) => one.name === name)
    if (!field) return [name, value, field] as const
    const isByLocale = 'localized' in field && field.localized === true && isObject(value)
    return [name, isByLocale ? eachLocale(field, value, isLeftOut) : within(field, value, isLeftOut), field] as const
  })
  return Object.fromEntries(pairs.filter(([, value, field]) => !isLeftOut(value, field)))
}

const isNothing = (value: unknown): boolean => value === null || value === undefined

const hasDefault = (field: FlattenedField | undefined): boolean => field !== undefined && defaultOf(field) !== undefined

/**
 * A document as it is written to the other database: a field without a value is left out, because a unique key of MongoDB takes
 * null for a value. Null stays where a default would be written in its place.
 */
export const withoutNulls = (doc: Doc, fields: Fields): Doc =>
  kept(doc, fields, (value, field) => isNothing(value) && !hasDefault(field))

const isEmpty = (value: unknown): boolean =>
  isNothing(value) || ((Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0)

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  )
}

/** What a document says, as one number: the same in both databases, one of which leaves out what is empty in the other. */
export const hashOf = (doc: Doc, fields: Fields): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(kept(doc, fields, isEmpty))))
    .digest('hex')
