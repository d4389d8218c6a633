import type { Charge, Invoice, Organization } from '../kernel/payload-types.ts'
import type { ChargeKind } from '../charges/states.ts'
import { idOf } from '../kernel/related.ts'
import { addDays, compareDays, type Day } from '../values/day.ts'
import type { Payers } from '../organizations/payers.ts'
import { standing } from '../charges/standing.ts'
import { sumCents, type Cents } from '../values/money.ts'
import type { InvoiceState, PaymentMethod, PaymentRefusal } from './states.ts'

/** A month of the calendar, 'YYYY-MM'. */
export type Month = string

/** One line as it stands on the statement: a copy, so that it never changes. */
export type StatementLine = {
  charge: string
  registration: string | null
  kind: ChargeKind
  name: string
  course: string
  day: Day
  rule: string
  cents: Cents
  purchaseOrder: string | null
  /** Of a line that came onto the statement later, to take back or correct another one of it: which one, and when. */
  corrects?: string
  addedAt?: string
}

/** Money that came, or a credit of one statement that was used for another (`reference` is its number). */
export type Payment = {
  id: string
  method: PaymentMethod | 'credit'
  reference: string
  /** Negative where money went back, or where a credit was used up. */
  cents: Cents
  day: Day
  at: string
  by: string
  /** One check or transfer that paid several statements: its name on all of them, and their numbers. */
  batch?: string
  of?: string[]
  /** The payment it takes back, and why. */
  reverses?: string
  reason?: string
}

/** Minn. Stat. 471.425, subd. 2: 35 days from receipt for a body whose board meets at least once a month. */
const USUAL_TERMS_DAYS = 35

export const isMonth = (value: unknown): value is Month =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value)

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const lastDayOf = (month: Month): Day =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).subtract({ days: 1 }).toString()

export const firstDayOf = (month: Month): Day => `${month}-01`

export const monthBefore = (month: Month): Month =>
  Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString()

/** A month can be billed when no day of it is left: lines that came later would need a second statement. */
export const isOver = (month: Month, today: Day): boolean => today > lastDayOf(month)

export const linesOf = ({ lines }: Pick<Invoice, 'lines'>): StatementLine[] => lines as StatementLine[]
export const paymentsOf = ({ payments }: Pick<Invoice, 'payments'>): Payment[] => payments as Payment[]

/** Lines of a statement in reading order: by person, then by day, then as they were booked. */
const inReadingOrder = (a: Charge, b: Charge): number =>
  a.name.localeCompare(b.name, 'en') || compareDays(a.day, b.day) || (a.bookedAt < b.bookedAt ? -1 : 1)

export const lineOf = (charge: Charge): StatementLine => ({
  charge: charge.id,
  registration: idOf(charge.registration) ?? null,
  kind: charge.kind,
  name: charge.name,
  course: charge.courseTitle,
  day: charge.day,
  rule: charge.rule,
  cents: charge.cents,
  purchaseOrder: charge.purchaseOrder ?? null,
})

/**
 * What goes on the statements of a month, by payer: every line booked up to its last day that is on no statement yet. `taken`
 * are lines of statements that were written a moment ago. A line that was taken back before it was on a statement is on none; what
 * takes back or lessens a line stays with it. `payers` says who each payer is by now.
 */
export const linesToBill = (
  charges: readonly Charge[],
  month: Month,
  taken: ReadonlySet<string> = new Set(),
  payers: Pick<Payers, 'now'> = { now: (key) => key },
): Map<string, Charge[]> => {
  const open = charges.filter(({ id, invoice }) => !invoice && !taken.has(id))
  const due = standing(open).filter(({ bookedOn }) => bookedOn <= lastDayOf(month))
  const lines = Map.groupBy(due.toSorted(inReadingOrder), ({ payerKey }) => payers.now(payerKey))
  return new Map([...lines].toSorted(([, [a]], [, [b]]) => a!.payerName.localeCompare(b!.payerName, 'en')))
}

export const totalOf = (lines: readonly Pick<StatementLine, 'cents'>[]): Cents =>
  sumCents(lines.map(({ cents }) => cents))

