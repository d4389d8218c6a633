// What a change of content was, as people read it: each field with its words before and after.

/** A field that is another now. Words, shortened; empty where there was, or is, nothing. */
export type Difference = { field: string; before: string; after: string }

type Fields = Readonly<Record<string, unknown>>

const LONGEST = 2000

/** Kept by the machinery, or worked out from the rest. */
const UNTOLD = new Set([
  'id',
  'updatedAt',
  'createdAt',
  '_status',
  'deletedAt',
  'savedBy',
  'publishedLocale',
  'blockName',
])

type Node = { text?: unknown; children?: unknown; type?: unknown; fields?: unknown }

const isRichText = (value: object): value is { root: Node } => 'root' in value && typeof value.root === 'object'

/** The words of a formatted text, a line for each paragraph. */
const wordsOf = ({ text, children, type, fields }: Node): string => {
  if (typeof text === 'string') return text
  const inside = Array.isArray(children) ? (children as Node[]).map(wordsOf) : []
  const isOutline = inside.length > 0 && (children as Node[]).some((child) => Array.isArray(child.children))
  const own = type === 'block' && typeof fields === 'object' && fields !== null ? [textOf(fields)] : []
  return [...own, ...inside].filter((part) => part !== '').join(isOutline ? '\n' : '')
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A value in words: lists with commas or by line, groups as “name: value”, formatted text without its form. */
export const textOf = (value: unknown): string => {
  if (isNothing(value)) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) {
    const items = value.map(textOf).filter((item) => item !== '')
    return items.join(value.some((item) => typeof item === 'object') ? '\n' : ', ')
  }
  if (isRichText(value!)) return wordsOf(value.root)
  return Object.entries(value as Fields)
    .filter(([name, part]) => !UNTOLD.has(name) && !isNothing(part))
    .map(([name, part]) => `${name}: ${textOf(part)}`)
    .join(', ')
}

/** What is compared: the same content is the same text, whatever the machinery adds to it. */
const form = (value: unknown): string =>
  JSON.stringify(value ?? null, (name, part: unknown) => (UNTOLD.has(name) || isNothing(part) ? undefined : part))

/** The fields of a document that are others now. `named` says how a value is called where it is an id. */
export const differences = (
  before: Fields,
  after: Fields,
  named: (field: string, value: unknown) => unknown = (_, value) => value,
): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !UNTOLD.has(field) && form(before[field]) !== form(after[field]))
    .map((field) => ({
      field,
      before: textOf(named(field, before[field])).slice(0, LONGEST),
      after: textOf(named(field, after[field])).slice(0, LONGEST),
    }))
