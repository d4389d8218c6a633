import type { Invoice } from '../kernel/payload-types.ts'
import type { PayerKind } from '../registrations/states.ts'
import type { Day } from '../values/day.ts'
import type { Cents } from '../values/money.ts'
import { partsOf } from './corrections.ts'
import { balanceOf, isOverdue, linesOf, paymentsOf, type Month, type Payment, type StatementLine } from './policy.ts'
import { disputesOf, type Dispute } from './reminding.ts'
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
  /** What the payer wants to see on it, such as its vendor number. */
  references: string | null
  /** Lines the payer says are wrong, with what was said. */
  disputes: Dispute[]
  /** All that was ever on it. */
  lines: StatementLine[]
  /** What of it stands, and what was taken back since it was made. */
  standing: (StatementLine & { origin: Origin | null })[]
  takenBack: { line: StatementLine; reason: string; on: Day | null; movedTo: Moved | null }[]
  payments: Omit<Payment, 'by' | 'at'>[]
  paidCents: Cents
  remitTo: RemitTo
}

/** The statement a line was on first, and whose: the payer refused it. `number` is null where it was on none. */
export type Origin = { payer: string; number: string | null }
/** The statement a line is on now that left this one; null where it is on none yet. `payer` is null for the person themselves. */
export type Moved = { number: string | null; payer: string | null }
/** By the id of a charge, where a line came from, and where it went. */
export type StatementLinks = { origins: ReadonlyMap<string, Origin>; moved: ReadonlyMap<string, Moved> }

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

const NO_LINKS: StatementLinks = { origins: new Map(), moved: new Map() }

export const statementView = (
  invoice: Invoice,
  remitTo: RemitTo,
  today: Day,
  { origins, moved }: StatementLinks = NO_LINKS,
): StatementView => {
  const lines = linesOf(invoice)
  const { standing, takenBack } = partsOf(lines)
  return {
    ...statementSummary(invoice, today),
    payerKind: invoice.payerKind,
    payerEmail: invoice.payerEmail ?? null,
    payerAddress: invoice.payerAddress ?? null,
    termsDays: invoice.termsDays,
    purchaseOrder: invoice.purchaseOrder ?? null,
    references: invoice.references ?? null,
    disputes: disputesOf(invoice),
    lines,
    standing: standing.map((line) => ({ ...line, origin: origins.get(line.charge) ?? null })),
    takenBack: takenBack.map(({ line, reason, at }) => ({
      line,
      reason,
      on: at?.slice(0, 10) ?? null,
      movedTo: moved.get(line.charge) ?? null,
    })),
    payments: paymentsOf(invoice).map(({ id, method, reference, cents, day, reverses, reason }) => ({
      id,
      method,
      reference,
      cents,
      day,
      ...(reverses && { reverses, reason }),
    })),
    paidCents: invoice.paidCents,
    remitTo,
  }
}

export const deskStatement = (
  invoice: Invoice,
  remitTo: RemitTo,
  today: Day,
  links?: StatementLinks,
): DeskStatement => ({
  ...statementView(invoice, remitTo, today, links),
  id: invoice.id,
  revision: invoice.revision,
  recorded: paymentsOf(invoice),
})
