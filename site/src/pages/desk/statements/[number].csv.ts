import type { APIRoute } from 'astro'
import { noDocument, documentAnswer } from '../../../lib/invoices/document.ts'
import { pageOf } from '../../../lib/page.ts'

/** A statement as a table, for the desk. */
export const GET: APIRoute = async (context) => {
  const download = await context.locals.staff?.invoices.document(context.params['number'] ?? '', 'csv')
  return download ? documentAnswer(download) : noDocument(pageOf(context).t.invoices.bill.noFile)
}
