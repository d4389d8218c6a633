import type { Policy } from '../kernel/payload-types.ts'
import { formatMoney } from '../values/money.ts'
import { countOf } from '../values/words.ts'
import { SPLIT_GAP_DAYS, type DeadlineRule } from './deadline.ts'
import { policyNumbers } from './view.ts'

// What the numbers of a policy mean, in words. They stand under its text wherever it is agreed to, and are part of what is agreed
// to: text and numbers are one, and have one hash.

const daysBefore = ({ count, unit, mode }: DeadlineRule): string =>
  `${mode === 'more-than' ? 'more than' : 'at least'} ${countOf(count, `${unit} day`, `${unit} days`)} before`

const cutoffOf = ({ cutoff }: DeadlineRule): string => {
  if (cutoff === 'same-time') return 'at the hour the session starts'
  const hour = cutoff === 'end-of-day' ? 'until the end of that day' : `until ${cutoff}`
  return `${hour}, in our zone or the session’s, whichever is later`
}

const cancellationLines = (policy: Policy): string[] => {
  const { deadline, feePerDay, missedDay, splitGapDays, substitution } = policyNumbers(policy)
  return [
    ...(deadline
      ? [`Cancel free of charge ${daysBefore(deadline)} the first day you cancel, ${cutoffOf(deadline)}.`]
      : []),
    ...(feePerDay === null
      ? ['There is no fee.']
      : [
          `The fee is ${formatMoney(feePerDay)} for each day that is canceled later or missed, and none where somebody else takes the seat.`,
          missedDay === 'both'
            ? 'For a day missed without canceling, its share of the price is owed as well as the fee.'
            : 'For a day missed without canceling, its share of the price or the fee is owed, whichever is larger, never both.',
        ]),
    'The price of a place is shared evenly by its days. A day canceled in time is not paid for; a day canceled late costs the fee and no price.',
    `Days that lie ${countOf(splitGapDays ?? SPLIT_GAP_DAYS, 'day', 'days')} or more apart are canceled each by itself; others together, by the first of them.`,
    substitution ? 'A colleague may come instead.' : 'A colleague may not come instead.',
  ]
}

const guestLines = (policy: Policy): string[] => {
  const { deadline, feePerDay } = policyNumbers(policy)
  return [
    ...(feePerDay === null ? [] : [`The check is for ${formatMoney(feePerDay)} for each day.`]),
    ...(deadline ? [`It has to arrive ${daysBefore(deadline)} the first day.`] : []),
  ]
}

const waitlistLines = ({ offerHours, officeOpens, officeCloses }: Policy): string[] => [
  ...(offerHours
    ? [`A seat that becomes free is held for ${countOf(offerHours, 'business hour', 'business hours')}.`]
    : []),
  ...(officeOpens && officeCloses ? [`Business hours are ${officeOpens} to ${officeCloses}.`] : []),
]

/** The numbers of a policy as sentences, in the order of the panel; none for a kind that computes nothing. */
export const numberLines = (policy: Policy): string[] => {
  if (policy.kind === 'cancellation') return cancellationLines(policy)
  if (policy.kind === 'guests') return guestLines(policy)
  if (policy.kind === 'waitlist') return waitlistLines(policy)
  return policy.kind === 'billing' && policy.orderDays
    ? [`A seat waits ${countOf(policy.orderDays, 'business day', 'business days')} for a purchase order.`]
    : []
}
