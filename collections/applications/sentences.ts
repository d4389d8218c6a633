import { formatMoney, type Cents } from '../values/money.ts'
import { countOf } from '../values/words.ts'
import type { ApplicantKind } from './states.ts'

// What messages and pages say about a place, as sentences.

/** What a place costs. `cents`: null on request; 0 no charge. */
export const placePriceOf = (cents: Cents | null, applicant: ApplicantKind, locale: string): string => {
  if (cents === null) return 'We tell you the price before you decide.'
  if (cents === 0) return 'There is no charge.'
  const whole = applicant === 'team' ? ' for the entire team' : ' for your place'
  return `The price is ${formatMoney(cents, locale)}${whole}.`
}

/** How many live sessions have to be attended; empty where there is no minimum. The minimum never asks for more than there are. */
export const minimumOf = (
  { minimum, dates }: { minimum: number | null; dates: readonly unknown[] },
  hasAgreed: boolean,
  locale: string,
): string => {
  if (minimum === null) return ''
  const asks = hasAgreed ? 'You agreed to attend' : 'The program asks you to attend'
  if (dates.length === 0) return `${asks} at least ${countOf(minimum, 'live session', 'live sessions', locale)}.`
  const least = Math.min(minimum, dates.length)
  return `${asks} at least ${least} of the ${countOf(dates.length, 'live session', 'live sessions', locale)}.`
}

/** What is owed for a place that was given up, or that somebody wants to give up. `about`: the collaborative. */
export const owedSentence = (owed: Cents, isGone: boolean, about: string, locale: string): string => {
  if (owed === 0) return 'You owe nothing.'
  const price = formatMoney(owed, locale)
  return isGone
    ? `We decided that the price of ${price} for the place in ${about} stays owed.`
    : `The price of ${price} for the place in ${about} is owed until we have decided otherwise.`
}
