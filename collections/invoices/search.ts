import type { Invoice } from '../kernel/payload-types.ts'
import { searchable } from '../values/searchable.ts'
import { linesOf, paymentsOf } from './policy.ts'

type Findable = Pick<Invoice, 'number' | 'payerName' | 'purchaseOrder' | 'lines' | 'payments'>

/** What the desk finds a statement by: its number, its payer, its purchase orders, and the checks that paid it. */
export const searchOf = (invoice: Findable): string =>
  searchable(
    invoice.number,
    invoice.payerName,
    invoice.purchaseOrder,
    ...linesOf(invoice).map(({ purchaseOrder }) => purchaseOrder),
    ...paymentsOf(invoice).map(({ reference }) => reference),
  )
