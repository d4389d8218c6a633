import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../../lib/invoices/document.ts'
import { yearIn } from '../../../../lib/invoices/paid.ts'
import { pageOf } from '../../../../lib/page.ts'

/** What came from the payer of a statement in a year, as a letter. */
export const GET: APIRoute = async (context) => {
  const year = yearIn(context.url)
  const file = year && (await context.locals.staff?.invoices.paidLetter(context.params['number'] ?? '', year))
  return file ? documentAnswer(file) : noDocument(pageOf(context).t.invoices.bill.noFile)
}
