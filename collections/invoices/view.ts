import type { Invoice } from '../kernel/payload-types.ts'
import type { PayerKind } from '../registrations/states.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { balanceOf, isOverdue, linesOf, paymentsOf, type Month, type Payment, type StatementLine } from './policy.ts'
import type { InvoiceState } from './states.ts'

/** A statement in the list of the desk. */
export type StatementSummary = {
  number: string
  state: InvoiceState
  payerName: string
  period: Month
  issuedOn: Day
  dueOn: Day
  totalCents: Cents
  balanceCents: Cents
  isOverdue: boolean
}

/** A statement as its payer sees it, on the page, as a document and as a table. */
export type StatementView = StatementSummary & {
  payerKind: PayerKind
  payerEmail: string | null
  payerAddress: string | null
  termsDays: number
  purchaseOrder: string | null
  lines: StatementLine[]
  payments: Omit<Payment, 'by' | 'at'>[]
  paidCents: Cents
  remitTo: RemitTo
}

/** Where the money goes. `taxId` is printed only where there is one. */
export type RemitTo = {
  name: string
  address: string
  email: string | null
  phone: string | null
  taxId: string | null
}

/** What the desk sees besides: who recorded a payment, and the state a change is made for. */
export type DeskStatement = StatementView & {
  id: string
  revision: number
  recorded: Payment[]
  isSettled: boolean
}

export const statementSummary = (invoice: Invoice, today: Day): StatementSummary => ({
  number: invoice.number,
  state: invoice.state,
  payerName: invoice.payerName,
  period: invoice.period,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  totalCents: invoice.totalCents,
  balanceCents: balanceOf(invoice),
  isOverdue: isOverdue(invoice, today),
})

export const statementView = (invoice: Invoice, remitTo: RemitTo, today: Day): StatementView => ({
  ...statementSummary(invoice, today),
  payerKind: invoice.payerKind,
  payerEmail: invoice.payerEmail ?? null,
  payerAddress: invoice.payerAddress ?? null,
  termsDays: invoice.termsDays,
  purchaseOrder: invoice.purchaseOrder ?? null,
  lines: linesOf(invoice),
  payments: paymentsOf(invoice).map(({ id, method, reference, cents, day }) => ({ id, method, reference, cents, day })),
  paidCents: invoice.paidCents,
  remitTo,
})

export const deskStatement = (invoice: Invoice, remitTo: RemitTo, today: Day): DeskStatement => ({
  ...statementView(invoice, remitTo, today),
  id: invoice.id,
  revision: invoice.revision,
  recorded: paymentsOf(invoice),
  isSettled: balanceOf(invoice) === 0,
})
