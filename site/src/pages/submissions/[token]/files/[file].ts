import type { APIRoute } from 'astro'
import { evidenceAnswer, noAttachment } from '../../../../lib/files/attachment.ts'

/** One's own piece of evidence, to be saved or shown, all of it or a part; 404 for anybody else's, and for one that is not there. */
export const GET: APIRoute = async ({ params, locals, request }) => {
  const file = await locals.visitor.submissions.file(params['token'] ?? '', params['file'] ?? '')
  return file ? evidenceAnswer(request, file) : noAttachment()
}
