import { dimensionsOf } from '../media/dimensions.ts'
import { MOST_PIXELS } from '../media/policy.ts'
import { hidesArchive } from './archive.ts'
import { claimOf, endingsOf, evidenceKindOf, type EvidenceFamily, type EvidenceFile } from './kinds.ts'

/** Bytes. */
export const LARGEST = { paper: 25_000_000, recording: 250_000_000 } satisfies Record<EvidenceFamily, number>
export const MOST_OF_ITEM = 6
export const MOST_OF_SUBMISSION = 30
/** Bytes of everything that lies at one submission. */
export const MOST_BYTES = 1_500_000_000

/** The first bytes a file is judged by before any of it is kept, and those in which a picture says its size. */
export const HEAD = 4096
export const PICTURE_HEAD = 512_000

/** Why a file is not taken as evidence. */
export const EVIDENCE_REFUSALS = {
  none: 'Choose a file first.',
  empty: 'This file is empty. Choose another one.',
  'too-large': 'This file is too large. Papers and pictures may have 25 MB, recordings 250 MB.',
  'wrong-type':
    'This kind of file cannot be opened here. Save it as a PDF, a picture (JPEG, PNG, WebP), or a Word, PowerPoint or Excel file without macros.',
  'not-recording': 'This is not a recording we can open. Use MP4, MOV, WebM, MP3, M4A, WAV or OGG.',
  disagrees:
    'What is inside this file is not what its name says. Save it again in the kind you want and add it once more.',
  damaged: 'This file is damaged, or its end is missing. Save it again and add it once more.',
  locked:
    'This PDF is locked with a password, or against changes. Nobody could read it, or keep your name out of it. Save it without the lock and add that.',
  unclean:
    'What this file says of whoever made it cannot be taken out, so readers would see it. Save or print it as a new PDF and add that.',
  hidden: 'Something else is hidden in this file. Save a clean copy and add that.',
  'too-many-pixels': 'This picture is too large to be opened: 50 million pixels are the most. Make it smaller.',
  bomb: 'This document would become far too large when it is opened. Save it as a PDF.',
  'too-long': 'This recording is too long.',
  'too-many': 'There are as many files here as one part can have. Take one away first.',
  'no-more-room': 'Your work holds as much as we can keep. Take a file away first.',
  'no-option': 'Choose first which form your evidence takes.',
  'not-files': 'The form you chose needs no file.',
  'not-now': 'This part cannot be changed now.',
  busy: 'Another file is still on its way. Wait until it is here.',
  'cut-off': 'The connection was cut before the whole file was here. Nothing of it was kept. Add it again.',
  'no-room': 'We cannot keep files right now. What you wrote is safe. Try again later, or write to the desk.',
} as const
export type EvidenceRefusal = keyof typeof EVIDENCE_REFUSALS

type Judged = { kind: EvidenceFile; refusal?: undefined } | { kind?: undefined; refusal: EvidenceRefusal }

const MARKUP = /<(!doctype|html|script|svg|body|iframe)\b/i

/**
 * Judges a file by its first bytes, and by what its name claims. A name without an ending, or with one that is none (“Plan
 * 10.15”), claims nothing; one of a kind we cannot open is told so, whatever it is packed as.
 */
export const judgeHead = (head: Uint8Array, name: string, wanted: EvidenceFamily): Judged => {
  if (head.length === 0) return { refusal: 'empty' }
  const kind = evidenceKindOf(head)
  const wrong = wanted === 'recording' ? 'not-recording' : 'wrong-type'
  if (!kind) return { refusal: wrong }
  const claim = claimOf(name)
  if (claim?.isForeign) return { refusal: wrong }
  if (claim && !Object.hasOwn(kind.endings, claim.ending)) return { refusal: 'disagrees' }
  if (kind.family !== wanted) return { refusal: wrong }
  const start = new TextDecoder('latin1').decode(head.subarray(0, 1024))
  return MARKUP.test(start) ? { refusal: 'hidden' } : { kind }
}

/** What was appended, such as the line of a web server or zeros up to a full block, does not make it incomplete. */
const isCutOff = (tail: Uint8Array): boolean => !new TextDecoder('latin1').decode(tail).includes('%%EOF')

/**
 * What is wrong with a file that begins rightly, by its end and, for a picture, by its head; undefined: nothing. A picture is
 * never decoded. An archive behind something else is refused, as programs read those from the end (quality.md 2.5, 19).
 */
export const refusalOfWhole = (
  { name }: EvidenceFile,
  { size, head, tail }: { size: number; head: Uint8Array; tail: Uint8Array },
): EvidenceRefusal | undefined => {
  if (name === 'office') return undefined
  if (hidesArchive(tail, size)) return 'hidden'
  if (name === 'pdf') return isCutOff(tail) ? 'damaged' : undefined
  if (name !== 'jpeg' && name !== 'png' && name !== 'webp') return undefined
  const found = dimensionsOf(`image/${name}`, head)
  if (!found || found.width * found.height === 0) return 'damaged'
  return found.width * found.height > MOST_PIXELS ? 'too-many-pixels' : undefined
}

/** For a file chooser: ".pdf,.jpg,…". */
export const acceptOf = (family: EvidenceFamily): string =>
  endingsOf(family)
    .map((ending) => `.${ending}`)
    .join(',')

/**
 * The name a file came with, as it may be shown to its owner: without folders, control characters and marks that turn text
 * around. It never names anything on a disk.
 */
export const givenNameOf = (name: string, otherwise: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{C}\\/]/gu, '')
    .replace(/^[. ]+/, '')
    .slice(0, 120) || otherwise