/**
 * The number after the highest one of the year, '2026-0001' for the first. Numbers and statements are written together, so no
 * number is ever left out. Throws a RangeError after 9999.
 */
export const numberAfter = (highest: string | undefined, year: number): string => {
  const next = highest ? Number(highest.slice(5)) + 1 : 1
  if (next > 9999) throw new RangeError(`More than 9999 statements in ${year}`)
  return `${year}-${String(next).padStart(4, '0')}`
}

/** What is left to pay; below zero it is a credit of the payer. */
export const balanceOf = ({ totalCents, paidCents }: Pick<Invoice, 'totalCents' | 'paidCents'>): Cents =>
  totalCents - paidCents

/** Paid once nothing is left, and also where more came than was asked for. */
export const stateOf = (totalCents: Cents, paidCents: Cents): InvoiceState => {
  const isEnough = totalCents >= 0 ? paidCents >= totalCents : paidCents <= totalCents
  if (isEnough) return 'paid'
  return paidCents === 0 ? 'issued' : 'part-paid'
}

/** Late from the day after the due day, while anything is owed. A credit is never late. */
export const isOverdue = (invoice: Pick<Invoice, 'totalCents' | 'paidCents' | 'dueOn'>, today: Day): boolean =>
  balanceOf(invoice) > 0 && today > invoice.dueOn

/**
 * A payment before it is recorded. `cents` is above zero; going `out` it is money that goes back to a payer who has a credit.
 * `confirmed` is the amount somebody said yes to.
 */
export type GivenPayment = {
  method: PaymentMethod
  reference: string
  cents: Cents
  day: Day
  goes?: 'in' | 'out'
  confirmed?: Cents
}

/** Which way money goes: as somebody said, or back to the payer where there is a credit. */
export const goesOf = (
  invoice: Pick<Invoice, 'totalCents' | 'paidCents'>,
  { goes }: Pick<GivenPayment, 'goes'>,
): 'in' | 'out' => goes ?? (balanceOf(invoice) < 0 ? 'out' : 'in')

/**
 * Why a payment cannot be recorded; undefined means it can. More than is owed is asked about once, and is a credit of the payer
 * then; more than the credit never goes back.
 */
export const refusalToPay = (
  invoice: Pick<Invoice, 'totalCents' | 'paidCents'>,
  given: Pick<GivenPayment, 'cents' | 'day' | 'goes' | 'confirmed'>,
  today: Day,
): PaymentRefusal | undefined => {
  const { cents, day, confirmed } = given
  const owed = balanceOf(invoice)
  if (!(cents > 0)) return 'nothing'
  if (day > today) return 'in-future'
  if (goesOf(invoice, given) === 'out') return cents > -owed ? 'too-much' : undefined
  return cents > Math.max(0, owed) && confirmed !== cents ? 'over' : undefined
}

/** Why a payment cannot be taken back; undefined means it can, once, with a reason. The use of a credit follows by itself. */
export const refusalToUnpay = (
  invoice: Pick<Invoice, 'payments'>,
  id: string,
  reason: string,
): PaymentRefusal | undefined => {
  const payments = paymentsOf(invoice)
  const payment = payments.find((one) => one.id === id)
  if (!payment || payment.method === 'credit' || payment.reverses) return 'no-payment'
  if (payments.some(({ reverses }) => reverses === id)) return 'reversed'
  return reason.trim() ? undefined : 'no-reason'
}

/** What takes a payment back: a check that bounced, or one of another payer. The payment itself stays. */
export const reversalOf = (
  payment: Payment,
  { day, at, by, reason }: Pick<Payment, 'day' | 'at' | 'by'> & { reason: string },
): Payment => ({
  id: `${payment.id}-reversed`,
  method: payment.method,
  reference: payment.reference,
  cents: 0 - payment.cents,
  day,
  at,
  by,
  reverses: payment.id,
  reason,
  ...(payment.batch && { batch: payment.batch, of: payment.of }),
})

