import type { Invoice } from '../kernel/payload-types.ts'
import type { StatementChange } from '../invoices/corrections.ts'
import { balanceOf } from '../invoices/policy.ts'
import { disputedCents, remindedCents } from '../invoices/reminding.ts'
import type { Values } from '../templates/placeholders.ts'
import { formatDay } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import { deskValues, payerNameOf, type Desk } from './values.ts'

// What messages about statements say.

type Owed = Pick<Invoice, 'totalCents' | 'paidCents' | 'dueOn'>

/** What a statement comes to, for a subject: "$1,250 due Saturday, December 5, 2026", or that nothing is to be paid. */
const standingOf = (invoice: Owed, locale: string): string => {
  const owed = balanceOf(invoice)
  if (owed > 0) return `${formatMoney(owed, locale)} due ${formatDay(invoice.dueOn, locale)}`
  return owed < 0 ? `credit of ${formatMoney(-owed, locale)}, nothing to pay` : 'nothing to pay'
}

const noteOf = (invoice: Owed, locale: string): string => {
  const owed = balanceOf(invoice)
  if (owed > 0) return ''
  if (owed === 0) return 'Nothing is left to pay.'
  return `Credit of ${formatMoney(-owed, locale)}, nothing to pay. It is used for what comes next; if you would rather have it back, tell us.`
}

/** What the message that comes with a statement says. A credit is no amount due. */
export const statementValues = (invoice: Invoice, link: string, desk: Desk, locale: string): Values => {
  const owed = balanceOf(invoice)
  return {
    payer: payerNameOf({ kind: invoice.payerKind, name: invoice.payerName }, 'there'),
    statement_number: invoice.number,
    statement_month: formatDay(`${invoice.period}-01`, locale, 'month'),
    statement_says: standingOf(invoice, locale),
    statement_note: noteOf(invoice, locale),
    statement_total: owed > 0 ? formatMoney(owed, locale) : '',
    statement_due: owed > 0 ? formatDay(invoice.dueOn, locale) : '',
    statement_link: link,
    ...deskValues(desk),
  }
}

/** What a reminder of a statement says: only what the payer does not object to is asked for. */
export const reminderValues = (invoice: Invoice, link: string, desk: Desk, locale: string): Values => {
  const disputed = disputedCents(invoice)
  return {
    ...statementValues(invoice, link, desk, locale),
    overdue: formatMoney(remindedCents(invoice), locale),
    overdue_note:
      disputed > 0
        ? `You told us that ${formatMoney(disputed, locale)} of it is not right. We are looking into that, and do not ask for it here.`
        : '',
  }
}

/** What changed on a statement at one moment, a line for each. */
export const statementChanges = ({ lines, bounced }: StatementChange, locale: string): string[] => [
  ...lines.map(({ kind, name, course, day, cents, rule }) => {
    const what = `${name}, ${course}, ${formatDay(day, locale, 'short')}: ${formatMoney(cents, locale)}`
    return `${kind === 'reversal' ? 'Taken back' : 'Corrected'}: ${what}. ${rule}`
  }),
  ...bounced.map(
    ({ cents, day, reason }) =>
      `The payment of ${formatMoney(cents, locale)} was taken back on ${formatDay(day, locale)}. ${reason}`,
  ),
]
