import type { Payload } from 'payload'
import type { Charge, Invoice } from '../kernel/payload-types.ts'
import { SYSTEM, type Act } from '../kernel/act.ts'
import { change } from '../kernel/change.ts'
import { record } from '../events/actions.ts'
import { compareAndSet, createUnlessTaken } from '../kernel/keyed.ts'
import { every, first, one } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import { dayIn } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import {
  balanceOf,
  invoiceEvent,
  isOver,
  lastDayOf,
  linesOf,
  linesToBill,
  nextCredit,
  numberAfter,
  paymentsOf,
  refusalToPay,
  stateOf,
  statementOf,
  withPayment,
  type GivenPayment,
  type Month,
  type Payment,
} from './policy.ts'
import type { PaymentRefusal } from './states.ts'

const ATTEMPTS = 20
const BY_NUMBER = { sort: 'number' } as const

/** Lines on no statement yet, booked up to the month's end; of one payer, or of all. */
export const openCharges = (payload: Payload, month: Month, payerKey?: string): Promise<Charge[]> =>
  every(
    { payload },
    'charges',
    {
      and: [
        { invoice: { exists: false } },
        { bookedOn: { less_than_equal: lastDayOf(month) } },
        ...(payerKey ? [{ payerKey: { equals: payerKey } }] : []),
      ],
    },
    { sort: 'bookedAt' },
  )

// Work on statements in this process happens in turn. It keeps retries rare; what is right is decided by the unique numbers.
const turns = new WeakMap<Payload, Promise<unknown>>()
const inTurn = <Result>(payload: Payload, work: () => Promise<Result>): Promise<Result> => {
  const before = turns.get(payload) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    payload,
    mine.catch(() => undefined),
  )
  return mine
}

/** Writes onto each line which statement it is on; a line that is on one stays there. */
export const markLines = async (payload: Payload, invoice: Invoice): Promise<void> => {
  for (const { charge } of linesOf(invoice))
    await compareAndSet(payload, 'charges', charge, { invoice: { exists: false } }, { invoice: invoice.id })
}

const highestNumber = async (payload: Payload, year: number): Promise<string | undefined> => {
  const ofYear = { and: [{ number: { greater_than: `${year}-` } }, { number: { less_than: `${year + 1}-` } }] }
  return (await first({ payload }, 'invoices', ofYear, '-number'))?.number
}

/**
 * The statement of one payer and month, unless there is nothing to bill. The number is settled first, then what is on earlier
 * statements, then the lines: a statement that somebody else writes in between takes the number, and all is read again. So
 * no line gets onto two statements, and no number is left out.
 */
const makeOne = async (act: Act, month: Month, payerKey: string): Promise<Invoice | undefined> => {
  const { payload, now, zone } = act
  const issuedOn = dayIn(now, zone)
  const year = Number(issuedOn.slice(0, 4))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = numberAfter(await highestNumber(payload, year), year)
    const earlier = await every(act, 'invoices', { payerKey: { equals: payerKey } }, BY_NUMBER)
    const taken = new Set(earlier.flatMap((invoice) => linesOf(invoice).map(({ charge }) => charge)))
    const made = earlier.find(({ key }) => key === `${payerKey}|${month}`)
    const charges = linesToBill(await openCharges(payload, month, payerKey), month, taken).get(payerKey)
    if (made || !charges) return undefined
    const { organization } = charges.at(-1)!
    const billTo = organization ? ((await one(act, 'organizations', idOf(organization))) ?? null) : null
    const invoice = await createUnlessTaken(
      payload,
      'invoices',
      statementOf(charges, billTo, { month, issuedOn, number }),
    )
    if (invoice) return invoice
  }
  throw new Error(`No number could be had for the statement of ${payerKey}, ${month}.`)
}

export type Made = { ok: true; numbers: string[] } | { ok: false; refusal: 'not-over' }

/**
 * Makes the statement of every payer with lines booked up to the end of the month, which has to be over. Done again it makes
 * only what is missing: nothing, or the statements a stopped process left out.
 */
export const makeStatements = (act: Act, month: Month): Promise<Made> =>
  inTurn(act.payload, async () => {
    if (!isOver(month, dayIn(act.now, act.zone))) return { ok: false, refusal: 'not-over' }
    const numbers: string[] = []
    for (const payerKey of linesToBill(await openCharges(act.payload, month), month).keys()) {
      const invoice = await makeOne(act, month, payerKey)
      if (!invoice) continue
      numbers.push(invoice.number)
      await markLines(act.payload, invoice)
      await announceStatement(act, invoice)
    }
    return { ok: true, numbers }
  })

/** Says in the log that a statement is out. */
export const announceStatement = (act: Act, invoice: Invoice): Promise<void> =>
  record(act, {
    key: `invoice:${invoice.id}:issued`,
    kind: 'invoice.issued',
    summary: `Statement ${invoice.number} for ${invoice.payerName}: ${formatMoney(invoice.totalCents)}`,
    data: invoiceEvent({ ...invoice, paidCents: 0, state: stateOf(invoice.totalCents, 0) }),
  })

/** Says in the log that a payment is in; `invoice` has it already. */
export const announcePayment = (act: Act, invoice: Invoice, payment: Payment): Promise<void> =>
  record(act, {
    key: `invoice:${invoice.id}:paid:${payment.id}`,
    kind: 'invoice.paid',
    summary: `${formatMoney(payment.cents)} on statement ${invoice.number} from ${invoice.payerName}`,
    data: { ...invoiceEvent(invoice), payment },
  })

const addPayment = async (act: Act, invoice: Invoice, payment: Payment): Promise<Invoice | undefined> => {
  const paid = await change(act, 'invoices', invoice, { ...withPayment(invoice, payment) })
  if (paid) await announcePayment(act, paid, payment)
  return paid
}

export type Paid = { ok: true; invoice: Invoice } | { ok: false; refusal: PaymentRefusal }

/**
 * Records money that came, or on a credit money that went back. It is never more than what is left, and `revision` names the
 * state the page showed: the same form sent twice is recorded once.
 */
export const recordPayment = async (
  act: Act,
  number: string,
  given: GivenPayment & { revision: number },
): Promise<Paid> => {
  const invoice = await first(act, 'invoices', { number: { equals: number } })
  if (!invoice) return { ok: false, refusal: 'gone' }
  if (invoice.revision !== given.revision) return { ok: false, refusal: 'changed-meanwhile' }
  const refusal = refusalToPay(invoice, given, dayIn(act.now, act.zone))
  if (refusal) return { ok: false, refusal }
  const { method, reference, cents, day } = given
  const paid = await addPayment(act, invoice, {
    id: `payment-${paymentsOf(invoice).length + 1}`,
    method,
    reference,
    cents: balanceOf(invoice) > 0 ? cents : 0 - cents,
    day,
    at: act.now.toString(),
    by: act.actor.name,
  })
  return paid ? { ok: true, invoice: paid } : { ok: false, refusal: 'changed-meanwhile' }
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
      const invoices = await every(act, 'invoices', { payerKey: { equals: payerKey } }, BY_NUMBER)
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
