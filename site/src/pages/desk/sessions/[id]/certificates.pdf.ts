import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../../lib/invoices/document.ts'
import { pageOf } from '../../../../lib/page.ts'

/** The certificates of a session, in one file to print. */
export const GET: APIRoute = async (context) => {
  const file = await context.locals.staff?.awards.ofSession(context.params['id'] ?? '')
  return file ? documentAnswer(file) : noDocument(pageOf(context).t.staff.roster.noPaper)
}
