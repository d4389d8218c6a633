import { formatMoney } from '../values/money.ts'
import type { PolicyNumbers } from './view.ts'

// A policy says its numbers twice: to people in its text, and to the site in its fields. Where the text states another number
// than the fields, whoever agrees to it agrees to something that is not done.

const CARDINALS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen',
  'nineteen twenty',
]
  .join(' ')
  .split(' ')
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  )

const numberOf = (word: string): number | undefined => {
  const written = CARDINALS.indexOf(word)
  return /^\d+$/.test(word) ? Number(word) : written < 0 ? undefined : written
}

const ordinalOf = (word: string): number | undefined => {
  const written = ORDINALS.indexOf(word)
  const [, digits] = /^(\d+)(?:st|nd|rd|th)$/.exec(word) ?? []
  return digits ? Number(digits) : written < 0 ? undefined : written
}

const otherCount = (
  text: string,
  { count, unit, mode }: NonNullable<PolicyNumbers['deadline']>,
): string | undefined => {
  for (const [said, reading = '', word = ''] of text.matchAll(
    new RegExp(`(?:(at least|more than) )?(\\w+) ${unit} days?\\b`, 'g'),
  )) {
    const number = numberOf(word)
    if (number === undefined) continue
    if (number !== count) return said
    if (reading && (reading === 'more than') !== (mode === 'more-than')) return said
  }
  const last = mode === 'more-than' ? count + 1 : count
  for (const [said, word = ''] of text.matchAll(new RegExp(`(\\w+) ${unit} day before`, 'g'))) {
    const number = ordinalOf(word)
    if (number !== undefined && number !== last) return said
  }
  return undefined
}

const otherAmount = (text: string, feePerDay: number): string | undefined => {
  for (const [said, amount = ''] of text.matchAll(
    /\$(\d[\d,]*(?:\.\d\d)?)(?: \w+){0,2}? (?:for each|for every|a|per) (?:missed )?day\b/g,
  ))
    if (Math.round(Number(amount.replaceAll(',', '')) * 100) !== feePerDay) return said
  return undefined
}

/**
 * What a text states that its numbers do not, in the words of the text; undefined where both agree, as far as a sentence such as
 * “at least five business days” or “$100 for each day” can be read. Counts of the other kind of day are not this rule’s.
 */
export const contradictionIn = (text: string, { deadline, feePerDay }: PolicyNumbers): string | undefined => {
  const plain = text.toLowerCase().replace(/[*_]/g, '').replace(/\s+/g, ' ')
  return (deadline && otherCount(plain, deadline)) ?? (feePerDay === null ? undefined : otherAmount(plain, feePerDay))
}

/** What to do about it, for whoever saves the policy. */
export const contradictionText = (said: string, { deadline, feePerDay }: PolicyNumbers): string => {
  const count = deadline
    ? `${deadline.mode === 'more-than' ? 'more than' : 'at least'} ${deadline.count} ${deadline.unit} days`
    : ''
  const fee = feePerDay === null ? '' : `${formatMoney(feePerDay)} for each day`
  return `The text says “${said}”, but the numbers say ${[count, fee].filter(Boolean).join(' and ')}. Make both say the same: people agree to the text, and the site goes by the numbers.`
}
