import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../../lib/invoices/document.ts'
import { pageOf } from '../../../../lib/page.ts'

/** Name tags of a session, for a sheet of labels. */
export const GET: APIRoute = async (context) => {
  const file = await context.locals.staff?.sessions.nameTags(context.params['id'] ?? '')
  return file ? documentAnswer(file) : noDocument(pageOf(context).t.staff.roster.noPaper)
}
