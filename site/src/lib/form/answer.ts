import type { FieldErrors } from '#collections/kernel/outcome.ts'
import { refusalBody, type Told } from '#collections/kernel/refusal-body.ts'

type Issue = { path: readonly PropertyKey[]; message: string }

/** What zod complains about, as one sentence for each field: the first is the one to mend first. */
export const fieldErrors = (issues: readonly Issue[]): FieldErrors => {
  const errors: FieldErrors = {}
  for (const { path, message } of issues) errors[String(path[0] ?? 'form')] ??= message
  return errors
}

/** How much a kind of answer is wanted, from 0 to 1, and whether it is asked for by name (RFC 9110, 12.5.1). */
const wish = (accept: string, type: string): { quality: number; isNamed: boolean } => {
  const ranges = accept.split(',').map((range) => range.trim().toLowerCase().split(';'))
  const [family] = type.split('/')
  for (const pattern of [type, `${family}/*`, '*/*']) {
    const found = ranges.find(([name]) => name?.trim() === pattern)
    if (!found) continue
    const stated = found.slice(1).find((parameter) => parameter.trim().startsWith('q='))
    const quality = stated === undefined ? 1 : Number(stated.trim().slice(2))
    return { quality: Number.isFinite(quality) ? quality : 0, isNamed: pattern === type }
  }
  return { quality: 0, isNamed: false }
}

/** True for a program that would rather have JSON than a page. Browsers never say so. */
export const wantsJson = ({ headers }: Request): boolean => {
  const accept = headers.get('accept') ?? ''
  const [data, page] = [wish(accept, 'application/json'), wish(accept, 'text/html')]
  if (data.quality === page.quality) return data.quality > 0 && data.isNamed && !page.isNamed
  return data.quality > page.quality
}

/**
 * For an answer that belongs to one person: no cache keeps it, no search engine lists it, no link to another site carries its
 * address on. Not `no-referrer`: a browser then posts the forms of the page without saying that they are ours.
 */
export const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
} as const

/** Marks the answer of a page as one person's own. */
export const keepPrivate = ({ headers }: { headers: Headers }): void => {
  for (const [name, value] of Object.entries(PRIVATE)) headers.set(name, value)
}

/** Sends the browser on with a GET, so that loading the page again does not post again. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...PRIVATE, Location: location } })

export const json = (status: number, body: object): Response => Response.json(body, { status, headers: PRIVATE })

/** Why not, for a program. */
export const jsonRefusal = (status: number, told: Told): Response => json(status, refusalBody(told))
