import type { Act } from '../../kernel/act.ts'
import { rowsOf } from '../../charges/service/staff-queries.ts'
import { openCharges } from '../actions.ts'
import { linksOf } from '../links.ts'
import { yearsPaid } from '../paid.ts'
import { statementsFor } from '../paying.ts'
import { payersOf } from '../../organizations/queries.ts'
import {
  balanceOf,
  isOver,
  isOverdue,
  linesToBill,
  monthBefore,
  monthOf,
  statementKey,
  totalOf,
  type Month,
} from '../policy.ts'
import type { StatementFilter } from '../states.ts'
import { deskStatement, statementSummary, type DeskStatement, type StatementSummary } from '../view.ts'
import { dayIn, type Day } from '../../values/day.ts'
import { sumCents } from '../../values/money.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { linkFor } from '../../context/links.ts'
import { remitTo } from './documents.ts'
import { every } from '../../kernel/queries.ts'
import type { OtherOpen, PreviewView, StatementDetail, StatementsView } from './staff-views.ts'

// What a registrar reads about money.

const MONTHS_SHOWN = 12

type Billed = Pick<Invoice, 'totalCents' | 'paidCents' | 'dueOn'>
const isOpen = (invoice: Billed): boolean => balanceOf(invoice) !== 0

/** Which statements each way of narrowing the list shows. */
export const FILTERS = {
  all: () => true,
  open: (invoice) => isOpen(invoice),
  overdue: (invoice, today) => isOverdue(invoice, today),
  paid: (invoice) => !isOpen(invoice),
} satisfies Record<StatementFilter, (invoice: Billed, today: Day) => boolean>

/** The month that has just ended, and those before it. */
export const monthsUntil = (today: Day): Month[] => {
  const months = [monthBefore(monthOf(today))]
  while (months.length < MONTHS_SHOWN) months.push(monthBefore(months.at(-1)!))
  return months
}

/** The statements that could be made for a month now. */
export const previewOf = async (context: Context, month: Month, today: Day): Promise<PreviewView> => {
  const made = await every(context, 'invoices', { period: { equals: month } })
  const who = await payersOf(context.payload)
  const monthly = made.filter(({ key, payerKey }) => key === statementKey(payerKey, month))
  const billed = new Set(monthly.map(({ payerKey }) => who.now(payerKey)))
  const due = linesToBill(await openCharges(context.payload, month), month, new Set(), who)
  const names = await context.organizations()
  const payers = [...due].filter(([payerKey]) => !billed.has(payerKey))
  return {
    month,
    isOver: isOver(month, today),
    payers: payers.map(([payerKey, charges]) => ({
      key: payerKey,
      name: names.get(who.organization(payerKey) ?? '')?.name ?? charges[0]!.payerName,
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

export const invoiceNumbered = async (context: Context, number: string): Promise<Invoice | undefined> =>
  (await every(context, 'invoices', { number: { equals: number } }, { limit: 1 }))[0]

/** The other statements of a payer on which something is owed: one check may pay them together. */
const otherOpen = async (context: Context, invoice: Invoice): Promise<OtherOpen[]> => {
  const all = await statementsFor(context, invoice.payerKey)
  return all
    .filter((one) => one.id !== invoice.id && balanceOf(one) > 0)
    .map((one) => ({ number: one.number, revision: one.revision, balanceCents: balanceOf(one) }))
}

/** One statement, with the link its payer has. */
export const detailOf = async (context: Context, act: Act, number: string): Promise<StatementDetail | undefined> => {
  const invoice = await invoiceNumbered(context, number)
  if (!invoice) return undefined
  const today = dayIn(act.now, act.zone)
  const statement: DeskStatement = deskStatement(
    invoice,
    await remitTo(await context.source.read(), context),
    today,
    await linksOf(context.payload, invoice),
  )
  const charges = await every(context, 'charges', { id: { in: statement.standing.map(({ charge }) => charge) } })
  const rows = new Map((await rowsOf(context, charges)).map((row) => [row.id, row]))
  return {
    statement,
    link: await linkFor(context, 'statement', invoice),
    reversed: statement.standing.flatMap(({ charge }) => (rows.get(charge)?.isReversed ? [charge] : [])),
    others: await otherOpen(context, invoice),
    years: yearsPaid(await statementsFor(context, invoice.payerKey)),
  }
}
