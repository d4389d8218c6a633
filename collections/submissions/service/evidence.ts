import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { cleaned } from '../../files/clean/clean.ts'
import { evidenceKindOf } from '../../files/kinds.ts'
import type { File } from '../../kernel/payload-types.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'

/** A piece of evidence as it lies on the disk. `size` in bytes; `ending` without the dot, as its bytes were judged. */
export type Evidence = { content: Readable; type: string; size: number; ending: string }

/** The row of a private file that is evidence; undefined where there is none, or where it is something else's. */
export const evidenceRow = async (context: Context, fileId: string): Promise<File | undefined> => {
  const file = await one(context, 'files', fileId)
  return file?.submission ? file : undefined
}

type OnDisk = Omit<Evidence, 'content'> & { path: string }

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

/**
 * Opens a private file of a submission as it came; undefined where there is none by that id, or where it is not evidence. Who may
 * read it is for the caller to decide first. The stream has to be read or destroyed.
 */
export const openEvidence = async (context: Context, fileId: string): Promise<Evidence | undefined> => {
  const found = await onDisk(context, fileId)
  if (!found) return undefined
  const { path, ...evidence } = found
  return { ...evidence, content: createReadStream(path) }
}

/** Bytes by which a kind of file is told. */
const HEAD = 512

/**
 * The same for somebody who must not know whose it is: papers and pictures without what they say of whoever made them. Undefined
 * too for one from before files were looked through for that, which cannot be cleaned.
 */
export const openBlind = async (context: Context, fileId: string): Promise<Evidence | undefined> => {
  const found = await onDisk(context, fileId)
  if (!found) return undefined
  const { path, ...evidence } = found
  if (/^(audio|video)\//.test(evidence.type)) return { ...evidence, content: createReadStream(path) }
  const file = await readFile(path)
  const kind = evidenceKindOf(file.subarray(0, HEAD))
  const clean = kind && cleaned(kind.name, file)
  return clean?.ok ? { ...evidence, size: clean.content.length, content: Readable.from([clean.content]) } : undefined
}
