import type { Where } from 'payload'
import type { Act } from '../../kernel/act.ts'
import { reversalKey } from '../../charges/policy.ts'
import { openCharges } from '../actions.ts'
import { balanceOf, isOver, linesToBill, monthBefore, monthOf, totalOf, type Month } from '../policy.ts'
import type { StatementFilter } from '../states.ts'
import { deskStatement, statementSummary, type DeskStatement, type StatementSummary } from '../view.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn, type Day } from '../../values/day.ts'
import { sumCents } from '../../values/money.ts'
import type { Charge, Invoice } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { remitTo } from './documents.ts'
import { every } from '../../kernel/queries.ts'
import type { ChargeRow, ChargesView, PreviewView, StatementDetail, StatementsView, Unpriced } from './staff-views.ts'

// What a registrar reads about money.

const MONTHS_SHOWN = 12
const MOST_LINES = 500

const isOpen = (invoice: Invoice): boolean => balanceOf(invoice) !== 0

const FILTERS = {
  all: () => true,
  open: (invoice) => isOpen(invoice),
  overdue: (invoice, today) => statementSummary(invoice, today).isOverdue,
  paid: (invoice) => !isOpen(invoice),
} satisfies Record<StatementFilter, (invoice: Invoice, today: Day) => boolean>

/** The month that has just ended, and those before it. */
export const monthsUntil = (today: Day): Month[] => {
  const months = [monthBefore(monthOf(today))]
  while (months.length < MONTHS_SHOWN) months.push(monthBefore(months.at(-1)!))
  return months
}

/** The statements that could be made for a month now. */
export const previewOf = async (context: Context, month: Month, today: Day): Promise<PreviewView> => {
  const made = await every(context, 'invoices', { period: { equals: month } })
  const billed = new Set(made.map(({ payerKey }) => payerKey))
  const due = linesToBill(await openCharges(context.payload, month), month)
  const payers = [...due].filter(([payerKey]) => !billed.has(payerKey))
  return {
    month,
    isOver: isOver(month, today),
    payers: payers.map(([, charges]) => ({
      name: charges[0]!.payerName,
      lines: charges.map(({ id, name, courseTitle, day, kind, rule, cents }) => ({
        id,
        name,
        course: courseTitle,
        day,
        kind,
        rule,
        cents,
      })),
      totalCents: totalOf(charges),
    })),
    totalCents: sumCents(payers.map(([, charges]) => totalOf(charges))),
  }
}

/** The statements of every payer, the newest first. */
export const statementsOf = async (context: Context, filter: StatementFilter, today: Day): Promise<StatementsView> => {
  const invoices = await every(context, 'invoices', {}, { sort: '-number' })
  const counts = Object.fromEntries(
    Object.entries(FILTERS).map(([name, fits]) => [name, invoices.filter((invoice) => fits(invoice, today)).length]),
  ) as Record<StatementFilter, number>
  const shown: StatementSummary[] = invoices
    .filter((invoice) => FILTERS[filter](invoice, today))
    .map((invoice) => statementSummary(invoice, today))
  return { filter, counts, shown, owedCents: sumCents(shown.map(({ balanceCents }) => balanceCents)) }
}

/** Lines with what can be done with each: one that is taken back, or takes another one back, stays as it is. */
export const rowsOf = async (context: Context, charges: readonly Charge[]): Promise<ChargeRow[]> => {
  const keys = charges.map(({ id }) => reversalKey(id))
  const reversed = new Set((await every(context, 'charges', { key: { in: keys } })).map(({ key }) => key))
  const invoices = await every(context, 'invoices', {
    id: { in: [...new Set(charges.flatMap(({ invoice }) => idOf(invoice) ?? []))] },
  })
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]))
  return charges.map((charge) => ({
    id: charge.id,
    kind: charge.kind,
    name: charge.name,
    course: charge.courseTitle,
    day: charge.day,
    rule: charge.rule,
    cents: charge.cents,
    payerKey: charge.payerKey,
    payerName: charge.payerName,
    bookedOn: charge.bookedOn,
    registration: idOf(charge.registration) ?? null,
    statement: numbers.get(idOf(charge.invoice) ?? '') ?? null,
    isReversed: reversed.has(reversalKey(charge.id)),
    canReverse: charge.kind !== 'reversal' && !reversed.has(reversalKey(charge.id)),
  }))
}

/** Lines of a registration or a payer. */
export const chargesOf = async (
  context: Context,
  search: { registration?: string; payer?: string },
): Promise<ChargesView> => {
  const where: Where = {
    and: [
      ...(search.registration ? [{ registration: { equals: search.registration } }] : []),
      ...(search.payer ? [{ payerName: { like: search.payer } }] : []),
    ],
  }
  const rows = await rowsOf(context, await every(context, 'charges', where, { sort: '-bookedAt', limit: MOST_LINES }))
  const payers = Map.groupBy(rows, ({ payerKey }) => payerKey)
  return {
    payers: [...payers.values()].map((rows) => ({
      name: rows[0]!.payerName,
      rows,
      totalCents: sumCents(rows.map(({ cents }) => cents)),
    })),
    isCut: rows.length === MOST_LINES,
  }
}

/** Places whose price was on request when they were registered for, and that nobody has settled. */
export const unpricedOf = async (context: Context): Promise<Unpriced[]> => {
  const events = await every(context, 'events', { kind: { equals: 'registration.unpriced' } }, { sort: 'at' })
  const ids = events.flatMap(({ registration }) => idOf(registration) ?? [])
  const keys = ids.flatMap((id) => [`registration:${id}:rate`, `registration:${id}:free`])
  if (keys.length === 0) return []
  const [charges, settled, registrations] = await Promise.all([
    every(context, 'charges', { key: { in: keys } }),
    every(context, 'events', { key: { in: keys } }),
    every(context, 'registrations', { id: { in: ids } }),
  ])
  const done = new Set([...charges, ...settled].map(({ key }) => key.split(':')[1]))
  return registrations
    .filter(({ id }) => !done.has(id))
    .map((registration) => ({
      registration: registration.id,
      name: registration.name,
      title: registration.title ?? '',
      payerName: registration.payer.name,
    }))
}

export const invoiceNumbered = async (context: Context, number: string): Promise<Invoice | undefined> =>
  (await every(context, 'invoices', { number: { equals: number } }, { limit: 1 }))[0]

/** One statement, with the link its payer has. */
export const detailOf = async (context: Context, act: Act, number: string): Promise<StatementDetail | undefined> => {
  const invoice = await invoiceNumbered(context, number)
  if (!invoice) return undefined
  const today = dayIn(act.now, act.zone)
  const statement: DeskStatement = deskStatement(invoice, await remitTo(await context.source.read(), context), today)
  const charges = await every(context, 'charges', { id: { in: statement.lines.map(({ charge }) => charge) } })
  const rows = new Map((await rowsOf(context, charges)).map((row) => [row.id, row]))
  const token = await context.tokens.sign('statement', { i: invoice.id, v: invoice.linkVersion }, act.now)
  return {
    statement,
    link: context.siteUrl + paths.bill(token),
    reversed: statement.lines.flatMap(({ charge }) => (rows.get(charge)?.isReversed ? [charge] : [])),
  }
}
