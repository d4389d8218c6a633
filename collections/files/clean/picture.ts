// What a picture says besides what is seen: camera, place, author, captions, a smaller picture from before it was cropped. All of it
// is left out; nothing is decoded, so that not one dot changes.

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** How a picture has to be turned, as its camera noted (Exif 2.32, 4.6.5): 1 to 8; 1 where it says nothing. */
const orientationIn = (exif: Uint8Array): number => {
  const data = viewOf(exif)
  try {
    const isLittle = ascii(exif, 0, 2) === 'II'
    const directory = data.getUint32(4, isLittle)
    const entries = data.getUint16(directory, isLittle)
    for (let at = directory + 2; at < directory + 2 + entries * 12; at += 12)
      if (data.getUint16(at, isLittle) === 0x0112) {
        const turn = data.getUint16(at + 8, isLittle)
        return turn >= 1 && turn <= 8 ? turn : 1
      }
  } catch {
    // Broken: it says nothing.
  }
  return 1
}

/** A note of nothing but how the picture is turned. */
const exifOf = (orientation: number): Uint8Array => {
  const note = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from(note)
}

const EXIF = 'Exif\0\0'
const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const joinedOf = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const segment = (marker: number, payload: Uint8Array): Uint8Array => {
  const length = payload.length + 2
  return joinedOf([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), payload])
}

/** Segments of a JPEG that change what is seen: the frame of the file, colors, and how colors are mixed. */
const isSeen = (marker: number, payload: Uint8Array): boolean => {
  if (marker < 0xe0) return true
  if (marker === 0xe0) return ascii(payload, 0, 5) === 'JFIF\0'
  if (marker === 0xe2) return ascii(payload, 0, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return ascii(payload, 0, 5) === 'Adobe'
  // 0xf0 and above are not used; 0xfe is a remark.
  return marker > 0xef && marker < 0xfe
}

/** Without a part of the frame in which a smaller picture could be, of a JFIF segment. */
const cut = (marker: number, payload: Uint8Array): Uint8Array => {
  if (marker !== 0xe0) return payload
  const frame = payload.slice(0, 14)
  frame[12] = 0
  frame[13] = 0
  return frame
}

const END_OF_IMAGE = 0xd9

/** A JPEG without notes; undefined where it is damaged. What follows its last dot, such as a film of a “live” picture, goes too. */
export const cleanJpeg = (bytes: Uint8Array): Uint8Array | undefined => {
  const pieces: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)]
  let orientation = 1
  let at = 2
  const data = viewOf(bytes)
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END_OF_IMAGE) break
    const end = at + 2 + data.getUint16(at + 2)
    if (end > bytes.length) return undefined
    const payload = bytes.subarray(at + 4, end)
    if (marker === 0xe1 && ascii(payload, 0, 6) === EXIF) orientation = orientationIn(payload.subarray(6))
    if (isSeen(marker, payload)) pieces.push(segment(marker, cut(marker, payload)))
    at = end
    if (marker !== 0xda) continue
    // The dots themselves: until a marker that is neither an escaped 0xff nor a restart.
    let next = at
    while (next + 1 < bytes.length) {
      const after = bytes[next + 1]!
      if (bytes[next] === 0xff && after !== 0 && after !== 0xff && (after < 0xd0 || after > 0xd7)) break
      next += 1
    }
    pieces.push(bytes.subarray(at, next))
    at = next
  }
  if (orientation !== 1) pieces.splice(1, 0, segment(0xe1, joinedOf([letters(EXIF), exifOf(orientation)])))
  return pieces.length > 1 ? joinedOf([...pieces, Uint8Array.of(0xff, END_OF_IMAGE)]) : undefined
}

const PNG_SIGNATURE = 8
/** Chunks of a PNG that change what is seen (PNG 1.2, 4); `iCCP` names its colors. */
const SEEN_IN_PNG = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/

/** A PNG without texts and notes; undefined where it is damaged. */
export const cleanPng = (bytes: Uint8Array): Uint8Array | undefined => {
  const pieces: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE)]
  const data = viewOf(bytes)
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length;) {
    const end = at + 12 + data.getUint32(at)
    if (end > bytes.length) return undefined
    const kind = ascii(bytes, at + 4, at + 8)
    if (SEEN_IN_PNG.test(kind)) pieces.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joinedOf(pieces)
    at = end
  }
  return undefined
}

const SEEN_IN_WEBP = /^(VP8 |VP8L|VP8X|ANIM|ANMF|ALPH|ICCP)$/
/** Flags of a WebP that say it has notes: Exif and XMP (WebP container, 2.7.1). */
const NOTES = 0b0000_1100

/** A WebP without notes; undefined where it is damaged. How it is turned is a note, and readers differ about it. */
export const cleanWebp = (bytes: Uint8Array): Uint8Array | undefined => {
  const pieces: Uint8Array[] = []
  const data = viewOf(bytes)
  const whole = Math.min(bytes.length, 8 + data.getUint32(4, true))
  for (let at = 12; at + 8 <= whole;) {
    const length = data.getUint32(at + 4, true)
    const end = Math.min(bytes.length, at + 8 + length + (length % 2))
    if (at + 8 + length > bytes.length) return undefined
    const kind = ascii(bytes, at, at + 4)
    if (SEEN_IN_WEBP.test(kind)) {
      const chunk = bytes.slice(at, end)
      if (kind === 'VP8X') chunk[8]! &= ~NOTES
      pieces.push(chunk)
    }
    at = end
  }
  if (pieces.length === 0) return undefined
  const body = joinedOf(pieces)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  viewOf(head).setUint32(4, body.length + 4, true)
  return joinedOf([head, body])
}
