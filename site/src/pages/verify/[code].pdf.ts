import type { APIRoute } from 'astro'
import { pageOf } from '../../lib/page.ts'
import { noDocument, documentAnswer } from '../../lib/invoices/document.ts'

/** An award as a certificate to print. */
export const GET: APIRoute = async (context) => {
  const download = await context.locals.visitor.awards.document(context.params['code'] ?? '')
  return download ? documentAnswer(download) : noDocument(pageOf(context).t.awards.gone)
}
