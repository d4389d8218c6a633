import { isGroup, isOf, type Field, type Leaf, type Shape } from './shape.ts'

/** A document as Payload gives it to our rules: related documents by id, `null` for what is empty. */
export type Document = { id: string } & Record<string, unknown>

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const valueOf = ({ type, column }: Leaf, stored: unknown): unknown => {
  if (stored === null) return null
  if (type === 'date' && typeof stored === 'string')
    return CANONICAL.test(stored) ? stored : new Date(stored).toISOString()
  const value = column.mapFromDriverValue(stored)
  return type === 'number' && typeof value === 'string' ? Number.parseFloat(value) : value
}

/** The columns of the fields that are shown, in the order in which `documentOf` reads them. */
export const shownColumns = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.isHidden) return []
    return isGroup(field) ? shownColumns(field.fields) : [`"${field.column.name}"`]
  })

type Row = ArrayLike<unknown>

const read = (fields: readonly Field[], row: Row, from: number, into: Record<string, unknown>): number => {
  let at = from
  for (const field of fields) {
    if (field.isHidden) continue
    if (isGroup(field)) {
      const group = {}
      at = read(field.fields, row, at, group)
      into[field.name] = group
    } else {
      into[field.name] = valueOf(field, row[at])
      at += 1
    }
  }
  return at
}

export const documentOf = (fields: readonly Field[], row: Row): Document => {
  const document: Record<string, unknown> = {}
  read(fields, row, 0, document)
  return document as Document
}

/** What is written to a column: a value, or by how much its number grows. */
export type Written = { column: string; value: unknown } | { column: string; growsBy: number }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** undefined: it is not a value of this field, or one Payload would have to make something of first. */
const written = ({ type, column }: Leaf, value: unknown): Written | undefined => {
  if (value === null) return { column: column.name, value }
  if (type === 'number' && isObject(value) && typeof value['$inc'] === 'number')
    return { column: column.name, growsBy: value['$inc'] }
  if (type === 'date' && value instanceof Date) return { column: column.name, value: value.toISOString() }
  return isOf(type, value) ? { column: column.name, value: column.mapToDriverValue(value) } : undefined
}

/** What is to be written of a document, by column; undefined where that has to be left to Payload. */
export const writtenOf = (fields: Shape['fields'], data: Readonly<Record<string, unknown>>): Written[] | undefined => {
  const all: Written[] = []
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue
    const field = fields.find((one) => one.name === name)
    if (!field) return undefined
    if (isGroup(field)) {
      // Payload writes nothing for a group that is null.
      if (value === null) continue
      const inner = isObject(value) ? writtenOf(field.fields, value) : undefined
      if (!inner) return undefined
      all.push(...inner)
    } else {
      const one = written(field, value)
      if (!one) return undefined
      all.push(one)
    }
  }
  return all
}
