import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../lib/invoices/document.ts'
import { reportPeriod } from '../../../lib/reports/period.ts'
import { pageOf } from '../../../lib/page.ts'

/** A report as a document or a table. */
export const GET: APIRoute = async ({ params, url, locals }) => {
  const { staff } = locals
  const { kind } = params
  if (!staff || (kind !== 'pdf' && kind !== 'csv')) return noDocument(pageOf({ locals }).t.ownData.gone)
  return documentAnswer(await staff.reports.download(reportPeriod(url.searchParams, staff.today).period, kind))
}
