import { numberFormat } from '../values/locale.ts'
import { formatMoney } from '../values/money.ts'
import type { Report } from './policy.ts'
import { REPORT_WORDS as WORDS } from './words.ts'

/** The figures of the whole, each with what it is. */
export const wholeOf = ({ totals, seats, money }: Report, locale: string): [name: string, value: string][] => {
  const count = (value: number | null | undefined) =>
    value == null ? WORDS.few : numberFormat(locale, {}).format(value)
  return [
    [WORDS.people, count(totals?.people)],
    [WORDS.registrations, count(totals?.registrations)],
    [WORDS.hours, count(totals?.hours)],
    [WORDS.missed, count(totals?.missed)],
    [WORDS.unmet, count(totals?.unmet)],
    [WORDS.seatsOffered, count(seats.offered)],
    [WORDS.seatsTaken, count(totals && seats.taken)],
    [WORDS.billed, formatMoney(money.billed, locale)],
    [WORDS.fees, formatMoney(money.fees, locale)],
    [WORDS.received, formatMoney(money.received, locale)],
  ]
}
