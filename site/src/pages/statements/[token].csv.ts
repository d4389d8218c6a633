import type { APIRoute } from 'astro'
import { GONE } from '../../lib/form/links.ts'
import { noDocument, documentAnswer } from '../../lib/invoices/document.ts'
import { pageOf } from '../../lib/page.ts'

/** A payer's statement as a table, through the same link as the page. */
export const GET: APIRoute = async (context) => {
  const opened = await context.locals.visitor.invoices.document(context.params['token'] ?? '', 'csv')
  if (opened.ok) return documentAnswer(opened.download)
  const { bill } = pageOf(context).t.invoices
  return noDocument(`${bill.gone[opened.refusal].title}. ${bill.help}`, GONE[opened.refusal])
}
