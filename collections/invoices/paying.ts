import type { Invoice } from '../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../kernel/act.ts'
import type { Entry } from '../kernel/audit.ts'
import { change } from '../kernel/change.ts'
import { every, first, pluck } from '../kernel/queries.ts'
import { payersOf } from '../organizations/queries.ts'
import { dayIn } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import {
  goesOf,
  invoiceEvent,
  nextCredit,
  paymentsOf,
  refusalToPay,
  refusalToUnpay,
  reversalOf,
  withPayment,
  type GivenPayment,
  type Payment,
} from './policy.ts'
import type { PaymentRefusal } from './states.ts'
import { inTurn } from './turns.ts'

const ATTEMPTS = 20
const BY_NUMBER = { sort: 'number' } as const

/** What the audit log says of a payment; `invoice` has it already. */
export const paymentEntry = (invoice: Invoice, payment: Payment): Entry => ({
  key: `invoice:${invoice.id}:paid:${payment.id}`,
  kind: 'invoice.paid',
  summary: `${formatMoney(payment.cents)} on statement ${invoice.number} from ${invoice.payerName}`,
  reason: payment.reason ?? null,
  data: { ...invoiceEvent(invoice), payment },
})

const addPayment = (act: Act, invoice: Invoice, payment: Payment): Promise<Invoice | undefined> =>
  change(act, 'invoices', invoice, withPayment(invoice, payment), (paid) => paymentEntry(paid, payment))

export type Paid = { ok: true; invoice: Invoice } | { ok: false; refusal: PaymentRefusal }

const refused = (refusal: PaymentRefusal) => ({ ok: false, refusal }) as const

/** What is asked for of one statement: how much of the payment is for it, and the state the page showed. */
export type Part = { number: string; cents: number; revision: number; confirmed?: number }

/** The statement of a part, once nothing is in the way of its payment. A part of `batch` that is in already is in. */
const payable = async (
  act: Act,
  given: GivenPayment,
  { number, revision, ...part }: Part,
  batch?: string,
): Promise<Paid & { isIn?: boolean }> => {
  const invoice = await first(act, 'invoices', { number: { equals: number } })
  if (!invoice) return refused('gone')
  if (batch && paymentsOf(invoice).some((payment) => payment.batch === batch)) return { ok: true, invoice, isIn: true }
  if (invoice.revision !== revision) return refused('changed-meanwhile')
  const refusal = refusalToPay(invoice, { ...given, ...part }, dayIn(act.now, act.zone))
  return refusal ? refused(refusal) : { ok: true, invoice }
}

const write = async (
  act: Act,
  invoice: Invoice,
  { method, reference, day, ...given }: GivenPayment,
  together?: { batch: string; of: string[] },
): Promise<Paid> => {
  const paid = await addPayment(act, invoice, {
    id: together ? `payment-${together.batch}` : `payment-${paymentsOf(invoice).length + 1}`,
    method,
    reference,
    cents: goesOf(invoice, given) === 'in' ? given.cents : 0 - given.cents,
    day,
    at: act.now.toString(),
    by: act.actor.name,
    ...together,
  })
  return paid ? { ok: true, invoice: paid } : refused('changed-meanwhile')
}

/**
 * Records money that came, or on a credit money that went back. `revision` names the state the page showed: the same form sent
 * twice is recorded once.
 */
export const recordPayment = async (
  act: Act,
  number: string,
  given: GivenPayment & { revision: number },
): Promise<Paid> => {
  const found = await payable(act, given, { ...given, number })
  return found.ok ? write(act, found.invoice, given) : found
}

/**
 * Records one check or transfer that pays several statements, under one name that was made with the form. Everything is checked
 * before anything is written; sent again after it was cut off, it writes what is missing.
 */
