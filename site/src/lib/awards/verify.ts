import type { PublicServices } from '#collections/services/public.ts'
import type { Checked } from '#collections/awards/service/check.ts'
import { isCode } from '#collections/awards/policy.ts'
import { isUnreadable, readSent, valueOf, type Unreadable } from '../forms/body.ts'

/** Characters, and bytes of a file: many times what a badge of the longest credential has. */
const LARGEST = 64_000

export type CheckTurn =
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'form'; status: 422; error: 'missing' | 'tooLarge' }
  | { show: 'award'; code: string }
  | { show: 'result'; checked: Checked }

/** The code in the address of an award, or by itself, however it was copied. */
const codeIn = (text: string): string | undefined => {
  const end =
    text
      .split(/[/?#]/)
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  return isCode(end.toLowerCase()) ? end.toLowerCase() : undefined
}

/** What somebody brought to be checked: a file, or else what they pasted. Nothing of it is kept. */
export const checkSent = async (desk: PublicServices, request: Request, origin: string): Promise<CheckTurn> => {
  const sent = await readSent(request, origin)
  if (isUnreadable(sent)) return { show: 'unreadable', ...sent }
  const file = sent.files.get('file')
  if (file && file.size > LARGEST) return { show: 'form', status: 422, error: 'tooLarge' }
  const text = (file ? await file.text() : valueOf(sent, 'text')).trim()
  if (text.length > LARGEST) return { show: 'form', status: 422, error: 'tooLarge' }
  if (text === '') return { show: 'form', status: 422, error: 'missing' }
  const code = codeIn(text)
  return code ? { show: 'award', code } : { show: 'result', checked: await desk.awards.check(text) }
}

/** Which seal a result wears: what is not ours, or was changed, holds as little as what was taken back. */
export const sealOf = ({ result }: Checked): 'valid' | 'expired' | 'revoked' =>
  result === 'valid' || result === 'expired' ? result : 'revoked'

/** What other programs read, on whatever site they run; it belongs to nobody in particular. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' } as const

export const openJson = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { ...OPEN, 'X-Robots-Tag': 'noindex' } })

/**
 * A signed badge as a file. By the registry of W3C it is `application/vc+jwt`; Open Badges 3.0 calls the same `text/plain`,
 * which whoever asks for it gets.
 */
export const badgeFile = (signed: string, code: string, request: Request): Response => {
  const isPlain = (request.headers.get('accept') ?? '').startsWith('text/plain')
  return new Response(signed, {
    headers: {
      ...OPEN,
      'Content-Type': isPlain ? 'text/plain; charset=utf-8' : 'application/vc+jwt',
      'Content-Disposition': `attachment; filename="badge-${code}.jwt"`,
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  })
}

/** A program that asks the page of an award for the badge itself. */
export const wantsBadge = ({ headers }: Request): boolean =>
  /\bapplication\/vc\+jwt\b/i.test(headers.get('accept') ?? '')
