import type { EvidenceFile } from '../kinds.ts'
import { cleanOffice } from './office.ts'
import { cleanPdf, isLocked } from './pdf.ts'
import { cleanJpeg, cleanPng, cleanWebp } from './picture.ts'

type Cleaned = { ok: true; content: Uint8Array } | { ok: false; refusal: 'locked' | 'unclean' }

const CLEANERS: Partial<Record<EvidenceFile['name'], (file: Buffer) => Uint8Array | undefined>> = {
  pdf: cleanPdf,
  office: cleanOffice,
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
}

/**
 * A paper as a reader gets it: without what it says of whoever wrote it, where and with what. What is written in it stays. The
 * original is not touched. A refusal instead, where that cannot be done.
 */
export const cleaned = (kind: EvidenceFile['name'], file: Buffer): Cleaned => {
  if (kind === 'pdf' && isLocked(file)) return { ok: false, refusal: 'locked' }
  const clean = CLEANERS[kind]
  const content = clean ? clean(file) : file
  return content ? { ok: true, content } : { ok: false, refusal: 'unclean' }
}
