import { SYSTEM } from '#collections/act.ts'
import { compareAndSet } from '#collections/keyed.ts'
import { announcePayment, announceStatement, markLines, useCredits } from '#collections/invoices/actions.ts'
import { paymentsOf } from '#collections/invoices/policy.ts'
import { actOf, type DeskContext } from '../context.ts'
import { tellPayer } from '../letters.ts'
import { each } from './each.ts'
import { BATCH, every } from '../reading.ts'

/** Derives what follows from statements and payments: lines that know their statement, the log, the letter, credits. */
export const settleInvoices = async (context: DeskContext): Promise<void> => {
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
