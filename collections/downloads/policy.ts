import { isPdf } from '../files/kinds.ts'
import { toSlug } from '../values/slug.ts'

/** Why a file cannot be offered to the public, in a sentence; undefined: it can. Only a PDF opens everywhere and runs nothing. */
export const refusalOfDownload = (name: string, bytes: Uint8Array): string | undefined => {
  if (bytes.length === 0) return `“${name}” is empty. Choose the file again.`
  return /\.pdf$/i.test(name.trim()) && isPdf(bytes)
    ? undefined
    : `“${name}” is not a PDF. Save or print it as a PDF, which opens on every device, and choose it again.`
}

/** The name a file is offered under: “Formular W-9 (2026).PDF” → “formular-w-9-2026.pdf”. */
export const nameOfDownload = (name: string): string => `${toSlug(name.trim().replace(/\.pdf$/i, '')) ?? 'file'}.pdf`
