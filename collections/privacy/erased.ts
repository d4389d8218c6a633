// What is left of somebody who was erased: their days, hours and money, under no name.

/** What stands where a name stood. */
export const ERASED_NAME = 'Erased person'
/** What stands where somebody's own words stood. */
export const ERASED_TEXT = '[erased]'

/** Everything somebody was called and written to by. */
export type Known = { names: string[]; emails: string[]; phones: string[] }

/** Shorter ones would be found inside other words. */
const SHORTEST_NAME = 3

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** One of these as a whole: never a part of a longer word or address. */
const anyOf = (texts: readonly string[]): RegExp | undefined => {
  const known = [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length)
  return known.length === 0
    ? undefined
    : new RegExp(String.raw`(?<![\p{L}\p{N}@])(?:${known.map(escaped).join('|')})(?![\p{L}\p{N}@])`, 'giu')
}

/** Every text in a value as `change` makes it; keys, numbers and truths stay. */
export const eachText = <Value>(value: Value, change: (text: string) => string): Value => {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((one) => eachText(one, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)])) as Value
}

/** The same value without anything that says who it was. */
export const withoutNames = <Value>(value: Value, { names, emails, phones }: Known): Value => {
  const [name, address] = [anyOf(names), anyOf([...emails, ...phones])]
  return eachText(value, (text) => {
    const unaddressed = address ? text.replace(address, ERASED_TEXT) : text
    return name ? unaddressed.replace(name, ERASED_NAME) : unaddressed
  })
}

/** A value of the same form in which nobody's words are left. */
export const withoutWords = <Value>(value: Value): Value => eachText(value, (text) => (text === '' ? '' : ERASED_TEXT))

/** Whether anything in a value says who it was. */
export const mentions = (value: unknown, known: Known): boolean =>
  JSON.stringify(value ?? null) !== JSON.stringify(withoutNames(value ?? null, known))
