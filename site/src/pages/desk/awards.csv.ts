import type { APIRoute } from 'astro'
import { noDocument, documentAnswer } from '../../lib/invoices/document.ts'
import { pageOf } from '../../lib/page.ts'

/** Every award that was ever given, as a table. */
export const GET: APIRoute = async (context) => {
  const paper = await context.locals.staff?.awards.csv()
  return paper ? documentAnswer(paper) : noDocument(pageOf(context).t.awards.gone)
}
