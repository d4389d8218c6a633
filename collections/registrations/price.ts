import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import type { Agreement } from './agreement.ts'
import type { Status } from './states.ts'

// What of the price of a place is owed. A price is shared evenly by the days it was agreed for; a day that was given up in
// time, or that we called off, is not paid for, and one canceled late costs the fee instead.

/** Of an agreement, what the price is and how many days it is for. */
type Priced = { price: Pick<Agreement['price'], 'cents'>; events: readonly { days: readonly Day[] }[] }

/** The number of days a price was agreed for; `held` where the agreement names none. */
const daysOf = ({ events }: Priced, held: number): number => new Set(events.flatMap(({ days }) => days)).size || held

/** The price of so many of the days; more days than were agreed to cost no more. Cents are rounded so that all days make the price. */
const priceOfDays = (price: Cents, count: number, all: number): Cents =>
  all === 0 ? 0 : Math.round((price * Math.min(count, all)) / all)

/** The share of the price that one day has, a broken cent rounded up; 0 where there is none, or it is not known yet. */
export const dayShare = (agreed: Priced): Cents => {
  const all = daysOf(agreed, 1)
  return Math.ceil((agreed.price.cents ?? 0) / all)
}

/**
 * What of a price goes along with so many days that are handed on, of so many that were left: the difference, so that both together
 * pay what one would have. null: on request.
 */
export const handedPrice = (agreed: Priced, left: number, count: number): Cents | null => {
  const { cents } = agreed.price
  if (cents === null) return null
  const all = daysOf(agreed, left)
  return priceOfDays(cents, left, all) - priceOfDays(cents, left - count, all)
}

/** A row of the ledger of days. */
type Row = { date: Day; state: string }

const NOT_THEIRS: readonly string[] = ['canceled', 'substituted']
const THERE: readonly string[] = ['present', 'partly']

/**
 * The days that are paid for: those that are held, not given up, and with no colleague, who pays for them then. Of a registration
 * that ended, only those on which somebody is known to have been expected; of whoever has not accepted the terms, only those on
 * which they came. `held` are the days of the session that take place.
 */
export const daysPaidFor = (
  held: readonly Day[],
  rows: readonly Row[],
  { status, isBound = true }: { status: Status; isBound?: boolean },
): Day[] =>
  held.filter((day) => {
    const state = rows.find(({ date }) => date === day)?.state
    if (!isBound) return state !== undefined && THERE.includes(state)
    return state === undefined ? status === 'confirmed' : !NOT_THEIRS.includes(state)
  })

/** A line for a place, as it stands: `taken-back` by a rule of ours, `corrected` by hand, which nothing books again. */
export type Booked = { id: string; day: Day; cents: Cents; state: 'standing' | 'taken-back' | 'corrected' }

export type PriceChange = { takeBack: string[]; book: { day: Day; cents: Cents }[] }

/**
 * What is to be booked and taken back so that the lines say what is owed. The price of days that are canceled together is owed
 * when the first of them begins: `begun` are those events, in order. What was booked for a day that is not paid for is taken back,
 * as is more than all days that are paid for cost; a price that was booked ahead stays.
 */
export const priceChange = (
  agreed: Priced,
  price: Cents,
  { begun, paidFor }: { begun: readonly (readonly Day[])[]; paidFor: readonly Day[] },
  lines: readonly Booked[],
): PriceChange => {
  const all = daysOf(agreed, paidFor.length)
  const most = priceOfDays(price, paidFor.length, all)
  let standing = lines.reduce((sum, { cents, state }) => sum + (state === 'taken-back' ? 0 : cents), 0)
  const takeBack: string[] = []
  for (const { id, day, cents, state } of lines.toReversed()) {
    const isNeedless = !paidFor.includes(day) || standing > most
    if (state !== 'standing' || !isNeedless) continue
    takeBack.push(id)
    standing -= cents
  }
  const book: PriceChange['book'] = []
  let count = 0
  for (const event of begun) {
    const days = event.filter((day) => paidFor.includes(day))
    count += days.length
    const due = priceOfDays(price, count, all) - standing
    if (days.length === 0 || due <= 0) continue
    book.push({ day: days[0]!, cents: due })
    standing += due
  }
  return { takeBack, book }
}