/** The invoice's fields once this payment is in. */
export const withPayment = (invoice: Pick<Invoice, 'totalCents' | 'payments'>, payment: Payment) => {
  const payments = [...paymentsOf(invoice), payment]
  const paidCents = sumCents(payments.map(({ cents }) => cents))
  return { payments, paidCents, state: stateOf(invoice.totalCents, paidCents) }
}

/**
 * The next use of a payer's credits: the oldest credit pays the oldest open statement, as far as it goes; undefined when there
 * is no credit or nothing to pay with it.
 */
export const nextCredit = <Open extends Pick<Invoice, 'number' | 'totalCents' | 'paidCents'>>(
  invoices: readonly Open[],
): { from: Open; to: Open; cents: Cents } | undefined => {
  const inOrder = invoices.toSorted((a, b) => (a.number < b.number ? -1 : 1))
  const from = inOrder.find((invoice) => balanceOf(invoice) < 0)
  const to = inOrder.find((invoice) => balanceOf(invoice) > 0)
  return from && to && { from, to, cents: Math.min(-balanceOf(from), balanceOf(to)) }
}

type BillTo = Pick<Organization, 'name' | 'contact' | 'billing'> | null

const addressOf = (organization: NonNullable<BillTo>): string | null =>
  [organization.contact?.name && `Attention: ${organization.contact.name}`, organization.billing?.address]
    .filter(Boolean)
    .join('\n') || null

/** Who stands for the payer of the lines by now: the organization it was merged into, or that a typed name was linked to. */
type PayerNow = { key: string; organization: string | undefined }

/** What makes a statement the only one of its kind: one of a payer and month, or one that was asked for early on a day. */
export const statementKey = (payerKey: string, month: Month, early?: Day): string =>
  `${payerKey}|${month}${early ? `|${early}` : ''}`

/**
 * A statement before it is written. What stands on it of the organization is copied as it is today, so that a later change of
 * the address changes no statement.
 */
export const statementOf = (
  charges: readonly Charge[],
  billTo: BillTo,
  { month, issuedOn, number, payer: now }: { month: Month; issuedOn: Day; number: string; payer?: PayerNow },
) => {
  const lines = charges.map(lineOf)
  // The lines of one payer are for one payer: the latest says how to reach it.
  const payer = charges.toSorted((a, b) => (a.bookedAt < b.bookedAt ? -1 : 1)).at(-1)!
  const termsDays = billTo?.billing?.termsDays ?? USUAL_TERMS_DAYS
  const totalCents = totalOf(lines)
  return {
    number,
    key: statementKey(now?.key ?? payer.payerKey, month),
    state: stateOf(totalCents, 0),
    payerKey: now?.key ?? payer.payerKey,
    payerKind: now?.organization ? ('organization' as const) : payer.payerKind,
    organization: now?.organization ?? idOf(payer.organization),
    person: idOf(payer.person),
    payerName: billTo?.name ?? payer.payerName,
    payerEmail: billTo ? (billTo.billing?.email ?? billTo.contact?.email ?? null) : (payer.payerEmail ?? null),
    payerAddress: billTo ? addressOf(billTo) : (payer.payerAddress ?? null),
    period: month,
    issuedOn,
    dueOn: addDays(issuedOn, termsDays),
    termsDays,
    purchaseOrder: billTo?.billing?.purchaseOrder ?? null,
    references: billTo?.billing?.references ?? null,
    lines,
    totalCents,
    paidCents: 0,
    payments: [] as Payment[],
    linkVersion: 1,
    revision: 1,
  }
}

/** A statement as other programs are told about it. */
export const invoiceEvent = (invoice: Invoice) => ({
  id: invoice.id,
  number: invoice.number,
  payer: { key: invoice.payerKey, kind: invoice.payerKind, name: invoice.payerName },
  period: invoice.period,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  currency: 'USD',
  totalCents: invoice.totalCents,
  paidCents: invoice.paidCents,
  balanceCents: balanceOf(invoice),
  state: invoice.state,
  lines: linesOf(invoice).map(({ charge, cents }) => ({ charge, cents })),
})
