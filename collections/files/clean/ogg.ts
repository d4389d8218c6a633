import type { Blank, Reads } from './recording.ts'

// Ogg: comments are the second packet of a stream, and each page has a checksum (RFC 3533, RFC 7845, Vorbis I).

const HEAD = 27
/** Pages in which comments can lie; a longer one has a picture in it. */
const MOST_PAGES = 64
const POLYNOMIAL = 0x04c11db7

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80000000) !== 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1
  return crc >>> 0
})

const checksumOf = (page: Buffer): number => {
  let crc = 0
  for (const byte of page) crc = ((crc << 8) ^ TABLE[((crc >>> 24) ^ byte) & 0xff]!) >>> 0
  return crc
}

/** What a packet of comments begins with, by codec. */
const COMMENTS = [
  Buffer.from('OpusTags', 'latin1'),
  Buffer.from('\u0003vorbis', 'latin1'),
  Buffer.from('\u0081theora', 'latin1'),
]

/**
 * Blanks what a packet of comments says: who wrote it, and each comment, as spaces of the same length. Its counts stay, so that every
 * player reads it as before.
 */
const silenced = (packet: Buffer, begins: number): Buffer => {
  const clean = Buffer.from(packet)
  let at = begins
  const text = (): boolean => {
    if (at + 4 > clean.length) return false
    const length = clean.readUInt32LE(at)
    clean.fill(0x20, at + 4, Math.min(clean.length, at + 4 + length))
    at += 4 + length
    return at <= clean.length
  }
  if (!text() || at + 4 > clean.length) return clean
  const count = clean.readUInt32LE(at)
  at += 4
  for (let next = 0; next < count && text(); next += 1);
  return clean
}

type Page = { at: number; bytes: Buffer; body: number; serial: number; ends: boolean }

const pageAt = async (read: Reads, at: number): Promise<Page | undefined> => {
  const head = await read(at, HEAD + 255)
  if (head.length < HEAD || head.toString('latin1', 0, 4) !== 'OggS') return undefined
  const lacing = head.subarray(HEAD, HEAD + head[26]!)
  const body = HEAD + lacing.length
  const bytes = await read(at, body + lacing.reduce((sum, one) => sum + one, 0))
  return { at, bytes, body, serial: head.readUInt32LE(14), ends: lacing.some((one) => one < 255) }
}

/** The pages as they are without what their comments say. */
const rewritten = (pages: readonly Page[]): Blank[] => {
  const packet = Buffer.concat(pages.map(({ bytes, body }) => bytes.subarray(body)))
  const begins = COMMENTS.find((one) => packet.subarray(0, one.length).equals(one))
  if (!begins) return []
  const clean = silenced(packet, begins.length)
  let done = 0
  return pages.map(({ at, bytes, body }) => {
    const page = Buffer.from(bytes)
    clean.copy(page, body, done, done + bytes.length - body)
    done += bytes.length - body
    page.writeUInt32LE(0, 22)
    page.writeUInt32LE(checksumOf(page), 22)
    return { at, length: page.length, bytes: page }
  })
}

/** What a sound in Ogg says of whoever made it. */
export const blanksInOgg = async (read: Reads, size: number): Promise<Blank[]> => {
  const blanks: Blank[] = []
  const open = new Map<number, Page[]>()
  let at = 0
  for (let count = 0; at < size && count < MOST_PAGES; count += 1) {
    const page = await pageAt(read, at)
    if (!page) break
    at += page.bytes.length
    const before = open.get(page.serial)
    const isFirst = COMMENTS.some((one) => page.bytes.subarray(page.body, page.body + one.length).equals(one))
    if (!before && !isFirst) continue
    const pages = [...(before ?? []), page]
    if (page.ends) {
      blanks.push(...rewritten(pages))
      open.delete(page.serial)
    } else open.set(page.serial, pages)
  }
  return blanks
}
