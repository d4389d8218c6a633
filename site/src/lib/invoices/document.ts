import type { Download } from '#collections/invoices/service/documents.ts'
import { PRIVATE } from '../form/answer.ts'

/** A file made for one reader: shown or saved under its name, and kept by no cache. */
export const documentAnswer = ({ name, type, body }: Download): Response =>
  new Response(new Blob([body as Uint8Array<ArrayBuffer>]), {
    headers: {
      ...PRIVATE,
      'Content-Type': type,
      'Content-Disposition': `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })

/** No such file, in one sentence. */
export const noDocument = (sentence: string, status = 404): Response =>
  new Response(`${sentence}\n`, { status, headers: { ...PRIVATE, 'Content-Type': 'text/plain; charset=utf-8' } })
