import { listFormat, numberFormat, pluralRules } from './locale.ts'

/** "a, b, and c"; with 'disjunction' "a, b, or c". */
export const joinWords = (
  words: Iterable<string>,
  locale = 'en',
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => listFormat(locale, { type }).format(words)

/** "1 seat", "0 seats", "1,200 seats": the number and the word that goes with it. */
export const countOf = (count: number, one: string, many: string, locale = 'en'): string =>
  `${numberFormat(locale, {}).format(count)} ${pluralRules(locale, {}).select(count) === 'one' ? one : many}`

/** At most `length` characters (1 or more), cut after a whole word and marked with "…"; only a first word that is itself too long is cut. */
export const truncate = (text: string, length: number): string => {
  const characters = Array.from(text.trim())
  if (characters.length <= length) return characters.join('')
  const room = characters.slice(0, Math.max(0, length - 1)).join('')
  const endsAtWord = /\s/.test(characters[length - 1] ?? '')
  const words = endsAtWord ? room : room.replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:.–—-]+$/, '') || room}…`
}
