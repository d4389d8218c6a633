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

const ORDINAL_ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }

/** "1st", "12th", "22nd", in English. */
export const ordinal = (count: number): string =>
  `${count}${ORDINAL_ENDINGS[pluralRules('en', { type: 'ordinal' }).select(count)]}`
