import type { FlattenedField, Where } from 'payload'

// What a condition says about a document, as the embedded database answers it: null and nothing are one, moments are compared as
// moments, and a path may lead through a related document.

export type Doc = Record<string, unknown>
/** A document of another collection, by its id. */
export type Related = (collection: string, id: string) => Doc | undefined

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** As it is compared: a moment with its milliseconds. */
const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' && MOMENT.test(value) && !/\.\d{3}Z$/.test(value)
    ? new Date(value).toISOString()
    : value
}

const idIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** Every value a path leads to: several where it leads through lists. */
export const valuesAt = (doc: Doc, path: string, fields: readonly FlattenedField[], related: Related): unknown[] => {
  const [name = '', ...rest] = path.split('.')
  const value = doc[name]
  const all = Array.isArray(value) ? (value as unknown[]) : [value]
  if (rest.length === 0) return all.map(idIn)
  const field = fields.find((one) => one.name === name)
  return all.flatMap((one) => {
    const to = field && 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : undefined
    const next = to ? related(to, String(idIn(one))) : (one as Doc | null | undefined)
    const inner = field && 'flattenedFields' in field ? field.flattenedFields : []
    return next && typeof next === 'object' ? valuesAt(next, rest.join('.'), inner, related) : []
  })
}

const isNothing = (value: unknown): boolean => value === null || value === undefined

const compared = (a: unknown, b: unknown): number => {
  const [left, right] = [comparable(a), comparable(b)]
  return left === right ? 0 : (left as string) < (right as string) ? -1 : 1
}

const listOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]).map(comparable)

const holds = (operator: string, values: readonly unknown[], asked: unknown): boolean => {
  const known = values.filter((value) => !isNothing(value)).map(comparable)
  const wanted = comparable(asked)
  const isAnd = (test: (order: number) => boolean) => known.some((value) => test(compared(value, wanted)))
  switch (operator) {
    case 'equals':
      return isNothing(wanted) ? known.length === 0 : known.some((value) => compared(value, wanted) === 0)
    case 'not_equals':
      return isNothing(wanted) ? known.length > 0 : known.every((value) => compared(value, wanted) !== 0)
    case 'exists':
      return (asked === true || asked === 'true') === known.length > 0
    case 'in':
      return known.some((value) => listOf(asked).includes(value))
    case 'not_in':
      return known.length > 0 && known.every((value) => !listOf(asked).includes(value))
    case 'greater_than':
      return isAnd((order) => order > 0)
    case 'greater_than_equal':
      return isAnd((order) => order >= 0)
    case 'less_than':
      return isAnd((order) => order < 0)
    case 'less_than_equal':
      return isAnd((order) => order <= 0)
    case 'like':
    case 'contains':
      return known.some((value) => String(value).toLowerCase().includes(String(wanted).toLowerCase()))
    default:
      throw new Error(`A condition that the database in memory does not know: ${operator}`)
  }
}

/** Whether a document is as a condition says. */
export const fits = (
  doc: Doc,
  where: Where | undefined,
  fields: readonly FlattenedField[],
  related: Related,
): boolean =>
  Object.entries(where ?? {}).every(([path, asked]) => {
    if (asked === undefined) return true
    if (path === 'and' || path === 'AND') return (asked as Where[]).every((one) => fits(doc, one, fields, related))
    if (path === 'or' || path === 'OR') {
      const any = asked as Where[]
      return any.length === 0 || any.some((one) => fits(doc, one, fields, related))
    }
    const values = valuesAt(doc, path, fields, related)
    return Object.entries(asked).every(([operator, value]) => holds(operator, values, value))
  })

/** Puts documents in order; "-name" from the last to the first. */
export const inOrder = (docs: readonly Doc[], sort: string | readonly string[] | undefined): Doc[] => {
  const keys = (typeof sort === 'string' ? sort.split(',') : (sort ?? [])).filter(Boolean)
  return docs.toSorted((a, b) => {
    for (const key of keys) {
      const name = key.replace(/^-/, '')
      const read = (doc: Doc) =>
        name.split('.').reduce<unknown>((value, part) => (value as Doc | null)?.[part], doc) ?? ''
      const order = compared(read(a), read(b))
      if (order !== 0) return key.startsWith('-') ? -order : order
    }
    return 0
  })
}
