import type { EvidenceFile } from '../kinds.ts'
import { blanksInEbml } from './ebml.ts'
import { blanksInFilm } from './film.ts'
import { blanksInOgg } from './ogg.ts'
import { blanksInSound, blanksInWave } from './sound.ts'

// A recording as a reader gets it: what it says of whoever made it, where, when and with what is blank. It keeps its length and every
// place in it, so that any stretch of it can be sent by itself; nothing of it is decoded.

/** Reads a stretch of a file; shorter where it ends. */
export type Reads = (at: number, length: number) => Promise<Buffer>

/** What stands in place of some bytes: these, or nothing but zeros. */
export type Blank = { at: number; length: number; bytes?: Uint8Array }

const BLANKS: Partial<Record<EvidenceFile['name'], (read: Reads, size: number) => Promise<Blank[]>>> = {
  mp4: blanksInFilm,
  webm: blanksInEbml,
  wav: blanksInWave,
  mp3: blanksInSound,
  aac: blanksInSound,
  ogg: blanksInOgg,
}

/** What has to be blank in a recording, in the order in which it lies there. */
export const blanksIn = async (kind: EvidenceFile['name'], read: Reads, size: number): Promise<Blank[]> =>
  ((await BLANKS[kind]?.(read, size)) ?? []).toSorted((one, other) => one.at - other.at)

/** A stretch of a recording, which begins at `from`, with its blanks. */
export const blanked = (stretch: Buffer, from: number, blanks: readonly Blank[]): Buffer => {
  const to = from + stretch.length
  const here = blanks.filter(({ at, length }) => at < to && at + length > from)
  if (here.length === 0) return stretch
  const clean = Buffer.from(stretch)
  for (const { at, length, bytes } of here) {
    const [first, last] = [Math.max(at, from), Math.min(at + length, to)]
    if (bytes) clean.set(bytes.subarray(first - at, last - at), first - from)
    else clean.fill(0, first - from, last - from)
  }
  return clean
}
