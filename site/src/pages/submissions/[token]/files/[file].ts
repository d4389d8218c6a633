import type { APIRoute } from 'astro'
import { attachment, noAttachment } from '../../../../lib/files/attachment.ts'

/** One's own piece of evidence, to be saved; 404 for anybody else's, and for one that is not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const file = await locals.visitor.submissions.file(params['token'] ?? '', params['file'] ?? '')
  return file ? attachment(file) : noAttachment()
}
