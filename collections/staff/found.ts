import type { Where } from 'payload'
import { searchFor } from '../values/searchable.ts'

/** The condition that a field kept by `searchable` holds what somebody typed; undefined where nothing was. */
export const foundIn = (field: string, typed: string): Where | undefined => {
  const { all, whole } = searchFor(typed)
  if (whole === '') return undefined
  const has = (word: string): Where => ({ [field]: { contains: word } })
  const every: Where[] = all.map((ways) => ({ or: ways.map((way) => ({ and: way.map(has) })) }))
  return { or: [{ and: every }, has(whole)] }
}

/** The condition that a number, as it was written down, begins with what somebody typed; the index of the field finds it. */
export const beginsWith = (field: string, typed: string): Where => ({
  or: [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])].map((text) => ({
    and: [{ [field]: { greater_than_equal: text } }, { [field]: { less_than: `${text}\uFFFF` } }],
  })),
})
