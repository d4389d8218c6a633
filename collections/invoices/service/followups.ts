import { SYSTEM } from '../../kernel/act.ts'
import { announceStatement, markLines } from '../actions.ts'
import { changesOf } from '../corrections.ts'
import { paymentEntry, useCredits } from '../paying.ts'
import { placeCorrections } from '../placing.ts'
import { linesOf, paymentsOf } from '../policy.ts'
import { actOf } from '../../context/context.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { one } from '../../kernel/queries.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { renameLines } from '../renaming.ts'
import { searchOf } from '../search.ts'
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

/** Statements are found at the desk by what stands on them now. */
export const findableStatements: Step = {
  name: 'findable-statements',
  follows: { invoices: ({ id }) => id },
  handle: async ({ payload }, id) => {
    const invoice = await one({ payload }, 'invoices', id)
    if (!invoice) return
    const search = searchOf(invoice)
    const asRead = { revision: { equals: invoice.revision } }
    if (invoice.search !== search) await compareAndSet(payload, 'invoices', id, asRead, { search })
  },
}

/** A name or mailbox was corrected: what is still to be billed or paid says so. */
export const renamedLines: Step = {
  name: 'renamed-lines',
  follows: { people: ({ id }) => id },
  handle: async (context, id) => {
    const person = await one(context, 'people', id)
    if (person?.former) await renameLines(actOf(context, SYSTEM), person)
  },
}

/** What takes back or lessens a line goes onto the statement of that line, whoever booked it. */
export const placedCorrections: Step = {
  name: 'placed-corrections',
  follows: { charges: ({ id }) => id },
  handle: (context, id) => placeCorrections(actOf(context, SYSTEM), { id: { equals: id } }),
}
