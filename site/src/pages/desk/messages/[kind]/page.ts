import type { APIRoute } from 'astro'
import { sampleLetter } from '../../../../lib/messages/preview.ts'

/** The message alone, for the frame in which it is shown. */
export const GET: APIRoute = async ({ params, locals }) => {
  const letter = await sampleLetter(params['kind'], locals)
  if (!letter) return new Response(null, { status: 404 })
  return new Response(letter.rendered.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
