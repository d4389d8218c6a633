import type { FieldErrors } from '#collections/registrations/view.ts'

type Issue = { path: readonly PropertyKey[]; message: string }

/** What zod complains about, as one sentence for each field: the first is the one to mend first. */
export const fieldErrors = (issues: readonly Issue[]): FieldErrors => {
  const errors: FieldErrors = {}
  for (const { path, message } of issues) errors[String(path[0] ?? 'form')] ??= message
  return errors
}

/** How much a kind of answer is wanted, from 0 to 1 (RFC 9110, 12.5.1). */
const wish = (accept: string, type: string): number => {
  const ranges = accept.split(',').map((range) => range.trim().toLowerCase().split(';'))
  const [family] = type.split('/')
  for (const pattern of [type, `${family}/*`, '*/*']) {
    const found = ranges.find(([name]) => name?.trim() === pattern)
    if (!found) continue
    const quality = found.slice(1).find((parameter) => parameter.trim().startsWith('q='))
    const value = quality === undefined ? 1 : Number(quality.trim().slice(2))
    return Number.isFinite(value) ? value : 0
  }
  return 0
}

/** True for a program that would rather have JSON than a page. Browsers never say so. */
export const wantsJson = ({ headers }: Request): boolean => {
  const accept = headers.get('accept') ?? ''
  return wish(accept, 'application/json') > wish(accept, 'text/html')
}

/** For an answer that belongs to one person: no cache keeps it, no search engine lists it, no link carries its address on. */
export const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
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
