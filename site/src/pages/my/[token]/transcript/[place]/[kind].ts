import type { APIRoute } from 'astro'
import { documentAnswer, noDocument } from '../../../../../lib/invoices/document.ts'
import { pageOf } from '../../../../../lib/page.ts'
import { periodIn, transcriptKind } from '../../../../../lib/transcripts/download.ts'

/** One's own transcript, as a document or a table. */
export const GET: APIRoute = async (context) => {
  const { token = '', place = '', kind: asked } = context.params
  const kind = transcriptKind(asked)
  const period = periodIn(context.url.searchParams)
  const file = kind && (await context.locals.visitor.transcripts.download(token, Number(place), period, kind))
  return file ? documentAnswer(file) : noDocument(pageOf(context).t.transcript.gone)
}
