import type { APIRoute } from 'astro'
import { noDocument, documentAnswer } from '../../lib/invoices/document.ts'
import { pageOf } from '../../lib/page.ts'

/** Every award that was ever given, as a table. */
export const GET: APIRoute = async (context) => {
  const download = await context.locals.staff?.awards.csv()
  return download ? documentAnswer(download) : noDocument(pageOf(context).t.awards.gone)
}
