import type { Attendance, Deposit, Registration } from '../kernel/payload-types.ts'
import type { Evidence } from '../attendance/policy.ts'
import { coverOf } from '../deposits/amounts.ts'
import type { Agreement } from '../registrations/agreement.ts'
import { dayShare } from '../registrations/price.ts'
import { isDay, type Day } from '../values/day.ts'
import { formatMoney, sumCents, type Cents } from '../values/money.ts'

// What messages say about the fee of a day that was missed or canceled late. All of it is about one registration.

type Said = Pick<Registration, 'participation' | 'payer'>
type FeeRow = Pick<Attendance, 'date' | 'feeCents' | 'feeEvidence' | 'feeDecidedAt'>

/** Tells the message about one decision from those about others: its moment, and the days it was about. */
export const decisionKey = (decidedAt: string, days: readonly Day[]): string => [decidedAt, ...days].join(' ')

/** The days of a decision, by its key; nothing for any other key. */
export const daysOfDecision = (key: string): Day[] => {
  const [moment = '', ...days] = key.split(' ')
  return moment.includes('T') && days.length > 0 && days.every(isDay) ? days : []
}

/** What a day costs that is missed without a word, beside the price or instead of it. Empty where that is the fee and no more. */
const missedDayOf = (agreed: Agreement, locale: string): string => {
  const { feePerDay, missedDay } = agreed
  const share = dayShare(agreed)
  if (!feePerDay || share === 0) return ''
  if (missedDay === 'both')
    return 'If you do not come, the price of your place and the same fee for each day are owed together.'
  return share >= feePerDay
    ? 'If you do not come, the price of your place is owed, and no fee beside it.'
    : `If you do not come, a day costs ${formatMoney(feePerDay, locale)} in all: its share of the price, and the rest as a fee.`
}

/** What canceling late and staying away cost, and whom; empty where no fee was agreed. */
export const lateFeeOf = (agreed: Agreement, said: Said, payerName: string, locale: string): string => {
  const { feePerDay } = agreed
  if (!feePerDay) return ''
  const fee = `${formatMoney(feePerDay, locale)} for each day`
  if (said.participation === 'guest')
    return `If you cancel later, or do not come, the fee is ${fee}, and your check pays it. The desk decides about each case.`
  const missed = missedDayOf(agreed, locale)
  const whom = said.payer.kind === 'person' ? 'you' : payerName
  return [
    missed
      ? `If you cancel later, the fee is ${fee}, unless somebody else takes your seat. ${missed}`
      : `If you cancel later, or do not come, the fee is ${fee}, unless somebody else takes your seat.`,
    `The desk decides about each case before a fee is billed to ${whom}.`,
  ].join(' ')
}

/** What follows in money from a cancellation, as a sentence. `isPart`: it was about some of the days only. */
export const costOf = (
  cents: Cents,
  isPart: boolean,
  { participation, payer }: Said,
  payerName: string,
  locale: string,
): string => {
  const isGuest = participation === 'guest'
  const nothing = isPart ? 'You owe nothing for what you canceled.' : 'You owe nothing.'
  if (cents === 0) return isGuest && !isPart ? `${nothing} A check we have goes back to you.` : nothing
  const fee = formatMoney(cents, locale)
  const passed = 'The time to cancel free of charge had passed.'
  const proposed = `If nobody comes in your place, a fee of ${fee} is proposed, and the desk decides about it.`
  const whom = payer.kind === 'person' ? 'you' : payerName
  return `${passed} ${proposed} ${isGuest ? 'Your check would pay it.' : `It would be billed to ${whom}.`}`
}

/** What of the fees a guest's check pays. */
const paidByCheck = (cents: Cents, deposit: Deposit | null): Cents => (deposit ? Math.min(cents, coverOf(deposit)) : 0)

/** How a fee that was approved is paid, as sentences. `rows` are the days it is for. */
export const feeBillOf = (
  rows: readonly FeeRow[],
  { participation, payer }: Said,
  deposit: Deposit | null,
  payerName: string,
  locale: string,
): string => {
  const money = (cents: Cents) => formatMoney(cents, locale)
  const cents = sumCents(rows.map(({ feeCents }) => feeCents ?? 0))
  const inPrice = sumCents(rows.map(({ feeEvidence }) => (feeEvidence as Evidence | null)?.inPrice ?? 0))
  const counted = inPrice > 0 ? [`The fee is ${money(cents + inPrice)}; ${money(inPrice)} of it is in the price.`] : []
  const whom = payer.kind === 'person' ? 'you' : payerName
  if (participation !== 'guest') return [...counted, `It is billed to ${whom}.`].join(' ')
  const paid = paidByCheck(cents, deposit)
  if (paid === cents) return 'Your check pays it: you get no bill.'
  if (paid === 0) return `No check is here to pay it, so it is billed to ${whom}.`
  return `Your check pays ${money(paid)} of it. The rest, ${money(cents - paid)}, is billed to ${whom}.`
}

/** What becomes of a fee that is not owed, or not any more, as sentences. */
export const feeDroppedOf = (
  rows: readonly Pick<Attendance, 'state'>[],
  agreed: Agreement,
  { participation }: Said,
): string => {
  const isMissed = rows.some(({ state }) => state === 'absent') && dayShare(agreed) > 0
  return [
    participation === 'guest'
      ? 'Your check is not used for it.'
      : 'If a bill for it was made already, it is taken back there.',
    ...(isMissed ? ['The price of your place stays as it is.'] : []),
  ].join(' ')
}
