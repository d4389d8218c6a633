import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import { passing } from '../../kernel/queries.ts'
import { PAYER_KIND_LABELS } from '../../registrations/states.ts'
import { yes } from '../../values/cells.ts'
import { dayIn } from '../../values/day.ts'
import { balanceOf, isOverdue } from '../policy.ts'
import { INVOICE_STATE_LABELS, STATEMENT_FILTERS } from '../states.ts'
import { FILTERS } from './staff-queries.ts'

const FIELDS = [
  'number',
  'state',
  'payerKind',
  'payerName',
  'payerEmail',
  'payerAddress',
  'period',
  'issuedOn',
  'dueOn',
  'termsDays',
  'purchaseOrder',
  'totalCents',
  'paidCents',
] as const
type Row = Pick<Invoice, (typeof FIELDS)[number]> & { id: string }

async function* narrowed(pages: AsyncIterable<Row[]>, fits: (row: Row) => boolean): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.filter(fits)
}

/** Every statement, or those the page shows (`show`), the newest first. */
export const statementsTable = (context: Context, { show }: Filter): Promise<Table> => {
  const today = dayIn(context.now, context.zone)
  const columns: Column<Row>[] = [
    { name: 'Statement', of: ({ number }) => number },
    { name: 'Payer', of: ({ payerName }) => payerName },
    { name: 'Kind of payer', of: ({ payerKind }) => PAYER_KIND_LABELS[payerKind] },
    { name: 'E-mail', of: ({ payerEmail }) => payerEmail ?? '' },
    { name: 'Postal address', of: ({ payerAddress }) => payerAddress ?? '' },
    // With the first day, so that no spreadsheet makes another date of a month.
    { name: 'Month, its first day', of: ({ period }) => `${period.slice(0, 7)}-01` },
    { name: 'Made', of: ({ issuedOn }) => issuedOn },
    { name: 'Pay by', of: ({ dueOn }) => dueOn },
    { name: 'Days to pay', of: ({ termsDays }) => termsDays },
    { name: 'Purchase order', of: ({ purchaseOrder }) => purchaseOrder ?? '' },
    { name: 'Total', of: ({ totalCents }) => ({ cents: totalCents }) },
    { name: 'Paid', of: ({ paidCents }) => ({ cents: paidCents }) },
    { name: 'Open', of: (row) => ({ cents: balanceOf(row) }) },
    { name: 'How it stands', of: ({ state }) => INVOICE_STATE_LABELS[state] },
    { name: 'Overdue', of: (row) => yes(isOverdue(row, today)) },
  ]
  const filter = STATEMENT_FILTERS.find((one) => one === show) ?? 'all'
  const pages = passing(context, 'invoices', {}, FIELDS, {
    by: 'number',
    isDescending: true,
  })
  const table = tableOf(
    { name: 'statements', title: 'Statements' },
    columns,
    narrowed(pages, (row) => FILTERS[filter](row, today)),
  )
  return Promise.resolve(table)
}
