import type { Invoice } from '../kernel/payload-types.ts'
import type { Day } from '../values/day.ts'
import { sumCents, type Cents } from '../values/money.ts'
import { paymentsOf } from './policy.ts'
import type { PaymentMethod } from './states.ts'

/** Money that came from a payer, or went back to them (below zero). */
export type Received = { day: Day; statement: string; method: PaymentMethod; reference: string; cents: Cents }

/**
 * What was received of a payer in a calendar year, by day. A credit of one statement that was used for another is no money that came;
 * a payment that was taken back is there twice, once below zero.
 */
export const receivedIn = (
  invoices: readonly Pick<Invoice, 'number' | 'payments'>[],
  year: number,
): { rows: Received[]; cents: Cents } => {
  const rows = invoices
    .flatMap((invoice) =>
      paymentsOf(invoice).flatMap(({ method, day, reference, cents }) =>
        method !== 'credit' && day.startsWith(`${year}-`)
          ? [{ day, statement: invoice.number, method, reference, cents }]
          : [],
      ),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.statement.localeCompare(b.statement))
  return { rows, cents: sumCents(rows.map(({ cents }) => cents)) }
}

/** Years in which anything was received, the latest first. */
export const yearsPaid = (invoices: readonly Pick<Invoice, 'payments'>[]): number[] =>
  [
    ...new Set(
      invoices.flatMap((invoice) =>
        paymentsOf(invoice).flatMap(({ method, day }) => (method === 'credit' ? [] : [Number(day.slice(0, 4))])),
      ),
    ),
  ].toSorted((a, b) => b - a)
