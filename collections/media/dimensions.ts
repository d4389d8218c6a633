/** Pixels from left to right and from top to bottom. */
export type Dimensions = { width: number; height: number }

type Read = (bytes: DataView) => Dimensions | undefined

const tagAt = (bytes: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => bytes.getUint8(at + offset)))

const ofPng: Read = (bytes) => ({ width: bytes.getUint32(16), height: bytes.getUint32(20) })

const uint24 = (bytes: DataView, at: number): number => bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 65_536

const ofWebp: Read = (bytes) => {
  const tag = tagAt(bytes, 12)
  if (tag === 'VP8X') return { width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 }
  if (tag === 'VP8 ') return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff }
  if (tag !== 'VP8L') return undefined
  const packed = bytes.getUint32(21, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
}

/** Start-of-frame markers, without the three of that row that mean something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const ofJpeg: Read = (bytes) => {
  let at = 2
  while (bytes.getUint8(at) === 0xff) {
    const marker = bytes.getUint8(at + 1)
    if (isFrame(marker)) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    // A marker may be preceded by any number of filling bytes.
    at += marker === 0xff ? 1 : 2 + bytes.getUint16(at + 2)
  }
  return undefined
}

const READERS = { 'image/jpeg': ofJpeg, 'image/png': ofPng, 'image/webp': ofWebp } satisfies Record<string, Read>

/** How large a picture says it is, read from its header without decoding it; undefined when the header is broken. */
export const dimensionsOf = (type: keyof typeof READERS, bytes: Uint8Array): Dimensions | undefined => {
  try {
    return READERS[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    // Beyond the last byte: the file ends before it has said its size.
    return undefined
  }
}
