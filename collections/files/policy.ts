import { dimensionsOf } from '../media/dimensions.ts'
import { MOST_PIXELS, typeOfBytes } from '../media/policy.ts'
import { isPdf } from './kinds.ts'

const isPicture =
  (type: 'image/jpeg' | 'image/png') =>
  (bytes: Uint8Array): boolean =>
    typeOfBytes(bytes) === type

/** What a permission letter may be, judged by its first bytes; the name and what the browser says count for nothing. */
const KINDS = [
  { type: 'application/pdf', ending: 'pdf', is: isPdf },
  { type: 'image/jpeg', ending: 'jpg', is: isPicture('image/jpeg') },
  { type: 'image/png', ending: 'png', is: isPicture('image/png') },
] as const

const LARGEST_LETTER = 10_000_000
/** Files kept of one person: more than anybody needs, and too few to fill a disk with. */
export const MOST_FILES = 12

export const LETTER_REFUSALS = {
  empty: 'This file is empty. Choose another one.',
  'too-large': 'This file is larger than 10 MB. Choose a smaller one.',
  'wrong-type': 'Send the letter as a PDF, or as a picture in JPEG or PNG.',
  'too-many': 'You have sent us many files already. Please write to the registration desk about another one.',
  'no-room':
    'We cannot keep files right now. What you wrote is not lost: send it without the letter, or try again later.',
  'too-many-today':
    'Very many letters came from your network today. Send this one without the letter, and the letter tomorrow or by e-mail.',
  damaged: 'This picture is damaged, or far too large to be shown. Send the letter again, or as a PDF.',
}
export type LetterRefusal = keyof typeof LETTER_REFUSALS

/** The kind of file these bytes are; undefined for anything a letter may not be. */
export const kindOf = (bytes: Uint8Array): (typeof KINDS)[number] | undefined => KINDS.find(({ is }) => is(bytes))

/** Whether a picture says how large it is, and is not too large to be opened; it is never decoded to find out. */
const isSound = (type: 'image/jpeg' | 'image/png', bytes: Uint8Array): boolean => {
  const size = dimensionsOf(type, bytes)
  const pixels = size ? size.width * size.height : 0
  return pixels > 0 && pixels <= MOST_PIXELS
}

/** Why a letter is not taken; undefined means it is. Sizes in bytes. */
export const refusalOfLetter = (bytes: Uint8Array): LetterRefusal | undefined => {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > LARGEST_LETTER) return 'too-large'
  const kind = kindOf(bytes)
  if (!kind) return 'wrong-type'
  return kind.type === 'application/pdf' || isSound(kind.type, bytes) ? undefined : 'damaged'
}
