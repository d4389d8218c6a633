import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../../../lib/invoices/document.ts'
import { pageOf } from '../../../../../lib/page.ts'
import { periodIn, transcriptKind } from '../../../../../lib/transcripts/download.ts'

/** A person’s transcript, for the desk to send on. */
export const GET: APIRoute = async (context) => {
  const kind = transcriptKind(context.params['kind'])
  const period = periodIn(context.url.searchParams)
  const file = kind && (await context.locals.staff?.transcripts.download(context.params['id'] ?? '', period, kind))
  return file ? documentAnswer(file) : noDocument(pageOf(context).t.transcript.gone)
}
