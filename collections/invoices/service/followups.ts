import { SYSTEM } from '../../kernel/act.ts'
import { announceStatement, markLines } from '../actions.ts'
import { changesOf } from '../corrections.ts'
import { paymentEntry, useCredits } from '../paying.ts'
import { placeCorrections } from '../placing.ts'
import { linesOf, paymentsOf } from '../policy.ts'
import { actOf } from '../../context/context.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'
import { notifyPayer, notifyPayerOf } from '../../registrations/service/notifications.ts'

/** What follows from statements and payments: lines that know their statement, the log, the letter, credits. */
export const statements: Step = {
  name: 'statements',
  follows: { invoices: ({ id }) => id },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const invoice = await one(context, 'invoices', id)
    if (!invoice) return
    await markLines(context.payload, invoice)
    const lines = linesOf(invoice).map(({ charge }) => charge)
    await placeCorrections(act, { or: [{ reverses: { in: lines } }, { adjusts: { in: lines } }] })
    await announceStatement(act, invoice)
    for (const payment of paymentsOf(invoice)) await writeEntry(act, paymentEntry(invoice, payment))
    await notifyPayer(context, invoice)
    for (const change of changesOf(invoice)) await notifyPayerOf(context, invoice, change)
    await useCredits(act, invoice.payerKey)
  },
}

/** What takes back or lessens a line goes onto the statement of that line, whoever booked it. */
export const placedCorrections: Step = {
  name: 'placed-corrections',
  follows: { charges: ({ id }) => id },
  handle: (context, id) => placeCorrections(actOf(context, SYSTEM), { id: { equals: id } }),
}
