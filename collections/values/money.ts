import { numberFormat, plainSpaces } from './locale.ts'

/** US dollars in whole cents. `null` beside it means “on request”; 0 means free. */
export type Cents = number

const whole = (cents: Cents): Cents => {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Not a whole number of cents: ${cents}`)
  return cents + 0 // Turns -0, which would print as “-$0”, into 0.
}

const format = (cents: Cents, digits: 0 | 2, locale: string): string => {
  const options = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
  const shown = numberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits })
  return plainSpaces(shown.format(whole(cents) / 100))
}

/**
 * "$45,000", "$125.50", "$0": cents are printed only where there are some.
 * Throws a RangeError when the amount is not whole cents.
 */
export const formatMoney = (cents: Cents, locale = 'en'): string => format(cents, cents % 100 === 0 ? 0 : 2, locale)

/** "$45,000.00": amounts that stand below one another. Throws a RangeError when the amount is not whole cents. */
export const formatAmount = (cents: Cents, locale = 'en'): string => format(cents, 2, locale)

/** The sum of the amounts; nothing adds up to 0. Throws a RangeError when one of them is not whole cents. */
export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let sum = 0
  for (const cents of amounts) sum += whole(cents)
  return whole(sum)
}

/**
 * "100", "$1,250.50" as cents; NaN for what is no amount. A comma parts thousands and nothing else: "2,50" may be meant as two
 * dollars fifty, so it is refused rather than read as 250.
 */
export const centsFrom = (typed: string): Cents => {
  const read = /^\s*\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?\s*$/.exec(typed)
  if (!read) return Number.NaN
  return Number(read[1]!.replaceAll(',', '')) * 100 + Number((read[2] ?? '').padEnd(2, '0'))
}
