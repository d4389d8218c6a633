import type { EverythingFile, EverythingKind } from '#collections/privacy/service/everything.ts'
import { SANDBOX } from '../files/attachment.ts'
import { noDocument } from '../invoices/document.ts'

export const everythingKind = (kind: string | undefined): EverythingKind | undefined =>
  kind === 'json' || kind === 'html' ? kind : undefined

/** The file to be saved, or one sentence where there is none. Nothing in it runs, whatever people typed. */
export const everythingAnswer = (file: EverythingFile | undefined, gone: string): Response =>
  file
    ? new Response(file.body, {
        headers: {
          ...SANDBOX,
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'Content-Type': file.type,
          'Content-Disposition': `attachment; filename="${file.name}"`,
        },
      })
    : noDocument(gone, 404)
