import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

// A public page as it is kept: its bytes as they go out, for whoever takes them compressed or not.

const ENCODINGS = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof ENCODINGS)[number]

/** Worked out once for each edition of a page, so that a little more time is well spent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const COMPRESS = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: promisify(gzip),
  identity: async (body: Buffer) => body,
} satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>

/** Smaller answers are not worth compressing; bytes. */
const WORTH = 512

const TAKES = { br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/, gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/ }

/** The best encoding somebody takes (RFC 9110, 12.5.3); a coding with a weight of zero is not taken. */
export const encodingFor = (accepts: string | undefined, length: number): Encoding => {
  if (!accepts || length < WORTH) return 'identity'
  if (TAKES.br.test(accepts)) return 'br'
  return TAKES.gzip.test(accepts) ? 'gzip' : 'identity'
}

/** Whether what somebody has is still the same (RFC 9110, 13.1.2: compared weakly). */
export const isSame = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined &&
  (asked.trim() === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))

type Form = { etag: string; body: Buffer; head: string[] }

/** Headers that belong to one answer, or that are set for each form anew. */
const OF_ONE_ANSWER = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
  'x-request-id',
])

/** A page and the headers it was answered with; each form is made when it is first asked for. */
export const keepPage = (body: Buffer, headers: OutgoingHttpHeaders) => {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const shared = Object.entries(headers).flatMap(([name, value]) =>
    OF_ONE_ANSWER.has(name.toLowerCase()) || value === undefined ? [] : [name, String(value)],
  )
  const forms: Partial<Record<Encoding, Promise<Form> | Form>> = {}

  const make = async (encoding: Encoding): Promise<Form> => {
    const bytes = await COMPRESS[encoding](body)
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
    const length = String(bytes.length)
    const form = {
      etag,
      body: bytes,
      head: [...shared, 'Vary', 'Accept-Encoding', 'ETag', etag, ...coding, 'Content-Length', length],
    }
    forms[encoding] = form
    return form
  }

  const send = (req: IncomingMessage, res: ServerResponse, { etag, body: bytes, head }: Form, own: string[]): void => {
    if (isSame(req.headers['if-none-match'], etag)) {
      res.writeHead(304, [...head.slice(0, -2), ...own]).end()
      return
    }
    res.writeHead(200, [...head, ...own])
    if (req.method === 'HEAD') res.end()
    else res.end(bytes)
  }

  return {
    size: body.length * 2,
    /** Answers with the page; `own` are headers of this answer alone. */
    answer: (req: IncomingMessage, res: ServerResponse, own: string[]): void => {
      const encoding = encodingFor(req.headers['accept-encoding'], body.length)
      const form = (forms[encoding] ??= make(encoding))
      if (!(form instanceof Promise)) return send(req, res, form, own)
      form.then(
        (made) => send(req, res, made, own),
        (error: unknown) => res.destroy(error as Error),
      )
    },
  }
}

export type KeptPage = ReturnType<typeof keepPage>
