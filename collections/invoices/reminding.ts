import type { BillingRules } from '../agency/billing-rules.ts'
import type { Invoice } from '../kernel/payload-types.ts'
import { addDays, type Day } from '../values/day.ts'
import { sumCents, type Cents } from '../values/money.ts'
import { partsOf } from './corrections.ts'
import { balanceOf, linesOf } from './policy.ts'

/** A line the payer says is wrong: why, and who wrote it down when. */
export type Dispute = { charge: string; reason: string; at: string; by: string }

export const disputesOf = ({ disputes }: Pick<Invoice, 'disputes'>): Dispute[] => (disputes as Dispute[] | null) ?? []

/** What stands on a statement of lines the payer says are wrong, with what corrects them. */
export const disputedCents = (invoice: Pick<Invoice, 'disputes' | 'lines'>): Cents => {
  const disputed = new Set(disputesOf(invoice).map(({ charge }) => charge))
  const { standing } = partsOf(linesOf(invoice))
  return sumCents(
    standing
      .filter(({ charge, corrects }) => disputed.has(charge) || disputed.has(corrects ?? ''))
      .map(({ cents }) => cents),
  )
}

type Owed = Pick<Invoice, 'disputes' | 'lines' | 'totalCents' | 'paidCents' | 'dueOn'>

/** What a payer is reminded of: what is left to pay, without what they object to. Never less than nothing. */
export const remindedCents = (invoice: Owed): Cents => Math.max(0, balanceOf(invoice) - disputedCents(invoice))

/**
 * Whether a reminder is to be sent today: so many days after the due day, and again so many days after the last one (`sent`, the
 * earliest first), for as long as something is owed that the payer does not object to.
 */
export const isReminderDue = (
  invoice: Owed,
  { remindAfter, remindAgain }: Pick<BillingRules, 'remindAfter' | 'remindAgain'>,
  today: Day,
  sent: readonly Day[],
): boolean => {
  if (remindAfter === null || remindedCents(invoice) === 0) return false
  const last = sent.at(-1)
  if (last === undefined) return today >= addDays(invoice.dueOn, remindAfter)
  return remindAgain !== null && today >= addDays(last, remindAgain)
}
