import { SYSTEM } from '../../kernel/act.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { announcePayment, announceStatement, markLines, useCredits } from '../actions.ts'
import { paymentsOf } from '../policy.ts'
import { actOf, type Context } from '../../context/context.ts'
import { tellPayer } from '../../registrations/service/notifications.ts'
import { each } from '../../context/each.ts'
import { BATCH, every } from '../../kernel/queries.ts'

/** Derives what follows from statements and payments: lines that know their statement, the log, the letter, credits. */
export const settleInvoices = async (context: Context): Promise<void> => {
  const act = actOf(context, SYSTEM)
  const { payload } = context
  const unsettled = await every(context, 'invoices', { unsettled: { equals: true } }, BATCH)
  await each(context, unsettled, 'A statement could not be settled', async (invoice) => {
    await markLines(payload, invoice)
    await announceStatement(act, invoice)
    for (const payment of paymentsOf(invoice)) await announcePayment(act, invoice, payment)
    await tellPayer(context, invoice)
    await useCredits(act, invoice.payerKey)
    // A payment that came in between raised the revision: the statement stays unsettled, and is looked at again.
    await compareAndSet(
      payload,
      'invoices',
      invoice.id,
      { revision: { equals: invoice.revision } },
      { unsettled: false },
    )
  })
}
