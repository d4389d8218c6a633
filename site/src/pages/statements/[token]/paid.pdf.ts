import type { APIRoute } from 'astro'
import { GONE } from '../../../lib/form/links.ts'
import { documentAnswer, noDocument } from '../../../lib/invoices/document.ts'
import { yearIn } from '../../../lib/invoices/paid.ts'
import { pageOf } from '../../../lib/page.ts'

/** What a payer paid in a year, as a letter, through the link to one of their statements. */
export const GET: APIRoute = async (context) => {
  const { bill } = pageOf(context).t.invoices
  const year = yearIn(context.url)
  if (!year) return noDocument(bill.noFile)
  const opened = await context.locals.visitor.invoices.paidLetter(context.params['token'] ?? '', year)
  if (opened.ok) return documentAnswer(opened.download)
  return noDocument(`${bill.gone[opened.refusal].title}. ${bill.help}`, GONE[opened.refusal])
}
