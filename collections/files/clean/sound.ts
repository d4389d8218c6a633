import type { Blank, Reads } from './recording.ts'

const HEAD = 10
const TAIL = 128

/** A number of seven bits in each byte (ID3v2, 6.2). */
const syncsafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, next) => sum * 128 + (bytes[at + next]! & 0x7f), 0)

/** What stands before and after the frames of MPEG audio: ID3 (both versions) and APE. The first keeps its length, as padding. */
export const blanksInSound = async (read: Reads, size: number): Promise<Blank[]> => {
  const blanks: Blank[] = []
  let at = 0
  for (let tags = 0; tags < 8; tags += 1) {
    const head = await read(at, HEAD)
    if (head.length < HEAD || head.toString('latin1', 0, 3) !== 'ID3') break
    const length = Math.min(syncsafe(head, 6), size - at - HEAD)
    // Flags too: without the footer, the extended header and the rest, all of it is padding.
    blanks.push({ at: at + 5, length: 1 }, { at: at + HEAD, length })
    at += HEAD + length + ((head[5]! & 0x10) !== 0 ? HEAD : 0)
  }
  const tail = await read(Math.max(0, size - TAIL), TAIL)
  const isTagged = tail.length === TAIL && tail.toString('latin1', 0, 3) === 'TAG'
  if (isTagged) blanks.push({ at: size - TAIL, length: TAIL })
  const end = size - (isTagged ? TAIL : 0)
  const ape = await read(Math.max(0, end - 32), 32)
  if (ape.toString('latin1', 0, 8) === 'APETAGEX') {
    const length = Math.min(end, ape.readUInt32LE(12) + 32)
    blanks.push({ at: end - length, length })
  }
  return blanks
}

/** Chunks of a WAVE that say nothing of its sound. */
const DESCRIBES: ReadonlySet<string> = new Set(['LIST', 'bext', 'iXML', 'id3 ', 'ID3 ', 'axml', '_PMX', 'INFO', 'cart'])
const MOST_CHUNKS = 256

export const blanksInWave = async (read: Reads, size: number): Promise<Blank[]> => {
  const blanks: Blank[] = []
  let at = 12
  for (let count = 0; at + 8 <= size && count < MOST_CHUNKS; count += 1) {
    const head = await read(at, 8)
    if (head.length < 8) break
    const length = head.readUInt32LE(4)
    if (DESCRIBES.has(head.toString('latin1', 0, 4)))
      blanks.push(
        { at, length: 4, bytes: Buffer.from('JUNK', 'latin1') },
        { at: at + 8, length: Math.min(length, size - at - 8) },
      )
    at += 8 + length + (length % 2)
  }
  return blanks
}
