import { toSlug } from '../values/slug.ts'
import { dimensionsOf } from './dimensions.ts'

export const MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
type MimeType = (typeof MIME_TYPES)[number]

/** A picture of 50 million pixels takes 200 MB to decode; a larger one is an accident or an attack. */
export const MOST_PIXELS = 50_000_000

/** A JPEG by any of its names: Windows and its browsers write the third. */
export const JPEG_ENDINGS = ['jpg', 'jpeg', 'jfif', 'jpe', 'jfi', 'jif'] as const

const TYPE_OF_EXTENSION: Record<string, MimeType> = {
  ...Object.fromEntries(JPEG_ENDINGS.map((ending) => [ending, 'image/jpeg'])),
  png: 'image/png',
  webp: 'image/webp',
}

const NAME_OF = { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP' } satisfies Record<MimeType, string>

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

/** What the first bytes say a file is; undefined for anything but the three formats we take. */
export const typeOfBytes = (bytes: Uint8Array): MimeType | undefined => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const isRiff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46])
  if (isRiff && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp'
  return undefined
}

/** Why a file cannot be taken as a picture, in a sentence; undefined means it can. */
export const refusalOfImage = (name: string, bytes: Uint8Array): string | undefined => {
  if (bytes.length === 0) return `“${name}” is empty. Choose the picture again.`
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = TYPE_OF_EXTENSION[extension]
  if (!named) return `“${name}” is not a JPEG, PNG or WebP picture. Save it as one of these and choose it again.`
  const found = typeOfBytes(bytes)
  if (found !== named) {
    const inside = found ? `a ${NAME_OF[found]} picture` : 'something else'
    return `“${name}” is called .${extension}, but what is inside is ${inside}. Save it again as a JPEG, PNG or WebP picture.`
  }
  const size = dimensionsOf(found, bytes)
  if (!size) return `“${name}” is damaged. Save it again and choose it once more.`
  if (size.width * size.height <= MOST_PIXELS) return undefined
  return `“${name}” is ${size.width} × ${size.height} pixels large. Make it smaller, to 50 million pixels at the most.`
}

/** The name a picture is kept under: plain letters and the usual ending, “Été 2026.JFIF” → “ete-2026.jpg”. */
export const plainName = (name: string): string => {
  const [, base = '', extension = ''] = /([^/\\]*)\.([a-z0-9]+)$/i.exec(name) ?? []
  const ending = extension.toLowerCase()
  const usual = TYPE_OF_EXTENSION[ending] === 'image/jpeg' && ending !== 'jpeg' ? 'jpg' : ending
  return `${toSlug(base) ?? 'picture'}.${usual}`
}
