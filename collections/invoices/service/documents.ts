import { statementCsv } from '../csv.ts'
import { linksOf } from '../links.ts'
import { statementView, type RemitTo, type StatementView } from '../view.ts'
import { dayIn } from '../../values/day.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import type { Invoice } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { deskOf } from '../../registrations/service/facts.ts'
import { statementPdf } from './pdf.ts'

const BILLING_SLUG = 'billing-office'

/** Where money is sent, and who answers questions about it: the billing office, else the desk. */
export const remitTo = async (snapshot: Snapshot, context: Context): Promise<RemitTo> => {
  const { contacts } = snapshot.documents
  const billing = [...contacts.values()].find(({ slug }) => slug === BILLING_SLUG)
  const { email, phone } = billing ?? deskOf(snapshot, context)
  return { ...(await context.agency()), email, phone: phone ?? null }
}

export const viewOf = async (context: Context, invoice: Invoice): Promise<StatementView> =>
  statementView(
    invoice,
    await remitTo(await context.source.read(), context),
    dayIn(context.now, context.zone),
    await linksOf(context.payload, invoice),
  )

/** A file as it is sent. */
export type Download = { name: string; type: string; body: Uint8Array }

/** A table for accounting, or for a spreadsheet. */
export const csvDownload = (name: string, table: string): Download => ({
  name: `${name}.csv`,
  type: 'text/csv; charset=utf-8',
  body: new TextEncoder().encode(table),
})

/** A statement as a document to print, or as a table for accounting. */
export const downloadOf = async (context: Context, invoice: Invoice, kind: 'pdf' | 'csv'): Promise<Download> => {
  const view = await viewOf(context, invoice)
  const name = `statement-${view.number}`
  if (kind === 'csv') return csvDownload(name, statementCsv(view))
  const { circles } = await context.source.read()
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    body: await statementPdf(
      view,
      circles.map(({ color }) => color),
    ),
  }
}
