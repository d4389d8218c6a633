import type { Blank, Reads } from './recording.ts'

// WebM: what describes a recording lies in elements of its own (Matroska, RFC 9559).

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TRACKS = 0x1654ae6b
const TRACK = 0xae
/** Tags, attachments and chapters as a whole. */
const DESCRIBES: ReadonlySet<number> = new Set([0x1254c367, 0x1941a469, 0x1043a770])
/** Of the head and of a track: title, names of programs, date, file, name and codec in words. */
const SAYS: ReadonlySet<number> = new Set([0x7ba9, 0x4d80, 0x5741, 0x4461, 0x7384, 0x73a4, 0x536e, 0x258688])
const HOLDS: ReadonlySet<number> = new Set([SEGMENT, INFO, TRACKS, TRACK])
const VOID = 0xec
const MOST_ELEMENTS = 20_000

type Element = { id: number; at: number; from: number; to: number; hasEnd: boolean }

/** A number whose first byte says how long it is. `keeps`: with its marker, as ids are written. */
const numberAt = (bytes: Buffer, at: number, keeps: boolean): { value: number; length: number } | undefined => {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  let value = keeps ? first : first & (0xff >> length)
  for (let next = 1; next < length; next += 1) value = value * 256 + bytes[at + next]!
  return { value, length }
}

const elementAt = async (read: Reads, at: number, to: number): Promise<Element | undefined> => {
  const head = await read(at, 12)
  const id = numberAt(head, 0, true)
  const size = id && numberAt(head, id.length, false)
  if (!id || !size) return undefined
  const hasEnd = size.value !== 2 ** (7 * size.length) - 1
  const from = at + id.length + size.length
  return { id: id.value, at, from, to: hasEnd ? Math.min(to, from + size.value) : to, hasEnd }
}

/** An element of nothing, of the same length: its id, eight bytes of length, and zeros. */
const voided = ({ at, to }: Element): Blank[] => {
  const head = Buffer.alloc(9)
  head[0] = VOID
  head.writeBigUInt64BE(BigInt(to - at - 9), 1)
  head[1] = 0x01
  return to - at < 9
    ? [{ at, length: to - at }]
    : [
        { at, length: 9, bytes: head },
        { at: at + 9, length: to - at - 9 },
      ]
}

/** What a recording in WebM says of whoever made it: tags, titles, dates, programs. */
export const blanksInEbml = async (read: Reads, size: number): Promise<Blank[]> => {
  const blanks: Blank[] = []
  let count = 0
  const look = async (from: number, end: number): Promise<void> => {
    for (let at = from; at < end && count < MOST_ELEMENTS; count += 1) {
      const element = await elementAt(read, at, end)
      if (!element) return
      if (DESCRIBES.has(element.id)) blanks.push(...voided(element))
      else if (SAYS.has(element.id)) blanks.push({ at: element.from, length: element.to - element.from })
      else if (HOLDS.has(element.id)) await look(element.from, element.to)
      // A cluster without an end is followed by its own blocks, which are passed over one by one.
      at = element.hasEnd ? element.to : element.from
    }
  }
  await look(0, size)
  return blanks
}
