import type { APIRoute } from 'astro'
import { pageOf } from '../../../../../lib/page.ts'
import { callIn } from '../../../../../lib/selections/call.ts'
import { noDocument, documentAnswer } from '../../../../../lib/invoices/document.ts'

/** The ranking of a call as a table, for the desk. */
export const GET: APIRoute = async (context) => {
  const download = await context.locals.staff?.applications.rankingTable(callIn(context.params['call']))
  return download ? documentAnswer(download) : noDocument(pageOf(context).t.invoices.bill.noFile)
}
