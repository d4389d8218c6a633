import { Readable } from 'node:stream'
import type { APIRoute } from 'astro'
import { PRIVATE } from '../../../../lib/form-answer.ts'
import { attachment } from '../../../../lib/attachment.ts'

/** One's own piece of evidence, to be saved; 404 for anybody else's, and for one that is not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const file = await locals.desk.ownFile(params['token'] ?? '', params['file'] ?? '')
  if (!file) return new Response('There is no such file.\n', { status: 404, headers: PRIVATE })
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: { ...PRIVATE, ...attachment(file.name, file.type), 'Content-Length': String(file.size) },
  })
}
