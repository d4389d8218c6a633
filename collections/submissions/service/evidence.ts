import { open, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { cleaned } from '../../files/clean/clean.ts'
import { blanked, blanksIn, type Blank } from '../../files/clean/recording.ts'
import { evidenceKindOf } from '../../files/kinds.ts'
import type { Stretch } from '../../files/stretch.ts'
import type { File } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'

/**
 * A piece of evidence. `size` in bytes; `ending` without the dot, as its bytes were judged. `open` gives all of it, or a stretch; the
 * stream has to be read or destroyed.
 */
export type Evidence = { open: (stretch?: Stretch) => Promise<Readable>; type: string; size: number; ending: string }

/** The row of a private file that is evidence; undefined where there is none, or where it is something else's. */
export const evidenceRow = async (context: Context, fileId: string): Promise<File | undefined> => {
  const file = await one(context, 'files', fileId)
  return file?.submission ? file : undefined
}

type OnDisk = Omit<Evidence, 'open'> & { path: string }

const onDisk = async (context: Context, fileId: string): Promise<OnDisk | undefined> => {
  const row = await evidenceRow(context, fileId)
  const { staticDir } = context.payload.collections['files'].config.upload
  if (!row?.filename || !staticDir) return undefined
  const path = join(staticDir, basename(row.filename))
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    path,
    type: row.mimeType ?? 'application/octet-stream',
    size: found.size,
    ending: extname(path).slice(1),
  }
}

const streamOf = async (path: string, stretch?: Stretch): Promise<Readable> =>
  (await open(path)).createReadStream(stretch && { start: stretch.from, end: stretch.to })

/**
 * A private file of a submission as it came; undefined where there is none by that id, or where it is not evidence. Who may read it
 * is for the caller to decide first.
 */
export const openEvidence = async (context: Context, fileId: string): Promise<Evidence | undefined> => {
  const found = await onDisk(context, fileId)
  if (!found) return undefined
  const { path, ...evidence } = found
  return { ...evidence, open: (stretch) => streamOf(path, stretch) }
}

/** Bytes by which a kind of file is told. */
const HEAD = 512

/** What has to be blank in a recording on the disk. */
const blanksAt = async (path: string, size: number): Promise<Blank[]> => {
  const handle = await open(path)
  try {
    const read = async (at: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const kind = evidenceKindOf(await read(0, HEAD))
    return kind ? await blanksIn(kind.name, read, size) : []
  } finally {
    await handle.close()
  }
}

/** Blanks what passes, which begins at a place in the file. */
const blanking = (from: number, blanks: readonly Blank[]): Transform => {
  let at = from
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      const clean = blanked(chunk, at, blanks)
      at += chunk.length
      done(null, clean)
    },
  })
}

const openRecording = async ({ path, ...evidence }: OnDisk): Promise<Evidence> => {
  const blanks = await blanksAt(path, evidence.size)
  return {
    ...evidence,
    open: async (stretch) => {
      const stream = await streamOf(path, stretch)
      return blanks.length === 0 ? stream : stream.compose(blanking(stretch?.from ?? 0, blanks))
    },
  }
}

/**
 * The same for somebody who must not know whose it is: without what it says of whoever made it. Undefined too for a paper from before
 * files were looked through for that, which cannot be cleaned.
 */
export const openBlind = async (context: Context, fileId: string): Promise<Evidence | undefined> => {
  const found = await onDisk(context, fileId)
  if (!found) return undefined
  const { path, ...evidence } = found
  if (/^(audio|video)\//.test(evidence.type)) return openRecording(found)
  const file = await readFile(path)
  const kind = evidenceKindOf(file.subarray(0, HEAD))
  const clean = kind && cleaned(kind.name, file)
  if (!clean?.ok) return undefined
  const { content } = clean
  return {
    ...evidence,
    size: content.length,
    open: (stretch) =>
      Promise.resolve(Readable.from([stretch ? content.subarray(stretch.from, stretch.to + 1) : content])),
  }
}
