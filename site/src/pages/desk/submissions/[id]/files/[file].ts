import type { APIRoute } from 'astro'
import { attachment, noAttachment } from '../../../../../lib/files/attachment.ts'

/** A piece of evidence, to be saved; 404 for anyone it is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const file = await locals.staff?.submissions.file(params['id'] ?? '', params['file'] ?? '')
  return file ? attachment(file) : noAttachment()
}
