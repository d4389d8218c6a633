import type { APIRoute } from 'astro'
import { evidenceAnswer, noAttachment } from '../../../../../lib/files/attachment.ts'

/** A piece of evidence, to be saved or shown, all of it or a part; 404 for anyone it is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals, request }) => {
  const file = await locals.staff?.submissions.file(params['id'] ?? '', params['file'] ?? '')
  return file ? evidenceAnswer(request, file) : noAttachment()
}
