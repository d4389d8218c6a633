import { createHash } from 'node:crypto'

const YEAR = 31_536_000

/** For addresses that change when what they lead to does. */
export const IMMUTABLE = `public, max-age=${YEAR}, immutable`

const tagOf = (body: string): string => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

const tagsIn = (header: string | null): string[] => (header ?? '').split(',').map((tag) => tag.trim())

/**
 * A generated file, or 304 for whoever has it already: calendar programs and feed readers ask again every hour, and mostly
 * nothing has changed.
 */
export const answer = (request: Request, body: string, headers: Record<string, string>): Response => {
  const tag = tagOf(body)
  const known = tagsIn(request.headers.get('if-none-match'))
  if (known.includes(tag) || known.includes('*'))
    return new Response(null, { status: 304, headers: { ...headers, ETag: tag } })
  return new Response(body, { headers: { ...headers, ETag: tag } })
}

/** Nothing is at this address, said in one sentence: a calendar program has no use for a page. */
export const absent = (sentence: string): Response =>
  new Response(`${sentence}\n`, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
