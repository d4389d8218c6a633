import type { Payload } from 'payload'
import type { Charge, Invoice } from '../kernel/payload-types.ts'
import type { Act } from '../kernel/act.ts'
import { writeEntry } from '../kernel/audit.ts'
import { create } from '../kernel/change.ts'
import { compareAndSet } from '../kernel/keyed.ts'
import { every, first, one } from '../kernel/queries.ts'
import { payersOf } from '../organizations/queries.ts'
import { dayIn } from '../values/day.ts'
import { formatMoney } from '../values/money.ts'
import {
  invoiceEvent,
  isOver,
  lastDayOf,
  linesOf,
  linesToBill,
  monthOf,
  numberAfter,
  stateOf,
  statementKey,
  statementOf,
  type Month,
} from './policy.ts'
import { statementsFor } from './paying.ts'
import { inTurn } from './turns.ts'

const ATTEMPTS = 20

/** Lines on no statement yet, booked up to the month's end, and whatever takes one of them back. */
export const openCharges = (payload: Payload, month: Month): Promise<Charge[]> =>
  every(
    { payload },
    'charges',
    {
      and: [
        { invoice: { exists: false } },
        { or: [{ bookedOn: { less_than_equal: lastDayOf(month) } }, { reverses: { exists: true } }] },
      ],
    },
    { sort: 'bookedAt' },
  )

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
const makeOne = async (act: Act, month: Month, payerKey: string, early?: string): Promise<Invoice | undefined> => {
  const { payload, now, zone } = act
  const issuedOn = dayIn(now, zone)
  const year = Number(issuedOn.slice(0, 4))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = numberAfter(await highestNumber(payload, year), year)
    const payers = await payersOf(payload)
    const earlier = await statementsFor(act, payerKey)
    const taken = new Set(earlier.flatMap((invoice) => linesOf(invoice).map(({ charge }) => charge)))
    const key = statementKey(payerKey, month, early)
    const made = earlier.find((one) => one.key === key)
    const charges = linesToBill(await openCharges(payload, month), month, taken, payers).get(payerKey)
    if (made || !charges) return undefined
    const organization = payers.organization(payerKey)
    const billTo = organization ? ((await one(act, 'organizations', organization)) ?? null) : null
    // A line of long ago may name an organization that is gone.
    const payer = { key: payerKey, organization: billTo?.id }
    const statement = { ...statementOf(charges, billTo, { month, issuedOn, number, payer }), key }
    // The log has it once its lines know their statement.
    const invoice = await create(act, 'invoices', statement, null)
    if (invoice) return invoice
  }
  throw new Error(`No number could be had for the statement of ${payerKey}, ${month}.`)
}

/**
 * The statement of one payer with everything booked until now, although the month is not over; at most one a day. What is booked
 * later in the month is on the statement of the month. Answers with its number; undefined where there is nothing to bill.
 */
export const makeStatementNow = (act: Act, payerKey: string): Promise<string | undefined> =>
  inTurn(act.payload, async () => {
    const today = dayIn(act.now, act.zone)
    const invoice = await makeOne(act, monthOf(today), payerKey, today)
    if (!invoice) return undefined
    await markLines(act.payload, invoice)
    await announceStatement(act, invoice)
    return invoice.number
  })

export type Made = { ok: true; numbers: string[] } | { ok: false; refusal: 'not-over' }

/**
 * Makes the statement of every payer with lines booked up to the end of the month, which has to be over. Done again it makes
 * only what is missing: nothing, or the statements a stopped process left out.
 */
export const makeStatements = (act: Act, month: Month): Promise<Made> =>
  inTurn(act.payload, async () => {
    if (!isOver(month, dayIn(act.now, act.zone))) return { ok: false, refusal: 'not-over' }
    const numbers: string[] = []
    const open = await openCharges(act.payload, month)
    for (const payerKey of linesToBill(open, month, new Set(), await payersOf(act.payload)).keys()) {
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
  writeEntry(act, {
    key: `invoice:${invoice.id}:issued`,
    kind: 'invoice.issued',
    summary: `Statement ${invoice.number} for ${invoice.payerName}: ${formatMoney(invoice.totalCents)}`,
    data: invoiceEvent({ ...invoice, paidCents: 0, state: stateOf(invoice.totalCents, 0) }),
  })
