import type { APIRoute } from 'astro'
import { attachment, noAttachment } from '../../../lib/files/attachment.ts'

/** A permission letter, to be saved; 404 for anyone the desk is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const letter = await locals.staff?.files.permissionLetter(params['file'] ?? '')
  return letter ? attachment(letter) : noAttachment()
}
