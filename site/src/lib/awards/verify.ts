import type { APIContext } from 'astro'
import type { AwardView } from '#collections/awards/view.ts'
import type { PublicServices } from '#collections/services/public.ts'
import type { Checked } from '#collections/awards/service/check.ts'
import { isCode } from '#collections/awards/policy.ts'
import { statusText } from '#collections/awards/words.ts'
import { paths } from '#collections/kernel/paths.ts'
import { refusalBody } from '#collections/kernel/refusal-body.ts'
import type { Messages } from '../../messages/index.ts'
import { absent } from '../catalog/answer.ts'
import { pageOf } from '../page.ts'
import { valueOf } from '../form/body.ts'
import { finished, formPage, type Turn } from '../form/page.ts'

/** Characters, and bytes of a file: many times what a badge of the longest credential has, also within a picture. */
const LARGEST = 400_000

export type CheckTurn = Turn<{ checked?: Checked }>

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

type Words = Pick<Messages['awards'], 'check' | 'results'>

const failed = (text: string): CheckTurn => ({ show: 'form', status: 422, errors: { text } })

const bodyOf = ({ result, award }: Checked, { results }: Words): object => ({
  result,
  message: `${results[result].title}. ${results[result].text}`,
  award: award && { title: award.title, status: statusText(award), code: award.code },
})

/** The page on which one checks what one was shown: a file, or else what was pasted. Nothing of it is kept. */
export const checkPage = (
  visitor: PublicServices,
  request: Request,
  origin: string,
  words: Words,
): Promise<CheckTurn> =>
  formPage<object, CheckTurn>(request, origin, {
    open: () => Promise.resolve({}),
    view: () => ({ show: 'form', status: 200, errors: {} }),
    act: async (sent) => {
      const file = sent.files.get('file')
      if (file && file.size > LARGEST) return failed(words.check.tooLarge)
      const text = (file ? visitor.awards.textIn(await file.arrayBuffer()) : valueOf(sent, 'text')).trim()
      if (text.length > LARGEST) return failed(words.check.tooLarge)
      if (text === '') return failed(words.check.missing)
      const code = codeIn(text)
      if (code) return finished(paths.verify(code))
      const checked = await visitor.awards.check(text)
      return { show: 'form', status: 200, errors: {}, checked, body: bodyOf(checked, words) }
    },
  })

/** Which seal a result wears: what is not ours, or was changed, holds as little as what was taken back. */
export const sealOf = ({ result }: Checked): 'valid' | 'expired' | 'revoked' =>
  result === 'valid' || result === 'expired' ? result : 'revoked'

/** What other programs read, on whatever site they run; it belongs to nobody in particular. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' } as const

export const openJson = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { ...OPEN, 'X-Robots-Tag': 'noindex' } })

/** No award has this code, for a program. */
export const noAward = (message: string): Response => openJson(refusalBody({ message, reason: 'missing' }), 404)

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

const PICTURES = { png: 'image/png', svg: 'image/svg+xml' } as const

/** A picture for whoever shows a badge, on whatever site. Nothing in it runs. */
export const picture = (bytes: Buffer, kind: keyof typeof PICTURES, name?: string): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      ...OPEN,
      'Content-Type': PICTURES[kind],
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      ...(name && { 'Content-Disposition': `inline; filename="${name}"` }),
    },
  })

/** The picture of an award at its address. */
export const pictureAnswer = async (context: APIContext, kind: keyof typeof PICTURES): Promise<Response> => {
  const code = context.params['code'] ?? ''
  const bytes = await context.locals.visitor.awards.picture(code, kind)
  return bytes ? picture(bytes, kind, `badge-${code}.${kind}`) : absent(pageOf(context).t.awards.gone)
}

/**
 * Where LinkedIn takes a certification, filled in: what, from whom, when, until when, and where it is checked. The holder looks it
 * through and saves it there; nothing is sent before.
 */
export const linkedInAddress = (
  { title, code, awardedAt, expiresAt, zone }: AwardView,
  issuer: string,
  origin: string,
): string => {
  const [from, until] = [awardedAt, expiresAt].map((at) => at?.toZonedDateTimeISO(zone))
  const fields = {
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
    issueYear: from?.year,
    issueMonth: from?.month,
    expirationYear: until?.year,
    expirationMonth: until?.month,
    certUrl: origin + paths.verify(code),
    certId: code,
  }
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `https://www.linkedin.com/profile/add?${new URLSearchParams(given)}`
}

/** A program that asks the page of an award for the badge itself. */
export const wantsBadge = ({ headers }: Request): boolean =>
  /\bapplication\/vc\+jwt\b/i.test(headers.get('accept') ?? '')
