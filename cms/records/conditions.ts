import type { Where, WhereField } from 'payload'
import { isOf, type Leaf, type Shape } from './shape.ts'

// Payload's conditions as the database reads them: those our own rules ask with. What is not said here is left to Payload.

export type Sql = { sql: string; args: readonly unknown[] }

/** It cannot be said here. */
class Unsaid extends Error {}

const iso = (value: unknown): string => {
  const date = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined
  if (!date || Number.isNaN(date.getTime())) throw new Unsaid()
  return date.toISOString()
}

/** A value as the column holds it. */
const argOf = ({ type, column }: Leaf, value: unknown): unknown => {
  if (type === 'date') return iso(value)
  if (type === 'json' || !isOf(type, value)) throw new Unsaid()
  return column.mapToDriverValue(value)
}

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Unsaid()
  return value
}

const ID = /^[\w-]+$/
const checkIds = ({ name }: Leaf, values: readonly unknown[]): void => {
  if (name === 'id' && !values.every((value) => typeof value === 'string' && ID.test(value))) throw new Unsaid()
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const isIn = (leaf: Leaf, column: string, value: unknown): Sql => {
  const values = listOf(value)
  const known = values.filter((one) => one !== null)
  checkIds(leaf, known)
  const among = known.length > 0 ? `${column} IN (${marks(known)})` : 'FALSE'
  const args = known.map((one) => argOf(leaf, one))
  return { sql: known.length < values.length ? `(${column} IS NULL OR ${among})` : among, args }
}

const isNotIn = (leaf: Leaf, column: string, value: unknown): Sql => {
  const values = listOf(value)
  checkIds(leaf, values)
  const args = values.map((one) => argOf(leaf, one))
  const among = values.length > 0 ? `${column} NOT IN (${marks(values)})` : 'TRUE'
  const isRelated = leaf.type === 'relationship' || leaf.type === 'upload'
  return { sql: isRelated ? `(${among} OR ${column} IS NULL)` : among, args }
}

const compared =
  (sign: string) =>
  (leaf: Leaf, column: string, value: unknown): Sql => ({ sql: `${column} ${sign} ?`, args: [argOf(leaf, value)] })

const OPERATORS: Readonly<Record<string, (leaf: Leaf, column: string, value: unknown) => Sql>> = {
  equals: (leaf, column, value) =>
    value === null ? { sql: `${column} IS NULL`, args: [] } : compared('=')(leaf, column, value),
  not_equals: (leaf, column, value) =>
    value === null
      ? { sql: `${column} IS NOT NULL`, args: [] }
      : { sql: `(${column} IS NULL OR ${column} <> ?)`, args: [argOf(leaf, value)] },
  exists: (_, column, value) => ({ sql: `${column} IS ${value === true ? 'NOT NULL' : 'NULL'}`, args: [] }),
  in: isIn,
  not_in: isNotIn,
  less_than: compared('<'),
  less_than_equal: compared('<='),
  greater_than: compared('>'),
  greater_than_equal: compared('>='),
}

const joined = (parts: readonly Sql[], word: 'AND' | 'OR'): Sql | undefined =>
  parts.length === 0
    ? undefined
    : { sql: `(${parts.map(({ sql }) => sql).join(` ${word} `)})`, args: parts.flatMap(({ args }) => args) }

const ofField = ({ leaves }: Shape, path: string, asked: WhereField): Sql[] => {
  const leaf = leaves.get(path)
  if (!leaf) throw new Unsaid()
  return Object.entries(asked).map(([operator, value]) => {
    const write = OPERATORS[operator]
    if (!write) throw new Unsaid()
    return write(leaf, `"${leaf.column.name}"`, value)
  })
}

const written = (shape: Shape, where: Where): Sql | undefined => {
  const parts = Object.entries(where).flatMap(([key, asked]): Sql[] => {
    if (!Array.isArray(asked)) return ofField(shape, key, asked)
    if (key !== 'and' && key !== 'or') throw new Unsaid()
    const inner = asked.flatMap((one) => written(shape, one) ?? [])
    const all = joined(inner, key === 'and' ? 'AND' : 'OR')
    return all ? [all] : []
  })
  return joined(parts, 'AND')
}

/** A condition as SQL, `TRUE` where there is none; undefined where it cannot be said here. */
export const conditionOf = (shape: Shape, where: Where): Sql | undefined => {
  try {
    return written(shape, where) ?? { sql: 'TRUE', args: [] }
  } catch (error) {
    if (error instanceof Unsaid) return undefined
    throw error
  }
}

/** What documents are sorted by, the newest first where nothing else tells; undefined where it cannot be said here. */
export const orderOf = ({ leaves }: Shape, sort: string | readonly string[] | undefined): string | undefined => {
  const named = sort === undefined || sort.length === 0 ? [] : typeof sort === 'string' ? [sort] : sort
  const asked = named.some((one) => one.replace(/^-/, '') === 'createdAt') ? named : [...named, '-createdAt']
  const parts = asked.map((one) => {
    const column = leaves.get(one.replace(/^-/, ''))?.column
    return column && `"${column.name}" ${one.startsWith('-') ? 'DESC' : 'ASC'}`
  })
  return parts.includes(undefined) ? undefined : parts.join(', ')
}
