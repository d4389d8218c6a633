import type { APIRoute } from 'astro'
import { attachment } from '../../../lib/attachment.ts'

/** A permission letter, to be saved; 404 for anyone the desk is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const letter = await locals.staff?.letter(params['file'] ?? '')
  if (!letter) return new Response('There is no such letter.\n', { status: 404 })
  return new Response(letter.bytes, { headers: attachment(letter.name, letter.type) })
}
