import type { Blank, Reads } from './recording.ts'

type Box = { type: string; at: number; from: number; to: number }

const MOST_BOXES = 512
/** What only describes a film (ISO 14496-12, 8.10 and 8.11; Apple's user data). */
const DESCRIBES: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'XMP_', 'Xtra'])
/** What other boxes lie in. */
const HOLDS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia'])
/** Headers that say when something was made: right after their version. */
const DATED: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd'])

/** The boxes that lie beside one another (ISO 14496-12, 4.2). */
const boxesIn = async (read: Reads, from: number, to: number): Promise<Box[]> => {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to && boxes.length < MOST_BOXES;) {
    const head = await read(at, 16)
    if (head.length < 8) break
    const short = head.readUInt32BE(0)
    const length = short === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    if (length < 8) break
    boxes.push({
      type: head.toString('latin1', 4, 8),
      at,
      from: at + (short === 1 ? 16 : 8),
      to: Math.min(to, at + length),
    })
    at += length
  }
  return boxes
}

/** A box of nothing, which every player passes over. */
const freed = ({ at, from, to }: Box): Blank[] => [
  { at: at + 4, length: 4, bytes: Buffer.from('free', 'latin1') },
  { at: from, length: to - from },
]

/** Whether a track is of words about the film, such as where each second of it was taken. */
const isOfWords = async (read: Reads, { from, to }: Box): Promise<boolean> => {
  const media = (await boxesIn(read, from, to)).find(({ type }) => type === 'mdia')
  const handler = media && (await boxesIn(read, media.from, media.to)).find(({ type }) => type === 'hdlr')
  return handler !== undefined && (await read(handler.from + 8, 4)).toString('latin1') === 'meta'
}

const blanksOf = async (read: Reads, box: Box): Promise<Blank[]> => {
  if (DESCRIBES.has(box.type)) return freed(box)
  if (box.type === 'trak' && (await isOfWords(read, box))) return freed(box)
  if (DATED.has(box.type)) {
    const isLong = (await read(box.from, 1))[0] === 1
    return [{ at: box.from + 4, length: Math.min(isLong ? 16 : 8, Math.max(0, box.to - box.from - 4)) }]
  }
  // The name of a handler is often that of a camera or a program.
  if (box.type === 'hdlr' && box.to - box.from > 24) return [{ at: box.from + 24, length: box.to - box.from - 24 }]
  if (!HOLDS.has(box.type)) return []
  const inside = await boxesIn(read, box.from, box.to)
  return (await Promise.all(inside.map((one) => blanksOf(read, one)))).flat()
}

/** What a film or sound in the boxes of ISO says of whoever made it: places, dates, names, cameras. */
export const blanksInFilm = async (read: Reads, size: number): Promise<Blank[]> =>
  (await Promise.all((await boxesIn(read, 0, size)).map((box) => blanksOf(read, box)))).flat()
