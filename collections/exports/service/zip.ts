import { crc32, createDeflateRaw } from 'node:zlib'

// A ZIP archive (PKWARE APPNOTE 6.3) that is written as it is made: sizes and checks come after each entry, in its descriptor.

/** A file in the archive, in pieces of text. */
export type Entry = { path: string; content: AsyncIterable<string> }

const numbers = (...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes)
      if (bytes === 2) buffer.writeUInt16LE(value)
      else buffer.writeUInt32LE(value)
      return buffer
    }),
  )

/** Flags: the descriptor comes after the data; names are UTF-8. 8: deflated. The day is 1980-01-01, so that files are the same. */
const COMMON = [
  [20, 2],
  [0x0808, 2],
  [8, 2],
  [0, 2],
  [0x21, 2],
] as const

type Written = { path: Buffer; check: number; packed: number; size: number; at: number }

const localHeader = (path: Buffer): Buffer =>
  Buffer.concat([numbers([0x04034b50, 4], ...COMMON, [0, 4], [0, 4], [0, 4], [path.length, 2], [0, 2]), path])

const descriptor = ({ check, packed, size }: Written): Buffer =>
  numbers([0x08074b50, 4], [check, 4], [packed, 4], [size, 4])

const directoryEntry = ({ path, check, packed, size, at }: Written): Buffer =>
  Buffer.concat([
    numbers([0x02014b50, 4], [20, 2], ...COMMON, [check, 4], [packed, 4], [size, 4], [path.length, 2]),
    numbers([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
    path,
  ])

const end = (count: number, size: number, at: number): Buffer =>
  numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])

/** The archive, in pieces. Only as much is read of what goes in as has been taken of what comes out. */
export async function* zipped(entries: Iterable<Entry>): AsyncGenerator<Buffer> {
  const done: Written[] = []
  let at = 0
  for (const { path: name, content } of entries) {
    const path = Buffer.from(name)
    const written: Written = { path, check: 0, packed: 0, size: 0, at }
    const header = localHeader(path)
    at += header.length
    yield header
    for await (const piece of deflated(content, written)) {
      written.packed += piece.length
      yield piece
    }
    const after = descriptor(written)
    at += written.packed + after.length
    done.push(written)
    yield after
  }
  const directory = Buffer.concat(done.map(directoryEntry))
  yield directory
  yield end(done.length, directory.length, at)
}

async function* deflated(content: AsyncIterable<string>, written: Written): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw()
  let failure: unknown
  const feeding = (async () => {
    for await (const text of content) {
      const piece = Buffer.from(text)
      written.check = crc32(piece, written.check)
      written.size += piece.length
      if (!packer.write(piece)) await new Promise((resolve) => packer.once('drain', resolve))
    }
    packer.end()
  })().catch((error: unknown) => {
    failure = error
    packer.destroy()
  })
  try {
    for await (const piece of packer) yield piece as Buffer
  } catch (error) {
    throw failure ?? error
  }
  await feeding
  if (failure) throw failure
}
