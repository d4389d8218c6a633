import { describe, expect, test } from 'vitest'
import { blanked, blanksIn } from '#collections/files/clean/recording.ts'
import type { EvidenceFile } from '#collections/files/kinds.ts'

// What a recording says of whoever made it is searched for in what a reader gets, byte by byte.

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const big32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const little32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const box = (type: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  return Buffer.concat([big32(body.length + 8), latin1(type), body])
}
const SAID = 'Tou Vang, Basswood Ridge +44.98-093.27/'
const MEDIA = Buffer.alloc(500, 7)

const date = Buffer.concat([big32(0), big32(3_900_000_000), big32(3_900_000_001), big32(1000), big32(9000)])
const handler = (kind: string) => box('hdlr', big32(0), big32(0), latin1(kind), Buffer.alloc(12), latin1(SAID))
const film = Buffer.concat([
  box('ftyp', latin1('isom'), big32(512), latin1('isommp41')),
  box(
    'moov',
    box('mvhd', date, Buffer.alloc(80)),
    box('trak', box('tkhd', date, Buffer.alloc(70)), box('mdia', box('mdhd', date), handler('vide'))),
    box('trak', box('mdia', handler('meta')), box('edts', latin1(SAID))),
    box('udta', box('\u00a9xyz', latin1(SAID))),
    box('meta', latin1(SAID)),
  ),
  box('uuid', latin1(SAID)),
  box('mdat', MEDIA),
])

const id3 = Buffer.concat([latin1('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 100]), latin1(SAID.padEnd(100, '\0'))])
const FRAME = Buffer.from([0xff, 0xfb, 0x90, 0x00])
const mp3 = Buffer.concat([id3, FRAME, MEDIA, latin1(`TAG${SAID}`.padEnd(128, '\0'))])
const wave = Buffer.concat([
  latin1('RIFF'),
  little32(0),
  latin1('WAVE'),
  latin1('LIST'),
  little32(SAID.length + (SAID.length % 2)),
  latin1(SAID.padEnd(SAID.length + (SAID.length % 2), '\0')),
  latin1('data'),
  little32(MEDIA.length),
  MEDIA,
])
const element = (id: readonly number[], ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  return Buffer.concat([Buffer.from(id), Buffer.from([0x10, 0, body.length >> 8, body.length & 255]), body])
}
const webm = Buffer.concat([
  element([0x1a, 0x45, 0xdf, 0xa3], latin1('webm')),
  // A live recording: its segment has no end.
  Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  element([0x15, 0x49, 0xa9, 0x66], element([0x7b, 0xa9], latin1(SAID)), element([0x57, 0x41], latin1(SAID))),
  element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x53, 0x6e], latin1(SAID)))),
  element([0x12, 0x54, 0xc3, 0x67], latin1(SAID)),
  element([0x1f, 0x43, 0xb6, 0x75], MEDIA),
])
const page = (sequence: number, body: Buffer): Buffer => {
  const lacing = Buffer.from([...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255])
  const head = Buffer.concat([
    latin1('OggS'),
    Buffer.alloc(14),
    little32(sequence),
    little32(0),
    Buffer.from([lacing.length]),
  ])
  return Buffer.concat([head, lacing, body])
}
const ogg = Buffer.concat([
  page(0, latin1('OpusHead'.padEnd(19, '\0'))),
  page(
    1,
    Buffer.concat([
      latin1('OpusTags'),
      little32(8),
      latin1('Vang app'),
      little32(1),
      little32(SAID.length),
      latin1(SAID),
    ]),
  ),
  page(2, MEDIA),
])

const RECORDINGS: [EvidenceFile['name'], Buffer][] = [
  ['mp4', film],
  ['mp3', mp3],
  ['wav', wave],
  ['webm', webm],
  ['ogg', ogg],
]

const cleanOf = async (kind: EvidenceFile['name'], file: Buffer) => {
  const read = (at: number, length: number) => Promise.resolve(file.subarray(at, at + length))
  const blanks = await blanksIn(kind, read, file.length)
  return { blanks, clean: blanked(file, 0, blanks) }
}

describe.each(RECORDINGS)('a recording as %s', (kind, file) => {
  test('says nothing of whoever made it, and keeps its length and its sound', async () => {
    expect(file.includes('Vang')).toBe(true)
    const { clean } = await cleanOf(kind, file)
    expect(clean).toHaveLength(file.length)
    for (const word of ['Vang', 'Basswood', '-093']) expect(clean.includes(word)).toBe(false)
    expect(clean.includes(MEDIA)).toBe(true)
  })

  test('is the same in parts as it is as a whole', async () => {
    const { clean, blanks } = await cleanOf(kind, file)
    for (const size of [1, 7, 64])
      for (let from = 0; from < file.length; from += size)
        expect(blanked(file.subarray(from, from + size), from, blanks)).toEqual(clean.subarray(from, from + size))
  })
})

test('a film keeps how long it is, and loses when it was made', async () => {
  const { clean } = await cleanOf('mp4', film)
  const header = clean.indexOf('mvhd') + 4
  expect([4, 8, 12, 16].map((at) => clean.readUInt32BE(header + at))).toEqual([0, 0, 1000, 9000])
})

test.each(RECORDINGS)('what breaks off is read to where it ends: %s', async (kind, file) => {
  for (const length of [0, 3, 11, 30, 61, 120]) {
    const cut = file.subarray(0, length)
    const read = (at: number, count: number) => Promise.resolve(cut.subarray(at, at + count))
    await expect(blanksIn(kind, read, cut.length)).resolves.toBeInstanceOf(Array)
  }
})