export const recordPayments = async (
  act: Act,
  given: Omit<GivenPayment, 'cents' | 'confirmed'>,
  parts: readonly Part[],
  batch: string,
): Promise<Paid> => {
  const found: { part: Part; invoice: Invoice; isIn: boolean }[] = []
  for (const part of parts) {
    const one = await payable(act, { ...given, goes: 'in', cents: part.cents }, part, batch)
    if (!one.ok) return one
    found.push({ part, invoice: one.invoice, isIn: one.isIn ?? false })
  }
  const [first] = found
  if (!first) return refused('nothing')
  const together = { batch, of: parts.map(({ number }) => number) }
  let last: Paid = { ok: true, invoice: first.invoice }
  for (const { part, invoice, isIn } of found) {
    if (!isIn) last = await write(act, invoice, { ...given, goes: 'in', cents: part.cents }, together)
    if (!last.ok) return last
  }
  return last
}

/**
 * Takes a payment back, with a reason: a check that bounced, or that was written to the wrong statement. The payment stays, and
 * its opposite stands beside it; of a check that paid several statements, on each of them.
 */
export const reversePayment = async (
  act: Act,
  number: string,
  { payment, reason, revision }: { payment: string; reason: string; revision: number },
): Promise<Paid> => {
  const invoice = await first(act, 'invoices', { number: { equals: number } })
  if (!invoice) return refused('gone')
  if (invoice.revision !== revision) return refused('changed-meanwhile')
  const refusal = refusalToUnpay(invoice, payment, reason)
  if (refusal) return refused(refusal)
  const { batch, of = [] } = paymentsOf(invoice).find(({ id }) => id === payment)!
  const others = of.length > 0 ? await every(act, 'invoices', { number: { in: of } }, BY_NUMBER) : []
  const opposite = { day: dayIn(act.now, act.zone), at: act.now.toString(), by: act.actor.name, reason: reason.trim() }
  let here: Paid = refused('changed-meanwhile')
  for (const one of [invoice, ...others.filter(({ id }) => id !== invoice.id)]) {
    const own = paymentsOf(one).find((other) => (one.id === invoice.id ? other.id === payment : other.batch === batch))
    if (!own || refusalToUnpay(one, own.id, reason)) continue
    const written = await addPayment(act, one, reversalOf(own, opposite))
    if (!written) return refused('changed-meanwhile')
    if (one.id === invoice.id) here = { ok: true, invoice: written }
  }
  return here
}

/** The statements of a payer, and of whoever it stands for by now, by number. */
export const statementsFor = async (source: Pick<Act, 'payload'>, payerKey: string): Promise<Invoice[]> => {
  const payers = await payersOf(source.payload)
  const now = payers.now(payerKey)
  const keys = await pluck(source, 'invoices', {}, ['payerKey'])
  const own = [...new Set(keys.map((one) => one.payerKey).filter((key) => payers.now(key) === now))]
  return own.length > 0 ? every(source, 'invoices', { payerKey: { in: own } }, BY_NUMBER) : []
}

/** The other half of credits whose use was written to one of the two statements only. */
const completeCredits = async (act: Act, invoices: readonly Invoice[]): Promise<boolean> => {
  for (const invoice of invoices)
    for (const use of paymentsOf(invoice).filter(({ method, cents }) => method === 'credit' && cents > 0)) {
      const source = invoices.find(({ number }) => number === use.reference)
      if (!source || paymentsOf(source).some(({ id }) => id === use.id)) continue
      await addPayment(act, source, { ...use, reference: invoice.number, cents: 0 - use.cents })
      return true
    }
  return false
}

/**
 * Pays a payer's open statements with the credits of others, oldest first. The open statement is written first, because it
 * says how much is left; the credit that is used up follows, now or when this runs again.
 */
export const useCredits = (act: Act, payerKey: string): Promise<void> =>
  inTurn(act.payload, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const invoices = await statementsFor(act, payerKey)
      if (await completeCredits(act, invoices)) continue
      const next = nextCredit(invoices)
      if (!next) return
      const { from, to, cents } = next
      await addPayment(act, to, {
        id: `credit-${from.number}-${to.number}-${paymentsOf(to).length + 1}`,
        method: 'credit',
        reference: from.number,
        cents,
        day: dayIn(act.now, act.zone),
        at: act.now.toString(),
        by: SYSTEM.name,
      })
    }
  })
