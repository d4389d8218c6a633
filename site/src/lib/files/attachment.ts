import { Readable } from 'node:stream'
import { stretchOf, type Stretch } from '#collections/files/stretch.ts'
import { PRIVATE } from '../form/answer.ts'

const ASCII = /[^\w .-]/g

/** A name for a header (RFC 8187): everything but letters, digits and a few signs is written as bytes. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Nothing in what a stranger sent may run, whatever it claims to be, and no cache keeps it. */
export const SANDBOX = {
  ...PRIVATE,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
} as const

const disposition = (name: string, how: 'inline' | 'attachment'): string =>
  `${how}; filename="${name.replace(ASCII, '_')}"; filename*=UTF-8''${encoded(name)}`

/** A paper a stranger sent. `size` in bytes. A stream is read or destroyed with the answer. */
export type Attached = { name: string; type: string; size: number; content: Readable | Uint8Array<ArrayBuffer> }

/** Sends it to be saved under its name, and never shown. */
export const attachment = ({ name, type, size, content }: Attached): Response =>
  new Response(content instanceof Readable ? (Readable.toWeb(content) as ReadableStream) : content, {
    headers: {
      ...SANDBOX,
      'Content-Type': type,
      'Content-Length': String(size),
      'Content-Disposition': disposition(name, 'attachment'),
    },
  })

/** The same for a file that is not there, or not theirs. */
export const noAttachment = (): Response => new Response('There is no such file.\n', { status: 404, headers: SANDBOX })

/** What a browser shows by itself, without running anything of it; everything else is saved. */
const SHOWN = /^(audio\/|video\/|image\/(jpeg|png|webp)$|application\/pdf$)/

/** Whether a file can be played or looked at in a page. */
export const isShown = (type: string): boolean => SHOWN.test(type)

/** Readers of PDF are no part of the page; the sandbox would keep them from showing it. */
const INLINE = { ...SANDBOX, 'Content-Security-Policy': "default-src 'none'" } as const

/** What is sent of a file a part at a time. */
type Opened = { name: string; type: string; size: number; open: (stretch?: Stretch) => Promise<Readable> }

/**
 * Sends evidence, or the part of it that is asked for (`Range`): to be saved, or where `?show` asks for it and it can be, to be played
 * or looked at in the page.
 */
export const evidenceAnswer = async (request: Request, file: Opened): Promise<Response> => {
  const { name, type, size, open } = file
  const isAsked = new URL(request.url).searchParams.has('show') && isShown(type)
  const stretch = stretchOf(request.headers.get('range'), size)
  const headers = { ...(isAsked ? INLINE : SANDBOX), 'Accept-Ranges': 'bytes' }
  if (stretch === 'beyond')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  const part = stretch === 'none' ? undefined : stretch
  return new Response(Readable.toWeb(await open(part)) as ReadableStream, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Content-Type': type,
      'Content-Length': String(part ? part.to - part.from + 1 : size),
      ...(part && { 'Content-Range': `bytes ${part.from}-${part.to}/${size}` }),
      'Content-Disposition': disposition(name, isAsked ? 'inline' : 'attachment'),
    },
  })
}
