import { SYSTEM } from '../../kernel/act.ts'
import { announcePayment, announceStatement, markLines, useCredits } from '../actions.ts'
import { paymentsOf } from '../policy.ts'
import { actOf } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'
import { tellPayer } from '../../registrations/service/notifications.ts'

/** What follows from statements and payments: lines that know their statement, the log, the letter, credits. */
export const statements: Step = {
  name: 'statements',
  follows: { invoices: ({ id }) => id },
  handle: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const invoice = await one(context, 'invoices', id)
    if (!invoice) return
    await markLines(context.payload, invoice)
    await announceStatement(act, invoice)
    for (const payment of paymentsOf(invoice)) await announcePayment(act, invoice, payment)
    await tellPayer(context, invoice)
    await useCredits(act, invoice.payerKey)
  },
}
