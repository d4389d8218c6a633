import { Readable } from 'node:stream'
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

/** A paper a stranger sent. `size` in bytes. A stream is read or destroyed with the answer. */
export type Attached = { name: string; type: string; size: number; content: Readable | Uint8Array<ArrayBuffer> }

/** Sends it to be saved under its name, and never shown. */
export const attachment = ({ name, type, size, content }: Attached): Response =>
  new Response(content instanceof Readable ? (Readable.toWeb(content) as ReadableStream) : content, {
    headers: {
      ...SANDBOX,
      'Content-Type': type,
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename="${name.replace(ASCII, '_')}"; filename*=UTF-8''${encoded(name)}`,
    },
  })

/** The same for a file that is not there, or not theirs. */
export const noAttachment = (): Response => new Response('There is no such file.\n', { status: 404, headers: SANDBOX })
