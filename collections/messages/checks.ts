import type { Deposit, Session } from '../kernel/payload-types.ts'
import { amountsOf } from '../deposits/amounts.ts'
import { dueWhenAsked, heldDays, isBrought } from '../deposits/due.ts'
import type { Agreement } from '../registrations/agreement.ts'
import type { Values } from '../templates/placeholders.ts'
import { dayIn, formatDay, type Day } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'

// What a message says of a member guest's check.

/** What it is read from. */
export type CheckFacts = {
  agreed: Agreement
  deposit: Deposit | null
  session: Pick<Session, 'days' | 'timeZone'>
  now: Temporal.Instant
  locale: string
}

/** The check as it is asked for, or as it will be once there is a seat. */
const askedOf = ({ agreed: { check }, deposit, session, now }: CheckFacts) => {
  if (deposit) return { cents: deposit.dueCents, lastMailDay: deposit.lastMailDay }
  if (!check) return undefined
  const due = dueWhenAsked(check, null, heldDays(session.days), dayIn(now, session.timeZone))
  return { cents: check.cents, lastMailDay: due.lastMailDay }
}

const sendOrBring = (amount: string, lastMailDay: Day, { session, locale }: CheckFacts): string => {
  const day = formatDay(lastMailDay, locale)
  return isBrought({ lastMailDay }, heldDays(session.days))
    ? `Please bring a refundable check for ${amount} to the session on ${day}. It goes back to you when you attend.`
    : `Please send us a refundable check for ${amount}. It has to arrive by ${day}, and goes back to you when you attend.`
}

/** What of a check is missing, too much, kept, to be refunded or refunded, as sentences; empty where all is as it was asked for. */
const restOf = (deposit: Deposit | null, locale: string): string => {
  if (!deposit) return ''
  const { asked, received, missing, over, kept, toRefund, refunded } = amountsOf(deposit)
  const money = (cents: number) => formatMoney(cents, locale)
  if (deposit.state === 'received' && missing > 0)
    return `We asked for ${money(asked)}, and ${money(received)} has come. Please send or bring a check for the missing ${money(missing)} as well.`
  if (deposit.state === 'received' && over > 0)
    return `That is ${money(over)} more than we asked for. What is not needed goes back to you.`
  const back =
    refunded > 0 && deposit.refundedOn
      ? `${money(refunded)} of it was refunded to you on ${formatDay(deposit.refundedOn, locale)}.`
      : ''
  if (toRefund > 0)
    return [`We keep ${money(kept)} of it. ${money(toRefund)} is yours, and we send it to you.`, back]
      .filter(Boolean)
      .join(' ')
  return back && [kept > 0 && `We keep ${money(kept)} of it.`, back].filter(Boolean).join(' ')
}

/** What a member guest has to do about the check; empty for everybody else, and once nothing is left to do. */
const checkOf = (facts: CheckFacts): string => {
  const { deposit, locale } = facts
  const asked = askedOf(facts)
  if (!asked) return ''
  const state = deposit?.state ?? 'due'
  if (deposit && state === 'received')
    return [`We have your check for ${formatMoney(amountsOf(deposit).received, locale)}.`, restOf(deposit, locale)]
      .filter(Boolean)
      .join(' ')
  return state === 'due' ? sendOrBring(formatMoney(asked.cents, locale), asked.lastMailDay, facts) : ''
}

/** The amount a message speaks of: what was asked for until a check came, and then what came. */
const amountOf = ({ deposit, agreed }: CheckFacts): number | undefined => {
  if (!deposit) return agreed.check?.cents
  const { asked, received } = amountsOf(deposit)
  return received || asked || deposit.dueCents
}

export const checkValues = (facts: CheckFacts, address: string | null): Values => {
  const { deposit, locale } = facts
  const [cents, asked] = [amountOf(facts), askedOf(facts)]
  const date = deposit?.state === 'refunded' ? deposit.refundedOn : (deposit?.closedOn ?? deposit?.receivedOn)
  return {
    check: checkOf(facts),
    check_amount: cents === undefined ? '' : formatMoney(cents, locale),
    check_rest: restOf(deposit, locale),
    check_due: asked ? formatDay(asked.lastMailDay, locale) : '',
    check_address: address?.split('\n').join(', ') ?? '',
    check_number: deposit?.checkNumber ?? '',
    check_date: date ? formatDay(date, locale) : '',
    check_refund: deposit?.refundReference ?? '',
  }
}
